package wellhead.indexer.assemble;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.story.CapturedList;

/** When the front pages of a source were captured, and with what on them. */
@FunctionalInterface
public interface CaptureTimes {

  /**
   * Whether the source's list was captured after {@code from} and before {@code to}, both excluded.
   *
   * @param source {@code null} for captures of unknown source, each of which stands alone
   */
  boolean anyBetween(@Nullable String source, Instant from, Instant to);

  /**
   * The list on a capture; empty when it has none that is known to be complete.
   *
   * @param capture its id
   */
  default Optional<CapturedList> list(String capture) {
    return Optional.empty();
  }

  /** The newest list of the same page that was captured before this one. */
  default Optional<CapturedList> before(CapturedList list) {
    return Optional.empty();
  }
}
