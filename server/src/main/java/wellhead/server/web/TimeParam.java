package wellhead.server.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wellhead.story.Interval;

/**
 * Reads the times of a request.
 *
 * <pre>
 * moment  = day | instant | span            ; a span counts back from now
 * day     = 2026-07-03                      ; its first moment in the zone
 * instant = 2026-07-03T14:20:00Z | 2026-07-03T14:20+02:00
 * span    = 24h | 7d | 2w | PT6H | P30D | P1M
 * </pre>
 *
 * @param now what a span counts back from
 * @param zone where days and months begin
 */
record TimeParam(Instant now, ZoneId zone) {
  private static final Pattern SHORT_SPAN = Pattern.compile("([0-9]{1,9})(h|d|w)");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /**
   * @throws ProblemException when the text is no moment
   */
  Instant moment(String param, String text) {
    try {
      if (DAY.matcher(text).matches()) {
        return inRange(param, text, LocalDate.parse(text).atStartOfDay(zone).toInstant());
      }
      Optional<Instant> ago = ago(text);
      return inRange(param, text, ago.isPresent() ? ago.get() : instantOf(text));
    } catch (DateTimeException | ArithmeticException e) {
      throw unusable(
          param,
          text,
          "a day (2026-07-03), an instant with its zone (2026-07-03T14:20:00Z), or a span ago (7d,"
              + " PT6H)");
    }
  }

  /**
   * The moment that lies the span before now.
   *
   * @throws ProblemException when the text is no span
   */
  Instant windowStart(String param, String text) {
    try {
      Optional<Instant> ago = ago(text);
      if (ago.isPresent()) {
        return inRange(param, text, ago.get());
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw unusable(param, text, "a shorter span");
    }
    throw unusable(param, text, "a span such as 24h, 7d or P30D");
  }

  /**
   * @throws ProblemException when the text is no instant
   */
  static Instant instant(String param, String text) {
    try {
      return inRange(param, text, instantOf(text));
    } catch (DateTimeParseException e) {
      throw unusable(param, text, "an instant with its zone, such as 2026-07-03T14:20:00Z");
    }
  }

  private static Instant instantOf(String text) {
    // a + that was not percent-encoded arrives as a space: "T14:20 02:00" has no other reading
    return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
  }

  private Optional<Instant> ago(String text) {
    Matcher matcher = SHORT_SPAN.matcher(text);
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      return Optional.of(
          now.minus(
              switch (matcher.group(2)) {
                case "h" -> Duration.ofHours(count);
                case "d" -> Duration.ofDays(count);
                default -> Duration.ofDays(7 * count);
              }));
    }
    if (!text.startsWith("P")) {
      return Optional.empty();
    }
    return Optional.of(
        isCalendarSpan(text)
            ? now.atZone(zone).minus(positive(Period.parse(text))).toInstant()
            : now.minus(positive(Duration.parse(text))));
  }

  private static boolean isCalendarSpan(String text) {
    String date = text.contains("T") ? text.substring(0, text.indexOf('T')) : text;
    return date.contains("M") || date.contains("Y") || date.contains("W");
  }

  private static Period positive(Period period) {
    if (period.isNegative() || period.isZero()) {
      throw new DateTimeException("a span goes back in time");
    }
    return period;
  }

  private static Duration positive(Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new DateTimeException("a span goes back in time");
    }
    return duration;
  }

  private static Instant inRange(String param, String text, Instant instant) {
    if (instant.isBefore(Interval.FLOOR) || instant.isAfter(Interval.CEILING)) {
      throw unusable(param, text, "a time between the years 1000 and 9999");
    }
    return instant;
  }

  private static ProblemException unusable(String param, String text, String wanted) {
    return ProblemException.unusable(
        param, Quoted.text(text) + " cannot be used for " + param + ": give " + wanted + ".");
  }
}
