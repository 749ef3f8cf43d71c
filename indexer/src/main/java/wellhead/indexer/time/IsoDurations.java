package wellhead.indexer.time;

import java.time.Duration;

/**
 * Writes a duration as ISO 8601 with days: {@code P1D}, {@code PT12H}, {@code P1DT5M}, {@code
 * PT0S}. Java's own {@code toString} stops at hours ({@code PT24H}). A day is 24 hours.
 */
public final class IsoDurations {
  private IsoDurations() {}

  /**
   * In whole seconds, rounded down.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public static String format(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a width must not be negative: " + duration);
    }
    var time = new StringBuilder();
    append(time, duration.toHoursPart(), 'H');
    append(time, duration.toMinutesPart(), 'M');
    append(time, duration.toSecondsPart(), 'S');
    var text = new StringBuilder("P");
    append(text, duration.toDaysPart(), 'D');
    if (!time.isEmpty()) {
      text.append('T').append(time);
    }
    return text.length() == 1 ? "PT0S" : text.toString();
  }

  private static void append(StringBuilder text, long count, char unit) {
    if (count > 0) {
      text.append(count).append(unit);
    }
  }
}
