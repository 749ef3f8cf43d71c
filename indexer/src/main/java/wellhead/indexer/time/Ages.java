package wellhead.indexer.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import wellhead.indexer.time.Label.Age;
import wellhead.indexer.time.Label.Part;

/**
 * Counts an age back from an instant. Seconds to weeks are elapsed time; months and years are
 * calendar arithmetic in the zone, clamped to the end of a short month, and a part of a month is
 * that part of the month it falls in.
 */
final class Ages {
  private Ages() {}

  /**
   * The instant that lies the age before another.
   *
   * @param more thousandths of the last unit to add to the age; negative ones take away, down to no
   *     age at all
   */
  static Instant before(Instant from, Age age, long more, ZoneId zone) {
    List<Part> parts = age.parts();
    Instant at = from;
    long millis = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      long thousandths = part.thousandths() + (i == parts.size() - 1 ? more : 0);
      if (isCalendar(part.unit())) {
        at = calendar(at, Math.max(0, thousandths), part.unit(), zone);
      } else {
        millis += thousandths * part.unit().getDuration().toSeconds();
      }
    }
    return at.minusMillis(Math.max(0, millis));
  }

  /** The finest unit of an age. */
  static ChronoUnit unit(Age age) {
    return age.parts().getLast().unit();
  }

  /** The next larger number that would be printed, in thousandths: 1 behind 4, 0.5 behind 1.5. */
  static long step(Age age) {
    long thousandths = age.parts().getLast().thousandths();
    for (long step : new long[] {1000, 500, 250, 100}) {
      if (thousandths % step == 0) {
        return step;
      }
    }
    return 10;
  }

  /** Whether it is one number with its unit. */
  static boolean isSimple(Age age) {
    return age.parts().size() == 1;
  }

  static boolean isOne(Age age) {
    return isSimple(age) && age.parts().getFirst().thousandths() == 1000;
  }

  /** Whether sites print it for everything below it as well: "1 min", "1 second". */
  static boolean isSmallest(Age age) {
    return isOne(age) && unit(age).compareTo(ChronoUnit.MINUTES) <= 0;
  }

  static boolean isCalendar(ChronoUnit unit) {
    return unit == ChronoUnit.MONTHS || unit == ChronoUnit.YEARS;
  }

  private static Instant calendar(Instant from, long thousandths, ChronoUnit unit, ZoneId zone) {
    var local = from.atZone(zone);
    long whole = thousandths / 1000;
    Instant at = local.minus(whole, unit).toInstant();
    long rest = thousandths % 1000;
    if (rest == 0) {
      return at;
    }
    long length = ChronoUnit.SECONDS.between(local.minus(whole + 1, unit).toInstant(), at);
    return at.minusMillis(length * rest);
  }
}
