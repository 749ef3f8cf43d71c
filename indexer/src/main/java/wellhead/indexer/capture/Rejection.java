package wellhead.indexer.capture;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An input that was not read.
 *
 * @param file as the user named it, or relative to the folder that the user named
 * @param record the record's number in the file, from 0; {@code null} when the file has no records
 * @param line in the file, from 1; {@code null} when no line is to blame
 * @param cause what kind of thing is wrong, for counting
 * @param reason what is wrong and what to do, without the file's name
 */
public record Rejection(
    String file, @Nullable Integer record, @Nullable Integer line, Cause cause, String reason) {
  public Rejection {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(reason, "reason");
  }

  /** A file that was not read. */
  static Rejection ofFile(String file, Cause cause, String reason) {
    return new Rejection(file, null, null, cause, reason);
  }

  @Override
  public String toString() {
    var place = new StringBuilder(file);
    if (line != null) {
      place.append(", line ").append(line);
    } else if (record != null) {
      place.append(", record ").append(record);
    }
    return place.append(": ").append(reason).toString();
  }
}
