package wellhead.indexer.assemble;

import java.time.Instant;
import java.util.stream.IntStream;
import wellhead.indexer.time.Reference;
import wellhead.story.Interval;

/**
 * The moments of the day, UTC, at which the day may begin where a site is, {@link #COUNT} of them:
 * one for each offset from UTC that zones have or had since 1990, offsets that differ by a day
 * being one.
 */
final class Midnights {
  private static final int[] OFFSETS =
      IntStream.concat(
              IntStream.range(0, 24).map(hours -> hours * 60),
              IntStream.of(
                  3 * 60 + 30,
                  4 * 60 + 30,
                  5 * 60 + 30,
                  5 * 60 + 45,
                  6 * 60 + 30,
                  8 * 60 + 30,
                  8 * 60 + 45,
                  9 * 60 + 30,
                  10 * 60 + 30,
                  11 * 60 + 30,
                  12 * 60 + 45,
                  13 * 60 + 45,
                  14 * 60 + 30, // nine and a half hours behind
                  20 * 60 + 30,
                  21 * 60 + 30))
          .map(minutes -> minutes * 60)
          .toArray();

  static final int COUNT = OFFSETS.length;

  private static final long DAY = 86_400;
  private static final long STALENESS = Reference.USUAL_STALENESS.toSeconds();

  private Midnights() {}

  /** The first second that may bear a label of so many days on a page captured at {@code c}. */
  static long first(int midnight, long c, int daysBack) {
    long offset = OFFSETS[midnight];
    return (Math.floorDiv(c - STALENESS + offset, DAY) - daysBack) * DAY - offset;
  }

  /** The last second that may bear that label. */
  static long last(int midnight, long c, int daysBack) {
    long offset = OFFSETS[midnight];
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
