package wellhead.indexer.fetch;

import java.time.Instant;

/** How waiting is done; tests wait without time passing. */
@FunctionalInterface
public interface Pause {
  /** Returns at this time, or at once when it is past. */
  void until(Instant time) throws InterruptedException;
}
