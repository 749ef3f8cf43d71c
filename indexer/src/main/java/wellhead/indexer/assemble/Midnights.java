package wellhead.indexer.assemble;

import java.time.Instant;
import wellhead.indexer.time.Reference;
import wellhead.story.Interval;

/**
 * The moments of the day, UTC, at which the day may begin where a site is: every half hour, {@link
 * #COUNT} of them. Number {@code m} stands for all offsets from UTC that are {@code m} half hours,
 * or a day more or less. A zone at a quarter of an hour lies between two of them.
 */
final class Midnights {
  static final int COUNT = 48;

  private static final long DAY = 86_400;
  private static final long STEP = DAY / COUNT;
  private static final long STALENESS = Reference.USUAL_STALENESS.toSeconds();

  private Midnights() {}

  /** The first second that may bear a label of so many days on a page captured at {@code c}. */
  static long first(int midnight, long c, int daysBack) {
    long offset = midnight * STEP;
    return (Math.floorDiv(c - STALENESS + offset, DAY) - daysBack) * DAY - offset;
  }

  /** The last second that may bear that label. */
  static long last(int midnight, long c, int daysBack) {
    long offset = midnight * STEP;
    return Math.min(c, (Math.floorDiv(c + offset, DAY) - daysBack + 1) * DAY - offset);
  }

  /**
   * The seconds that may bear the label when the day begins at one of several moments.
   *
   * @param midnights a bit each; at least one
   * @param slack seconds to add at both ends
   */
  static Interval hull(long midnights, Instant capturedAt, int daysBack, long slack) {
    long c = capturedAt.getEpochSecond();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (long left = midnights; left != 0; left &= left - 1) {
      int midnight = Long.numberOfTrailingZeros(left);
      first = Math.min(first, first(midnight, c, daysBack));
      last = Math.max(last, last(midnight, c, daysBack));
    }
    return Interval.between(
        Instant.ofEpochSecond(first - slack), Instant.ofEpochSecond(Math.min(c, last + slack)));
  }
}
