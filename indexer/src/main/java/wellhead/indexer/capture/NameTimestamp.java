package wellhead.indexer.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wellhead.indexer.time.ZoneNames;

/**
 * The capture time that a file name carries: {@code 20250708T073000Z}, {@code
 * 2025-07-08T07-30-00Z}, {@code 20250708073000}. Without a zone it is UTC; the name of a zone
 * behind it is read ({@code 20250708T093000CEST}), or the stamp is refused: an hour off is worse
 * than no time. A bare day is none: it would be wrong by up to a day.
 */
public final class NameTimestamp {
  private static final Pattern STAMP =
      Pattern.compile(
          "(?<!\\d)(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})([T_ -]?)(\\d{2})([-:_.]?)(\\d{2})\\7(\\d{2})"
              + "(?:[.,]\\d{1,9}(?=Z))?(?:(Z(?![A-Za-z]))|([+-]\\d{2}):?(\\d{2}))?(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  /** Letters that can only be meant as a zone, and letters apart that may be. */
  private static final Pattern GLUED = Pattern.compile("^ ?([A-Z]{2,5})(?![A-Za-z])");

  private static final Pattern APART = Pattern.compile("^[-_. ]([A-Z]{2,5})(?![A-Za-z])");

  private NameTimestamp() {}

  /**
   * The first stamp in the name that is a real time. Digits without a mark between them are one
   * only from 1990 to 2200.
   *
   * @throws Believed.NotBelievedException when the zone behind it is not known
   */
  static Optional<Instant> find(String fileName) throws Believed.NotBelievedException {
    Matcher m = STAMP.matcher(fileName);
    for (int from = 0; m.find(from); from = m.start() + 1) {
      Optional<LocalDateTime> local = local(m);
      if (local.isPresent()) {
        return Optional.of(local.get().atZone(zone(m, fileName)).toInstant());
      }
    }
    return Optional.empty();
  }

  /** What in the name has the shape of a stamp and is no time that there ever was. */
  public static Optional<String> refused(String fileName) {
    Matcher m = STAMP.matcher(fileName);
    try {
      return find(fileName).isEmpty() && m.find() ? Optional.of(m.group()) : Optional.empty();
    } catch (Believed.NotBelievedException e) {
      return Optional.empty(); // a real time in a zone that nobody knows: said as such
    }
  }

  private static Optional<LocalDateTime> local(Matcher m) {
    try {
      var local =
          LocalDateTime.of(
              number(m, 1), number(m, 3), number(m, 4), number(m, 6), number(m, 8), number(m, 9));
      boolean marked = !m.group(2).isEmpty() || m.group(5).toUpperCase(Locale.ROOT).equals("T");
      boolean usual = local.getYear() >= 1990 && local.getYear() <= 2200;
      return usual || (marked && local.getYear() >= 1000) ? Optional.of(local) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty(); // digits in the shape of a stamp, such as a catalogue number
    }
  }

  private static ZoneId zone(Matcher m, String fileName) throws Believed.NotBelievedException {
    if (m.group(10) != null) {
      return ZoneOffset.UTC;
    }
    if (m.group(11) != null) {
      try {
        return ZoneOffset.of(m.group(11) + ":" + m.group(12));
      } catch (DateTimeException e) {
        throw unknown(m.group(), m.group(11) + m.group(12));
      }
    }
    String behind = fileName.substring(m.end());
    Matcher apart = APART.matcher(behind);
    if (apart.find()) {
      Optional<ZoneId> named = ZoneNames.find(apart.group(1));
      if (named.isPresent()) {
        return named.get();
      }
    }
    Matcher glued = GLUED.matcher(behind);
    if (!glued.find()) {
      return ZoneOffset.UTC;
    }
    return ZoneNames.find(glued.group(1)).orElseThrow(() -> unknown(m.group(), glued.group(1)));
  }

  private static Believed.NotBelievedException unknown(String stamp, String zone) {
    return new Believed.NotBelievedException(
        "the zone "
            + zone
            + " behind "
            + stamp
            + " in its file name is not known; rename the file with the time in UTC, as in"
            + " 20250708T073000Z, or with an offset, as in 20250708T093000+0200");
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
