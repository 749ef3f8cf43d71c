package wellhead.server.search;

import java.time.Duration;
import java.time.Instant;

/**
 * The shortest spans of which not many more than so many are needed; years when more than so many
 * months have something in them.
 *
 * @param most at least 1
 */
public record Fitting(int most) implements Bucketing {
  public Fitting {
    if (most < 1) {
      throw new IllegalArgumentException("a histogram needs a bucket: " + most);
    }
  }

  /** At most months: whether they are too many is known when they are counted. */
  BucketSize over(Instant from, Instant to) {
    long hours = Duration.between(from, to).toHours();
    if (hours <= most) {
      return BucketSize.HOUR;
    }
    long days = hours / 24;
    return days <= most ? BucketSize.DAY : days / 7 <= most ? BucketSize.WEEK : BucketSize.MONTH;
  }
}
