package wellhead.indexer.capture;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By how much the clock that stamped a source's captures was late, as the user says.
 *
 * @param by negative for early
 * @param since the first stamp that is wrong; {@code null} for the first of all
 * @param until the first that is right again; {@code null} for none
 */
record LateClock(Duration by, @Nullable Instant since, @Nullable Instant until) {
  LateClock {
    if (since != null && until != null && !since.isBefore(until)) {
      throw new IllegalArgumentException("from " + since + " to " + until);
    }
  }

  /** When a capture was taken that bears this stamp. */
  Instant mend(Instant stamped) {
    boolean within =
        (since == null || !stamped.isBefore(since)) && (until == null || stamped.isBefore(until));
    return within ? stamped.minus(by) : stamped;
  }
}
