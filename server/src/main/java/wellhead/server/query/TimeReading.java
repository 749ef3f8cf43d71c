package wellhead.server.query;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words of a query that were read as a window. What matches fully lies in it; what matches in part
 * need not, so that nothing is lost where nothing is dated.
 *
 * @param words as typed, those between them left out
 * @param literal what of them a text may say, too: not "today", which is another day for each text
 * @param since {@code null} for no bound
 * @param until {@code null} for no bound
 */
public record TimeReading(
    String words, Optional<String> literal, @Nullable Instant since, @Nullable Instant until) {
  public TimeReading {
    if (since == null && until == null) {
      throw new IllegalArgumentException("a window needs a bound: " + words);
    }
  }
}
