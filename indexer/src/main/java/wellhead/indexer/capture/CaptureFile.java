package wellhead.indexer.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that may hold captures.
 *
 * @param path where it is; {@code null} for standard input
 * @param shown its name for people and answers: relative to the path that the user gave, with
 *     {@code /} between folders; {@code -} for standard input
 * @param size in bytes; -1 when not known
 * @param modified {@code null} when not known
 */
public record CaptureFile(
    @Nullable Path path, String shown, long size, @Nullable Instant modified) {

  /** Standard input. */
  public static final CaptureFile STANDARD_INPUT = new CaptureFile(null, "-", -1, null);

  /** The file as it is now; of unknown size when it cannot be looked at: reading it says why. */
  public static CaptureFile of(Path path, String shown) {
    try {
      return of(path, shown, Files.readAttributes(path, BasicFileAttributes.class));
    } catch (IOException e) {
      return new CaptureFile(path, shown, -1, null);
    }
  }

  static CaptureFile of(Path path, String shown, BasicFileAttributes attributes) {
    return new CaptureFile(
        path, shown, attributes.size(), attributes.lastModifiedTime().toInstant());
  }

  /** The last part of the name. */
  String name() {
    return shown.substring(shown.lastIndexOf('/') + 1);
  }
}
