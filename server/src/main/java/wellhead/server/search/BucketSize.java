package wellhead.server.search;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * The spans that a histogram cuts time into, as a calendar on the wall of the zone has them: a day
 * of 23 or 25 hours where the clocks change, weeks from Monday (ISO 8601), months and years of
 * their length.
 */
public enum BucketSize implements Bucketing {
  HOUR,
  DAY,
  WEEK,
  MONTH,
  YEAR;

  /** The name that requests and answers use. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The next longer spans; the same for the longest. */
  BucketSize longer() {
    return switch (this) {
      case HOUR -> DAY;
      case DAY -> WEEK;
      case WEEK -> MONTH;
      case MONTH, YEAR -> YEAR;
    };
  }

  /** The first moment of the span that an instant lies in. */
  Instant startOf(Instant instant, ZoneId zone) {
    ZonedDateTime wall = instant.atZone(zone);
    return this == HOUR
        ? hourOf(wall).toInstant()
        : first(wall.toLocalDate()).atStartOfDay(zone).toInstant();
  }

  /**
   * The first moment of the span after.
   *
   * @param start the first moment of a span
   */
  Instant next(Instant start, ZoneId zone) {
    if (this == HOUR) {
      Instant hourLater = start.plus(1, ChronoUnit.HOURS);
      Instant wholeHour = hourOf(hourLater.atZone(zone)).toInstant();
      // clocks that go back by half an hour (Lord Howe) make a span of half an hour
      return wholeHour.isAfter(start) ? wholeHour : hourLater;
    }
    LocalDate day = start.atZone(zone).toLocalDate();
    Instant next;
    do {
      day = after(day);
      next = day.atStartOfDay(zone).toInstant();
    } while (!next.isAfter(start)); // a day that a zone left out when it crossed the date line
    return next;
  }

  /** A lower bound of the spans between two instants, without walking through them. */
  long atLeast(Instant from, Instant to) {
    long longestHours =
        switch (this) {
          case HOUR -> 2;
          case DAY -> 48;
          case WEEK -> 8 * 24;
          case MONTH -> 32 * 24;
          case YEAR -> 367 * 24;
        };
    return ChronoUnit.HOURS.between(from, to) / longestHours;
  }

  private static ZonedDateTime hourOf(ZonedDateTime wall) {
    return wall.truncatedTo(ChronoUnit.HOURS);
  }

  private LocalDate first(LocalDate day) {
    return switch (this) {
      case HOUR, DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  private LocalDate after(LocalDate day) {
    return switch (this) {
      case HOUR, DAY -> day.plusDays(1);
      case WEEK -> day.plusWeeks(1);
      case MONTH -> day.plusMonths(1);
      case YEAR -> day.plusYears(1);
    };
  }
}
