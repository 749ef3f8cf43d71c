package wellhead.indexer.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import wellhead.story.Interval;

/** When something was published that bears a whole date. */
final class Dates {
  private Dates() {}

  /**
   * The width of what is printed, in the zone printed, else the site's, else any; no later than the
   * capture. Empty when it lies in the future or before 1800.
   */
  static Optional<Interval> published(Label.Date date, Reference reference) {
    int year = date.local().getYear();
    if (year < 1800 || year > 9000) {
      return Optional.empty();
    }
    Wall wall = new Wall(date.zone() == null ? reference.zone() : date.zone());
    LocalDateTime end = end(date.local(), date.precision());
    Instant from = wall.earliest(z -> instant(date.local(), z));
    Instant to = wall.latest(z -> lastInstant(end, z));
    Instant capturedAt = reference.capturedAt();
    if (capturedAt == null) {
      return Optional.of(Interval.between(from, to));
    }
    return new Capture(capturedAt, capturedAt, wall).clip(from, to);
  }

  /** Where a printed time ends: a day at the next midnight, a second in itself. */
  static LocalDateTime end(LocalDateTime local, ChronoUnit precision) {
    return precision == ChronoUnit.SECONDS ? local : local.plus(1, precision);
  }

  /** A local time that occurs twice is first meant the first time. */
  static Instant instant(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  static Instant lastInstant(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }
}
