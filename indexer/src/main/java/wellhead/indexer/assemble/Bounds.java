package wellhead.indexer.assemble;

import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;

/**
 * The two tightest bounds on each side of a headline that different captures give, as if every page
 * was fresh.
 */
final class Bounds {
  private final Side first = new Side();
  private final Side last = new Side();

  /** One side, in seconds that grow as it tightens. */
  private static final class Side {
    private long best = Long.MIN_VALUE;
    private long bestAt;
    private long second = Long.MIN_VALUE;
    private long secondAt;

    void add(long bound, long at) {
      if (bound > best) {
        if (at != bestAt) {
          second = best;
          secondAt = bestAt;
        }
        best = bound;
        bestAt = at;
      } else if (at != bestAt && bound > second) {
        second = bound;
        secondAt = at;
      }
    }
  }

  /**
   * @param told with the usual staleness allowed for; {@code null} when the label is never printed
   */
  void add(@Nullable Interval told, long at) {
    if (told != null) {
      first.add(told.start().getEpochSecond() + Staleness.MOST, at);
      last.add(-told.end().getEpochSecond(), at);
    }
  }

  /** Counts how much is left between the bounds of two captures. */
  void count(int[] counts, int from) {
    if (first.bestAt != last.bestAt) {
      count(first.best, first.bestAt, last.best, last.bestAt, counts, from);
    } else if (left(first.second, last.best) < left(first.best, last.second)) {
      count(first.second, first.secondAt, last.best, last.bestAt, counts, from);
    } else {
      count(first.best, first.bestAt, last.second, last.secondAt, counts, from);
    }
  }

  private static void count(
      long first, long firstAt, long last, long lastAt, int[] counts, int from) {
    if (first > Long.MIN_VALUE && last > Long.MIN_VALUE) {
      Staleness.count(left(first, last), new long[] {firstAt, lastAt}, counts, from);
    }
  }

  private static long left(long first, long last) {
    return first == Long.MIN_VALUE || last == Long.MIN_VALUE ? Long.MAX_VALUE : -last - first;
  }
}
