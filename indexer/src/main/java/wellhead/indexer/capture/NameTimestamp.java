package wellhead.indexer.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The capture time that a file name carries: {@code 20250708T073000Z}, {@code
 * 2025-07-08T07-30-00Z}, {@code 20250708073000}. Without a zone it is UTC. A bare day is none: it
 * would be wrong by up to a day.
 */
public final class NameTimestamp {
  private static final Pattern STAMP =
      Pattern.compile(
          "(?<!\\d)(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})(?:[T_ -]?)(\\d{2})([-:_.]?)(\\d{2})\\6(\\d{2})"
              + "(?:[.,]\\d{1,9}(?=Z))?(?:(Z)|([+-]\\d{2}):?(\\d{2}))?(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  private NameTimestamp() {}

  /** The first stamp in the name that is a real time between 1990 and 2200. */
  static Optional<Instant> find(String fileName) {
    Matcher m = STAMP.matcher(fileName);
    for (int from = 0; m.find(from); from = m.start() + 1) {
      Optional<Instant> instant = instant(m);
      if (instant.isPresent()) {
        return instant;
      }
    }
    return Optional.empty();
  }

  /** What in the name has the shape of a stamp and is no time that there ever was. */
  public static Optional<String> refused(String fileName) {
    Matcher m = STAMP.matcher(fileName);
    return find(fileName).isEmpty() && m.find() ? Optional.of(m.group()) : Optional.empty();
  }

  private static Optional<Instant> instant(Matcher m) {
    try {
      var local =
          LocalDateTime.of(
              number(m, 1), number(m, 3), number(m, 4), number(m, 5), number(m, 7), number(m, 8));
      ZoneOffset offset =
          m.group(10) == null ? ZoneOffset.UTC : ZoneOffset.of(m.group(10) + ":" + m.group(11));
      return local.getYear() < 1990 || local.getYear() > 2200
          ? Optional.empty()
          : Optional.of(local.toInstant(offset));
    } catch (DateTimeException e) {
      return Optional.empty(); // digits in the shape of a stamp, such as a catalogue number
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
