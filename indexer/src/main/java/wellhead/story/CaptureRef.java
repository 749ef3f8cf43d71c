package wellhead.story;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which capture something stood on.
 *
 * @param id names the capture's bytes together with the time and source it was read with
 * @param source whose page it is, such as {@code oilprice.com}; {@code null} when nothing tells
 * @param file relative to the path that the user gave; {@code -} for standard input
 * @param rounding how the source prints its ages, as far as somebody said so for this capture;
 *     {@code null} when nobody did
 * @param record the record's number in its file, from 0; {@code null} when the file is one capture
 */
public record CaptureRef(
    String id,
    @Nullable String source,
    CapturedAt capturedAt,
    @Nullable Rule rounding,
    String file,
    @Nullable Integer record) {

  public CaptureRef {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(file, "file");
    if (record != null && record < 0) {
      throw new IllegalArgumentException("a record's number must not be negative: " + record);
    }
  }

  /** The same capture, its time told otherwise. */
  public CaptureRef withCapturedAt(CapturedAt other) {
    return new CaptureRef(id, source, other, rounding, file, record);
  }
}
