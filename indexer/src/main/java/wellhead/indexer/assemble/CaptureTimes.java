package wellhead.indexer.assemble;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the front pages of a source were captured. */
@FunctionalInterface
public interface CaptureTimes {

  /**
   * Whether the source's list was captured after {@code from} and before {@code to}, both excluded.
   *
   * @param source {@code null} for captures of unknown source, each of which stands alone
   */
  boolean anyBetween(@Nullable String source, Instant from, Instant to);
}
