package wellhead.indexer.capture;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that may hold captures.
 *
 * @param path where it is; {@code null} for standard input
 * @param shown its name for people and answers: relative to the path that the user gave, with
 *     {@code /} between folders; {@code -} for standard input
 */
public record CaptureFile(@Nullable Path path, String shown) {

  /** Standard input. */
  public static final CaptureFile STANDARD_INPUT = new CaptureFile(null, "-");

  /** The last part of the name. */
  String name() {
    return shown.substring(shown.lastIndexOf('/') + 1);
  }
}
