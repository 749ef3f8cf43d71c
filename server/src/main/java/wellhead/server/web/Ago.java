package wellhead.server.web;

import java.time.Duration;
import java.time.Instant;
import wellhead.story.Interval;

/**
 * How long ago, in words that claim no more than is known: a span that the interval does not allow
 * to tell is not told.
 */
final class Ago {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /** The mean month and year of the Gregorian calendar; nobody checks "5 months ago" by the day. */
  private static final Duration MONTH = Duration.ofSeconds(2_629_746);

  private static final Duration YEAR = MONTH.multipliedBy(12);

  private Ago() {}

  /** Short, such as "3 hours ago", "at least 2 years ago"; empty when it tells nothing. */
  static String words(Interval interval, Instant now) {
    Instant earliest = interval.earliest();
    Instant latest = interval.latest();
    if (latest == null) {
      return "";
    }
    if (earliest == null) {
      return latest.isAfter(now) ? "" : "at least " + span(Duration.between(latest, now), "ago");
    }
    Duration half = Duration.between(earliest, latest).dividedBy(2);
    Duration age = Duration.between(earliest.plus(half), now);
    if (half.compareTo(age.abs()) > 0 && half.compareTo(HOUR) > 0) {
      return ""; // "2 hours ago" about something of today or yesterday
    }
    if (age.abs().compareTo(MINUTE) < 0) {
      return "just now";
    }
    return age.isNegative() ? span(age.negated(), "from now") : span(age, "ago");
  }

  private static String span(Duration span, String direction) {
    if (span.compareTo(HOUR) < 0) {
      return counted(span, MINUTE, "minute", direction);
    }
    if (span.compareTo(DAY) < 0) {
      return counted(span, HOUR, "hour", direction);
    }
    if (span.compareTo(WEEK.multipliedBy(2)) < 0) {
      return counted(span, DAY, "day", direction);
    }
    if (span.compareTo(MONTH.multipliedBy(2)) < 0) {
      return counted(span, WEEK, "week", direction);
    }
    return span.compareTo(YEAR.multipliedBy(2)) < 0
        ? counted(span, MONTH, "month", direction)
        : counted(span, YEAR, "year", direction);
  }

  private static String counted(Duration span, Duration unit, String name, String direction) {
    long count = Math.max(1, span.dividedBy(unit));
    return count + " " + name + (count == 1 ? " " : "s ") + direction;
  }
}
