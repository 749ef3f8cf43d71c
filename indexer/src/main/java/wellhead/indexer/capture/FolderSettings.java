package wellhead.indexer.capture;

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
  private final Map<Place, SourceSettings> places = new HashMap<>();
  private final Map<Path, SourceSettings> folders = new HashMap<>();

  /**
   * A folder as seen from the path that the user gave.
   *
   * @param depth how many folders it lies below that
   */
  private record Place(Path folder, int depth) {}

  private FolderSettings(CaptureOptions options) {
    this.options = options;
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
          settings.places.put(place, settings.read(place));
        }
      }
    }
    return settings;
  }

  /** The options that a file is to be read with. */
  public CaptureOptions of(CaptureFile file) {
    return options.settings() == null
        ? options.with(places.getOrDefault(place(file), SourceSettings.NONE))
        : options;
  }

  private static @Nullable Place place(CaptureFile file) {
    Path path = file.path();
    Path folder = path == null ? null : path.toAbsolutePath().normalize().getParent();
    return folder == null
        ? null
        : new Place(folder, (int) file.shown().chars().filter(c -> c == '/').count());
  }

  private SourceSettings read(Place place) {
    var inward = new ArrayList<Path>();
    Path folder = place.folder;
    for (int i = 0; i <= place.depth && folder != null; i++) {
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
