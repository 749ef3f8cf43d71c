package wellhead.benchmark;

import java.util.Arrays;

/** How long each of many tries took, in nanoseconds. */
final class Timings {
  private final long[] nanoseconds;
  private int count;

  Timings(int capacity) {
    nanoseconds = new long[capacity];
  }

  void add(long taken) {
    nanoseconds[count++] = taken;
  }

  /** In milliseconds; half of the tries were at most so long. */
  double median() {
    return percentile(0.5);
  }

  /**
   * In milliseconds.
   *
   * @param share 0 to 1
   */
  double percentile(double share) {
    long[] sorted = Arrays.copyOf(nanoseconds, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, (long) (share * count))] / 1e6;
  }
}
