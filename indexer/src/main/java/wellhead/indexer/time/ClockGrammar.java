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
 * clock  = "T" (two | four | six digits) [zone]
 *        | [MERIDIEM_BEFORE] (hour ":" two digits [":" two digits ["." digits]] [MERIDIEM]
 *          | hour ("." | "h") two digits [MERIDIEM | CLOCK] | hour MERIDIEM | four digits zone
 *          | hour CLOCK, behind a date | hour HOUR_MARK two digits MINUTE_MARK
 *          | ["12" [":00"]] HOUR)
 *          [CLOCK] [zone]
 * </pre>
 *
 * "17.00" alone is a price: it needs MERIDIEM, CLOCK, AT or a zone beside it.
 */
final class ClockGrammar {
  private static final int HOURS_A_DAY = 24;

  /** Where a clock time stands: the less is before it, the more it must say itself. */
  enum Position {
    ALONE,
    AFTER_DATE,
    /** Behind a word such as "at". */
    AFTER_AT
  }

  /**
   * A time of the day.
   *
   * @param second of the day
   * @param precision DAYS ("midnight", which may be meant at either end of the day), HOURS, MINUTES
   *     or SECONDS
   * @param zone as printed; {@code null} when none is printed
   */
  record Clock(int second, ChronoUnit precision, @Nullable ZoneId zone) {
    Clock in(@Nullable ZoneId printed) {
      return new Clock(second, precision, printed);
    }
  }

  private final Cursor cursor;
  private final Position position;

  private ClockGrammar(Cursor cursor, Position position) {
    this.cursor = cursor;
    this.position = position;
  }

  /** The clock time at the cursor; the cursor stays when there is none. */
  static Optional<Clock> read(Cursor cursor, Position position) {
    int start = cursor.at;
    Clock clock = new ClockGrammar(cursor, position).clock();
    if (clock == null) {
      cursor.at = start;
    }
    return Optional.ofNullable(clock);
  }

  private @Nullable Clock clock() {
    var word = word();
    if (word != null) {
      return word;
    }
    if (isBehindT()) {
      return basic();
    }
    if (cursor.isNumber(4, 4)) {
      return fourDigits();
    }
    var before = cursor.take(Topic.MERIDIEM_BEFORE);
    if (!cursor.isNumber(1, 2)) {
      return null;
    }
    int hour = cursor.number();
    Clock clock = behindHour(hour, before);
    if (clock == null || clock.zone() != null) {
      return clock;
    }
    return clock.in(ZoneGrammar.read(cursor).orElse(null));
  }

  /** "noon", "12 midnight"; alone they are words of titles. */
  private @Nullable Clock word() {
    int start = cursor.at;
    boolean twelve = cursor.isNumber(2, 2) && cursor.number() == 12;
    if (twelve && cursor.skipGlued(":")) {
      twelve = cursor.isGluedNumber(2, 2) && cursor.number() == 0;
    }
    var hour = cursor.take(Topic.HOUR).map(Integer::valueOf);
    if (hour.isEmpty()) {
      cursor.at = start;
      return null;
    }
    int end = cursor.at;
    var zone = ZoneGrammar.read(cursor);
    boolean all = start == 0 && cursor.at == cursor.tokens.size();
    if (position == Position.ALONE && !twelve && cursor.at == end && !all) {
      cursor.at = start;
      return null;
    }
    Clock clock =
        hour.get() == HOURS_A_DAY
            ? new Clock(0, ChronoUnit.DAYS, null)
            : new Clock(hour.get() * 3600, ChronoUnit.HOURS, null);
    return clock.in(zone.orElse(null));
  }

  private boolean isBehindT() {
    Token colon = cursor.peek(1);
    return position != Position.ALONE
        && cursor.tokens.get(cursor.at - 1).is("t")
        && (cursor.isGluedNumber(6, 6)
            || cursor.isGluedNumber(4, 4)
            || (cursor.isGluedNumber(2, 2) && (colon == null || !colon.is(":"))));
  }

  /** "T170000Z", "T1700", "T17". */
  private @Nullable Clock basic() {
    String digits = cursor.tokens.get(cursor.at++).text();
    int number = Integer.parseInt((digits + "0000").substring(0, 6));
    ChronoUnit precision =
        switch (digits.length()) {
          case 2 -> ChronoUnit.HOURS;
          case 4 -> ChronoUnit.MINUTES;
          default -> ChronoUnit.SECONDS;
        };
    fraction();
    Clock clock =
        of(number / 10_000, number / 100 % 100, number % 100, precision, Optional.empty());
    return clock == null ? null : clock.in(ZoneGrammar.read(cursor).orElse(null));
  }

  /** "1700 GMT". */
  private @Nullable Clock fourDigits() {
    int number = cursor.number();
    int end = cursor.at;
    var zone = ZoneGrammar.read(cursor);
    Token behind = cursor.peek();
    boolean letters = cursor.at > end && cursor.tokens.get(end).isWord();
    Clock clock = of(number / 100, number % 100, 0, ChronoUnit.MINUTES, Optional.empty());
    return !letters || clock == null || (behind != null && behind.isGlued() && behind.isWord())
        ? null
        : clock.in(zone.orElse(null));
  }

  private @Nullable Clock behindHour(int hour, Optional<String> before) {
    if (cursor.skipGlued(":")) {
      return cursor.isGluedNumber(2, 2) ? minutesAndMore(hour, before) : null;
    }
    int start = cursor.at;
    if (cursor.skip(Topic.HOUR_MARK) && cursor.isNumber(1, 2)) {
      int minute = cursor.number();
      return cursor.skip(Topic.MINUTE_MARK)
          ? of(hour, minute, 0, ChronoUnit.MINUTES, before)
          : null;
    }
    cursor.at = start;
    Clock minutes = minutes(hour);
    if (minutes != null) {
      return minutes;
    }
    cursor.at = start;
    var half = cursor.take(Topic.MERIDIEM).or(() -> before);
    boolean named =
        half.isPresent()
            || (position != Position.ALONE
                && (cursor.skip(Topic.CLOCK) || cursor.skip(Topic.HOUR_MARK)));
    return named ? of(hour, 0, 0, ChronoUnit.HOURS, half) : null;
  }

  /** "17.05 Uhr", "17h05", "17 h 05". */
  private @Nullable Clock minutes(int hour) {
    if (cursor.skipGlued(".")) {
      return cursor.isGluedNumber(2, 2) ? dotted(hour, cursor.number()) : null;
    }
    Token letter = cursor.peek();
    if (letter == null || !letter.printed().equals("h")) {
      return null;
    }
    cursor.at++;
    Token digits = cursor.peek();
    boolean apart = position != Position.ALONE && !letter.isGlued();
    if (digits == null
        || !cursor.isNumber(2, 2)
        || digits.isGlued() != letter.isGlued()
        || !(letter.isGlued() || apart)) {
      return null;
    }
    return of(hour, cursor.number(), 0, ChronoUnit.MINUTES, cursor.take(Topic.MERIDIEM));
  }

  private @Nullable Clock dotted(int hour, int minute) {
    var half = cursor.take(Topic.MERIDIEM);
    Clock clock = of(hour, minute, 0, ChronoUnit.MINUTES, half);
    if (clock == null || half.isPresent() || cursor.skip(Topic.CLOCK)) {
      return clock;
    }
    int end = cursor.at;
    var zone = ZoneGrammar.read(cursor);
    boolean letters = cursor.at > end && cursor.tokens.get(cursor.at - 1).isWord();
    return letters || position == Position.AFTER_AT ? clock.in(zone.orElse(null)) : null;
  }

  private @Nullable Clock minutesAndMore(int hour, Optional<String> before) {
    int minute = cursor.number();
    int second = 0;
    ChronoUnit precision = ChronoUnit.MINUTES;
    if (cursor.skipGlued(":")) {
      if (!cursor.isGluedNumber(2, 2)) {
        return null;
      }
      second = cursor.number();
      precision = ChronoUnit.SECONDS;
      fraction();
    }
    var half = cursor.take(Topic.MERIDIEM).or(() -> before);
    if (half.isEmpty()) {
      cursor.skip(Topic.CLOCK);
    }
    return of(hour, minute, second, precision, half);
  }

  private void fraction() {
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
      // "00:22 AM" is printed too; "00:22 PM" may be either half
      boolean morning = half.get().equals("0");
      if (morning ? hour > 12 : hour < 1) {
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
