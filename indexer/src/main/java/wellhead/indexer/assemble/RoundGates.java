package wellhead.indexer.assemble;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import wellhead.story.Interval;

/**
 * Where printers that round to nearest go over from one unit to the next. The plain reading has the
 * gates of WordPress's human_time_diff: "1 hour" from 60 minutes on, "1 day" from 24 hours up to
 * 36. Others begin the hour at 44.5 minutes and the day at 21.5 hours (moment, dayjs) or 23.5
 * (javascript-time-ago), or end "1 day" at 42 hours (date-fns, Rails; these round to minutes first,
 * so that all their hours and days begin half a minute early).
 *
 * @param hour the least age that may be printed as "1 hour"
 * @param day the least age that may be printed as "1 day"
 * @param dayEnds below which age "1 day" may be printed
 * @param twoDays the least age that may be printed as "2 days"
 */
record RoundGates(Duration hour, Duration day, Duration dayEnds, Duration twoDays) {
  private static final Duration PLAIN_HOUR = Duration.ofHours(1);
  private static final Duration PLAIN_DAY = Duration.ofHours(24);
  private static final Duration PLAIN_TWO_DAYS = Duration.ofHours(36);
  private static final Duration EARLY_HOUR = Duration.ofSeconds(44 * 60 + 30);
  private static final Duration EARLY_DAY = Duration.ofMinutes(21 * 60 + 30);
  private static final Duration LATE_TWO_DAYS = Duration.ofHours(42);
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  /** To whatever printer the gates belong, as long as "2 days" begins at 36 hours. */
  static final RoundGates EARLY =
      new RoundGates(EARLY_HOUR, EARLY_DAY, PLAIN_TWO_DAYS, PLAIN_TWO_DAYS);

  /** To whatever printer the gates belong, as long as "2 days" begins at 42 hours. */
  static final RoundGates LATE =
      new RoundGates(EARLY_HOUR, EARLY_DAY, LATE_TWO_DAYS, LATE_TWO_DAYS);

  /** To whatever printer the gates belong. */
  static final RoundGates ANY =
      new RoundGates(EARLY_HOUR, EARLY_DAY, LATE_TWO_DAYS, PLAIN_TWO_DAYS);

  /**
   * The gates that a source's own labels leave: one that prints "50 mins" does not begin the hour
   * at 45.
   *
   * @param mostMinutes the largest number of minutes that it prints, as far as known; 0 when not
   * @param mostHours the largest number of hours
   * @param standing the {@link Hypothesis hypotheses} on days that are not contradicted
   */
  static RoundGates of(int mostMinutes, int mostHours, long standing) {
    boolean early = (standing & 1L << Hypothesis.DAYS_ROUND) != 0;
    boolean late = (standing & 1L << Hypothesis.DAYS_ROUND_LATE) != 0;
    return new RoundGates(
        mostMinutes >= 60
            ? PLAIN_HOUR
            : mostMinutes > 45 ? Duration.ofSeconds(59 * 60 + 30) : EARLY_HOUR,
        mostHours >= 24 ? PLAIN_DAY : mostHours > 22 ? Duration.ofMinutes(23 * 60 + 30) : EARLY_DAY,
        late ? LATE_TWO_DAYS : PLAIN_TWO_DAYS,
        early || !late ? PLAIN_TWO_DAYS : LATE_TWO_DAYS);
  }

  /**
   * What a label says.
   *
   * @param plain by the gates of human_time_diff
   */
  Interval read(Interval plain, AgeLabels.AgeLabel label, Instant capturedAt) {
    if (label.unit().compareTo(ChronoUnit.HOURS) < 0) {
      return plain;
    }
    Duration minutesFirst = hour.equals(EARLY_HOUR) ? HALF_A_MINUTE : Duration.ZERO;
    Duration later =
        label.is(1, ChronoUnit.HOURS)
            ? PLAIN_HOUR.minus(hour)
            : label.is(1, ChronoUnit.DAYS)
                ? PLAIN_DAY.minus(day)
                : label.is(2, ChronoUnit.DAYS) ? PLAIN_TWO_DAYS.minus(twoDays) : Duration.ZERO;
    Duration earlier = label.is(1, ChronoUnit.DAYS) ? dayEnds.minus(PLAIN_TWO_DAYS) : Duration.ZERO;
    return moved(plain, earlier, later.plus(minutesFirst), capturedAt);
  }

  private static Interval moved(
      Interval plain, Duration earlier, Duration later, Instant capturedAt) {
    Instant end = plain.end().plus(later);
    return Interval.between(
        plain.start().minus(earlier), end.isAfter(capturedAt) ? capturedAt : end);
  }
}
