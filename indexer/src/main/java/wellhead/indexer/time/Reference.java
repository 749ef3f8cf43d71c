package wellhead.indexer.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a label is relative to.
 *
 * @param capturedAt {@code null} when not known: then only absolute dates mean anything
 * @param zone the site's zone; {@code null} when not known: then the widest (UTC+14 to UTC-12)
 *     where a zone matters
 * @param staleness how old the served page may have been when it was captured
 */
public record Reference(@Nullable Instant capturedAt, @Nullable ZoneId zone, Duration staleness) {

  /** What is allowed for when nothing is known of the site's caching: 5 minutes (measured). */
  public static final Duration USUAL_STALENESS = Duration.ofMinutes(5);

  public Reference {
    if (staleness.isNegative()) {
      throw new IllegalArgumentException("staleness must not be negative: " + staleness);
    }
  }
}
