package wellhead.server.search;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a story's age takes part in its score: {@code text * (1 + recency * freshness)}.
 *
 * <p>Freshness is 1 at or after {@code now}, a half after a week, a third after two, and goes on
 * falling: the reciprocal keeps a story of yesterday apart from one of last month, without making
 * all of last year equal. The factor lies between 1 and {@code 1 + recency}, so a lead in text
 * score of more than {@code recency} is never overturned.
 */
record Freshness(Instant now, double recency) {
  private static final double HALF_LIFE_SECONDS = Duration.ofDays(7).toSeconds();

  /**
   * @param midpoint seconds since 1970
   */
  double factor(long midpoint) {
    double age = Math.max(0, (double) now.getEpochSecond() - midpoint);
    return 1 + recency * HALF_LIFE_SECONDS / (HALF_LIFE_SECONDS + age);
  }

  /** The factor of a story that is at least as new as any. */
  double highest() {
    return 1 + recency;
  }
}
