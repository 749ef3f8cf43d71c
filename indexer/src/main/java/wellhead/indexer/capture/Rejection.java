package wellhead.indexer.capture;

import java.util.Objects;

/**
 * An input that was not read.
 *
 * @param file as the user named it, or relative to the folder that the user named
 * @param reason what is wrong and what to do, without the file's name
 */
public record Rejection(String file, String reason) {
  public Rejection {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(reason, "reason");
  }

  @Override
  public String toString() {
    return file + ": " + reason;
  }
}
