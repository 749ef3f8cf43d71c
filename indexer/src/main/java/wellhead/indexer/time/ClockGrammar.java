package wellhead.indexer.time;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Vocabulary.Topic;

/**
 * Reads clock times.
 *
 * <pre>
 * clock  = (hour ":" two digits [":" two digits ["." digits]] [MERIDIEM]
 *          | hour "." two digits (MERIDIEM | CLOCK) | hour "h" two digits | hour MERIDIEM
 *          | hour CLOCK, behind a date) [CLOCK] [zone]
 * </pre>
 */
final class ClockGrammar {

  /**
   * A time of the day.
   *
   * @param second of the day
   * @param precision HOURS, MINUTES or SECONDS
   * @param zone as printed; {@code null} when none is printed
   */
  record Clock(int second, ChronoUnit precision, @Nullable ZoneId zone) {}

  private ClockGrammar() {}

  /** The clock time at the cursor; the cursor stays when there is none. */
  static Optional<Clock> read(Cursor cursor, boolean behindDate) {
    int start = cursor.at;
    Clock clock = clock(cursor, behindDate);
    if (clock == null) {
      cursor.at = start;
      return Optional.empty();
    }
    return Optional.of(
        new Clock(clock.second, clock.precision, ZoneGrammar.read(cursor).orElse(null)));
  }

  private static @Nullable Clock clock(Cursor cursor, boolean behindDate) {
    if (!cursor.isNumber(1, 2)) {
      return null;
    }
    int hour = cursor.number();
    if (cursor.skipGlued(":")) {
      return cursor.isGluedNumber(2, 2) ? minutesAndMore(cursor, hour) : null;
    }
    int behindHour = cursor.at;
    if ((cursor.skipGlued(".") || cursor.skipGlued("h")) && cursor.isGluedNumber(2, 2)) {
      boolean letter = cursor.tokens.get(behindHour).is("h");
      int minute = cursor.number();
      var half = cursor.take(Topic.MERIDIEM);
      boolean named = half.isPresent() || cursor.skip(Topic.CLOCK) || letter;
      return named ? of(hour, minute, 0, ChronoUnit.MINUTES, half) : null;
    }
    cursor.at = behindHour;
    var half = cursor.take(Topic.MERIDIEM);
    boolean named = half.isPresent() || (behindDate && cursor.skip(Topic.CLOCK));
    return named ? of(hour, 0, 0, ChronoUnit.HOURS, half) : null;
  }

  private static @Nullable Clock minutesAndMore(Cursor cursor, int hour) {
    int minute = cursor.number();
    int second = 0;
    ChronoUnit precision = ChronoUnit.MINUTES;
    if (cursor.skipGlued(":")) {
      if (!cursor.isGluedNumber(2, 2)) {
        return null;
      }
      second = cursor.number();
      precision = ChronoUnit.SECONDS;
      fraction(cursor);
    }
    var half = cursor.take(Topic.MERIDIEM);
    if (half.isEmpty()) {
      cursor.skip(Topic.CLOCK);
    }
    return of(hour, minute, second, precision, half);
  }

  private static void fraction(Cursor cursor) {
    int start = cursor.at;
    if (!((cursor.skipGlued(".") || cursor.skipGlued(",")) && cursor.isGluedNumber(1, 9))) {
      cursor.at = start;
      return;
    }
    cursor.at++;
  }

  private static @Nullable Clock of(
      int hour, int minute, int second, ChronoUnit precision, Optional<String> half) {
    int shifted = hour;
    if (half.isPresent()) {
      // "14:05 PM" is printed too
      if (hour < 1 || (hour > 12 && half.get().equals("0"))) {
        return null;
      }
      shifted = hour > 12 ? hour : hour % 12 + Integer.parseInt(half.get());
    }
    // a leap second is printed as 60 and belongs to the minute it ends
    int wholeSecond = Math.min(second, 59);
    return shifted > 23 || minute > 59 || second > 60
        ? null
        : new Clock(shifted * 3600 + minute * 60 + wholeSecond, precision, null);
  }
}
