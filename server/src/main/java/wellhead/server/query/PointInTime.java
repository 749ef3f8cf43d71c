package wellhead.server.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wellhead.story.Interval;

/**
 * A time as a query says it: an instant, the first moment of a day or month, or how long ago
 * ({@code 7d}, {@code 24h}, {@code PT6H}, {@code P1M}).
 */
final class PointInTime {
  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([hdw])");

  private PointInTime() {}

  /** The instant that is meant; empty when the text says none. */
  static Optional<Instant> parse(String text, Instant now, ZoneId zone) {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      return attempt(
          () -> now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1)))));
    }
    return Stream.<Supplier<Instant>>of(
            () -> OffsetDateTime.parse(text).toInstant(),
            () -> LocalDate.parse(text).atStartOfDay(zone).toInstant(),
            () -> YearMonth.parse(text).atDay(1).atStartOfDay(zone).toInstant(),
            () -> now.minus(Duration.parse(text)),
            () -> now.atZone(zone).minus(Period.parse(text)).toInstant())
        .flatMap(form -> attempt(form).stream())
        .findFirst();
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }

  private static Optional<Instant> attempt(Supplier<Instant> form) {
    try {
      return Optional.of(form.get())
          .filter(i -> !i.isBefore(Interval.FLOOR) && !i.isAfter(Interval.CEILING));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
