package wellhead.indexer.capture;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which settings hold for which file of a run: those of {@code wellhead.toml} in its own folder and
 * in the folders above it, up to the path that the user gave; what the nearest says of a source
 * goes before what the others say of it. Standard input has none. A file that the user names
 * ({@code --sources}) holds for all files, and no other is looked for.
 */
public final class FolderSettings {
  private final CaptureOptions options;
  private final CaptureOptions withoutSettings;
  private final Map<Place, CaptureOptions> places = new HashMap<>();
  private final Map<Path, SourceSettings> folders = new HashMap<>();

  /**
   * A folder as seen from the path that the user gave.
   *
   * <p>Strings, for there are many files and paths are slow to compare.
   *
   * @param folder begins with what the user gave; empty for the working directory
   * @param inside what of it lies below that; empty for none
   */
  private record Place(String folder, String inside) {
    /** How many folders it lies below the path that the user gave. */
    int depth() {
      return inside.isEmpty() ? 0 : inside.split("/").length;
    }
  }

  private FolderSettings(CaptureOptions options) {
    this.options = options;
    this.withoutSettings = options.with(SourceSettings.NONE);
  }

  /**
   * Reads the settings of all files at once, so that nothing is read by wrong ones.
   *
   * @throws SettingsException for the first file of settings that cannot be used
   */
  public static FolderSettings of(CaptureOptions options, List<CaptureFile> files) {
    var settings = new FolderSettings(options);
    if (options.settings() == null) {
      for (CaptureFile file : files) {
        Place place = place(file);
        if (place != null && !settings.places.containsKey(place)) {
          settings.places.put(place, options.with(settings.read(place)));
        }
      }
    }
    return settings;
  }

  /** The options that a file is to be read with; the same object for all files of a folder. */
  public CaptureOptions of(CaptureFile file) {
    if (options.settings() != null) {
      return options;
    }
    CaptureOptions there = places.get(place(file));
    return there == null ? withoutSettings : there;
  }

  private static @Nullable Place place(CaptureFile file) {
    Path path = file.path();
    if (path == null) {
      return null;
    }
    return new Place(before(path.toString(), File.separatorChar), before(file.shown(), '/'));
  }

  private static String before(String path, char separator) {
    int name = path.lastIndexOf(separator);
    return path.substring(0, name == 0 ? 1 : Math.max(0, name));
  }

  private SourceSettings read(Place place) {
    var inward = new ArrayList<Path>();
    Path folder = Path.of(place.folder).toAbsolutePath().normalize();
    for (int i = 0; i <= place.depth() && folder != null; i++) {
      inward.addFirst(folder);
      folder = folder.getParent();
    }
    SourceSettings settings = SourceSettings.NONE;
    for (Path each : inward) {
      settings = settings.under(folders.computeIfAbsent(each, FolderSettings::in));
    }
    return settings;
  }

  private static SourceSettings in(Path folder) {
    Path file = folder.resolve(CaptureFiles.SETTINGS);
    return Files.isRegularFile(file) ? SettingsFile.read(file) : SourceSettings.NONE;
  }
}
