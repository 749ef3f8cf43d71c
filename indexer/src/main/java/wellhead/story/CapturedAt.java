package wellhead.story;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a page was captured, and where that is known from.
 *
 * @param instant {@code null} exactly when {@code from} is {@link From#NONE} or {@link
 *     From#INFERRED}
 * @param between what other captures tell of it, both ends known, exactly when {@code from} is
 *     {@link From#INFERRED}
 */
public record CapturedAt(@Nullable Instant instant, From from, @Nullable Interval between) {

  /** Not known: relative ages on such a capture give no interval. */
  public static final CapturedAt UNKNOWN = new CapturedAt(null, From.NONE);

  public CapturedAt {
    if ((instant == null) != (from == From.NONE || from == From.INFERRED)
        || (between != null) != (from == From.INFERRED)
        || (between != null && between.isOpenEnded())) {
      throw new IllegalArgumentException("a capture time and its origin go together: " + from);
    }
  }

  /** Known to the second. */
  public CapturedAt(@Nullable Instant instant, From from) {
    this(instant, from, null);
  }

  /** Known by what it shares with captures whose time is known. */
  public static CapturedAt inferred(Interval between) {
    return new CapturedAt(null, From.INFERRED, between);
  }

  /** Where a capture time comes from. */
  public enum From {
    OPTION,
    NOW,
    MTIME,
    WARC_DATE,
    /** The line of JSON says so itself. */
    RECORD,
    HTTP_DATE,
    FILE_NAME,
    INFERRED,
    NONE;

    /** The name that answers use. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
