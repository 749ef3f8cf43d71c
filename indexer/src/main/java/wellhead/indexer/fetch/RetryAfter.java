package wellhead.indexer.fetch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When a site that has too much to do wants to be asked again (RFC 9110, 10.2.3). */
final class RetryAfter {
  private RetryAfter() {}

  /** Empty when it does not say so. */
  static Optional<Instant> of(Exchange exchange) {
    boolean busy = exchange.status() == 429 || exchange.status() == 503;
    return busy
        ? exchange.header("Retry-After").flatMap(value -> parse(value.strip(), exchange.at()))
        : Optional.empty();
  }

  private static Optional<Instant> parse(String value, Instant now) {
    if (value.matches("\\d{1,8}")) {
      return Optional.of(now.plusSeconds(Long.parseLong(value)));
    }
    try {
      return Optional.of(
          Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value))
              .truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
