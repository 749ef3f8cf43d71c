package wellhead.indexer.assemble;

import java.util.Arrays;

/**
 * Where each count of a week lies in its row, see {@link PrinterEvidence}. Counts are of headlines.
 *
 * <p>What a headline says of days depends on what its hours mean, so days are counted three times:
 * with hours read by the widest rule, rounded down, and to nearest.
 */
final class Tally {
  /** That contradict hours rounded down, then to nearest. */
  static final int HOURS = 0;

  /** That contradict either. */
  static final int HOURS_TOLD = HOURS + Hypothesis.COUNT - Hypothesis.HOURS_FLOOR;

  /** That bore "46 mins" or more; "60 mins"; "23 hours"; "24 hours". */
  static final int MINUTES_46 = HOURS_TOLD + 1;

  static final int MINUTES_60 = MINUTES_46 + 1;
  static final int HOURS_23 = MINUTES_60 + 1;
  static final int HOURS_24 = HOURS_23 + 1;

  /** See {@link Staleness}; for hours rounded down, then to nearest. */
  static final int STALENESS = HOURS_24 + 1;

  /** That contradict each hypothesis on days, then any, then a rule as a whole; three times. */
  static final int DAYS = STALENESS + 2 * Staleness.COUNTS;

  static final int DAYS_TOLD = Hypothesis.DAYS_COUNT;
  static final int DAYS_RULES_TOLD = DAYS_TOLD + 1;
  static final int DAYS_COUNTS = DAYS_RULES_TOLD + 1;

  /** How hours may be read while days are counted. */
  static final int READINGS = 3;

  /** Dates in numbers that have the day first, then the month first, beyond doubt. */
  static final int DAY_FIRST = DAYS + READINGS * DAYS_COUNTS;

  static final int MONTH_FIRST = DAY_FIRST + 1;

  static final int COUNT = MONTH_FIRST + 1;

  private Tally() {}

  /** The counts of days, hours being read in one of the {@link #READINGS}. */
  static int[] days(int[] row, int reading) {
    int from = DAYS + reading * DAYS_COUNTS;
    return Arrays.copyOfRange(row, from, from + DAYS_COUNTS);
  }

  static int[] sum(int[] a, int[] b) {
    int[] sum = new int[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }
}
