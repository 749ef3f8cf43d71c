package wellhead.server.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Words of a query that were read as a window.
 *
 * @param words as typed, those between them left out
 * @param since {@code null} for no bound
 * @param until {@code null} for no bound
 */
public record TimeReading(String words, @Nullable Instant since, @Nullable Instant until) {
  public TimeReading {
    if (since == null && until == null) {
      throw new IllegalArgumentException("a window needs a bound: " + words);
    }
  }
}
