package wellhead.indexer.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.ClockGrammar.Clock;
import wellhead.indexer.time.ClockGrammar.Position;
import wellhead.indexer.time.DayGrammar.Day;
import wellhead.indexer.time.Label.Role;
import wellhead.indexer.time.Reading.Footing;
import wellhead.indexer.time.Vocabulary.Topic;

/**
 * Reads dates, and the words that stand for days.
 *
 * <pre>
 * date  = [weekday joint] day [weekday] [joint clock [year]] | clock [joint [weekday joint] day]
 *       | weekday [joint clock] | clock joint weekday | [clock joint] DAY [joint clock] | LAST
 * weekday = [PAST_WEEKDAY] WEEKDAY ["."] [PAST_WEEKDAY]
 * joint = "," | "T" | "-" | "|" | "/" | "·" | AT
 * </pre>
 */
final class DateGrammar {
  private static final List<String> JOINTS = List.of(",", "-", "|", "/", "·", "•", ":", "@");

  /** "Mar", "Sat" and "So" are other words as well; alone they name no day. */
  private static final int FEWEST_LETTERS = 4;

  private final Cursor cursor;

  private DateGrammar(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The date that begins at the cursor. */
  static Optional<Reading> read(Cursor cursor) {
    return new DateGrammar(cursor).date();
  }

  private Optional<Reading> date() {
    var last = last();
    if (last.isPresent()) {
      return found(last.get(), Footing.SET_OFF);
    }
    var clock = ClockGrammar.read(cursor, Position.ALONE);
    if (clock.isPresent()) {
      return clockFirst(clock.get());
    }
    Token first = cursor.peek();
    var back = cursor.take(Topic.DAY);
    if (back.isPresent()) {
      return dayWord(Integer.parseInt(back.get()), first);
    }
    return weekdayOrDay();
  }

  private Optional<Label> last() {
    int start = cursor.at;
    var last = cursor.take(Topic.LAST);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    int end = cursor.at;
    cursor.at = start;
    if (weekday().isPresent() && cursor.at > end) {
      // "上周" is last week, "上周一" its Monday
      cursor.at = start;
      return Optional.empty();
    }
    cursor.at = end;
    return Optional.of(new Label.CalendarUnit(1, ChronoUnit.valueOf(last.get()), Role.PUBLISHED));
  }

  private Optional<Reading> clockFirst(Clock clock) {
    int start = cursor.at;
    joint();
    var back = cursor.take(Topic.DAY);
    if (back.isPresent()) {
      return found(calendarDay(Integer.parseInt(back.get()), clock), Footing.ANYWHERE);
    }
    var weekday = weekday();
    int behindWeekday = cursor.at;
    if (weekday.isPresent()) {
      joint();
    }
    var day = DayGrammar.read(cursor);
    if (day.isPresent() && day.get().day() != null) {
      return dated(day.get(), clock);
    }
    if (weekday.isPresent() && !cursor.tokens.get(start).is("-")) {
      cursor.at = behindWeekday;
      return found(weekday(weekday.get(), clock), Footing.SET_OFF);
    }
    cursor.at = start;
    // the midnight that has been: of a day that is printed it may be either end
    boolean midnight = clock.precision() == ChronoUnit.DAYS;
    if (midnight && cursor.at < cursor.tokens.size()) {
      return Optional.empty();
    }
    ChronoUnit precision = midnight ? ChronoUnit.HOURS : clock.precision();
    var label =
        new Label.PartialDate(null, null, clock.second(), precision, clock.zone(), Role.PUBLISHED);
    boolean hour = precision == ChronoUnit.HOURS;
    return found(label, hour ? Footing.SET_OFF : Footing.HEAD);
  }

  private Optional<Reading> dayWord(int back, @Nullable Token first) {
    Clock clock = clockBehind();
    boolean asTitle = first != null && !first.startsSmall();
    Footing alone = asTitle || back == 0 ? Footing.SET_OFF : Footing.HEAD;
    return found(calendarDay(back, clock), clock == null ? alone : Footing.ANYWHERE);
  }

  private Optional<Reading> weekdayOrDay() {
    var weekday = weekday();
    int behindWeekday = cursor.at;
    if (weekday.isPresent()) {
      joint();
    }
    var day = DayGrammar.read(cursor);
    if (day.isPresent()) {
      return day.get().day() == null ? dated(day.get(), null) : withClock(day.get());
    }
    cursor.at = behindWeekday;
    return weekday.flatMap(this::weekdayAlone);
  }

  private Optional<Reading> withClock(Day day) {
    weekdayBehind();
    Clock clock = clockBehind();
    Day whole = clock != null && day.year() == null ? withYearBehind(day, clock) : day;
    return dated(whole, clock);
  }

  /** "16 Ekim 2023, Pazartesi", "2023年10月16日(月)". */
  private void weekdayBehind() {
    if (cursor.skip(Topic.WEEKDAY)) {
      cursor.skipGlued(".");
      return;
    }
    int start = cursor.at;
    if (!cursor.skip(",")) {
      cursor.skip("(");
    }
    if (!cursor.skip(Topic.WEEKDAY)) {
      cursor.at = start;
      return;
    }
    cursor.skipGlued(".");
    cursor.skipGlued(")");
  }

  /** "Mon Oct 16 17:00:00 UTC 2023". */
  private Day withYearBehind(Day day, Clock clock) {
    return clock.precision() == ChronoUnit.SECONDS && cursor.isNumber(4, 4)
        ? DayGrammar.inYear(day, cursor)
        : day;
  }

  private Optional<Reading> weekdayAlone(PrintedDay weekday) {
    Clock clock = clockBehind();
    if (clock == null && !weekday.past && weekday.letters < FEWEST_LETTERS) {
      return Optional.empty();
    }
    return found(weekday(weekday, clock), Footing.SET_OFF);
  }

  private static Label weekday(PrintedDay weekday, @Nullable Clock clock) {
    return new Label.Weekday(
        weekday.day, weekday.past, second(clock), precision(clock), zone(clock), Role.PUBLISHED);
  }

  /**
   * A weekday as printed.
   *
   * @param past whether it says that it is not today's: "last Monday"
   * @param letters of its name; a character of a script without spaces says as much as two
   */
  private record PrintedDay(DayOfWeek day, boolean past, int letters) {}

  private Optional<PrintedDay> weekday() {
    int start = cursor.at;
    boolean past = cursor.skip(Topic.PAST_WEEKDAY);
    int name = cursor.at;
    var weekday = cursor.take(Topic.WEEKDAY).map(n -> DayOfWeek.of(Integer.parseInt(n)));
    if (weekday.isEmpty()) {
      cursor.at = start;
      return Optional.empty();
    }
    int letters = letters(name, cursor.at);
    cursor.skipGlued(".");
    boolean behind = cursor.skip(Topic.PAST_WEEKDAY);
    return Optional.of(new PrintedDay(weekday.get(), past || behind, letters));
  }

  private int letters(int from, int to) {
    return cursor.tokens.subList(from, to).stream()
        .filter(Token::isWord)
        .mapToInt(t -> t.text().length() * (t.isWrittenWithoutSpaces() ? 2 : 1))
        .sum();
  }

  private @Nullable Clock clockBehind() {
    int start = cursor.at;
    Position position = joint() ? Position.AFTER_AT : Position.AFTER_DATE;
    var clock = ClockGrammar.read(cursor, position);
    if (clock.isEmpty()) {
      cursor.at = start;
    }
    return clock.orElse(null);
  }

  /** Whether it says "at". */
  private boolean joint() {
    Token token = cursor.peek();
    if (token != null && token.is("t") && token.isGlued()) {
      cursor.at++;
      return false;
    }
    if (token != null && JOINTS.contains(token.text())) {
      cursor.at++;
    }
    return cursor.skip(Topic.AT);
  }

  private Optional<Reading> dated(Day day, @Nullable Clock clock) {
    Label label = label(day, clock);
    if (day.swappable()) {
      label = new Label.OneOf(List.of(label, label(day.swapped(), clock)), Role.PUBLISHED);
    }
    boolean full = day.year() != null && day.day() != null;
    Footing footing =
        day.bare()
            ? Footing.SET_OFF
            : full
                ? clock == null ? Footing.HEAD : Footing.ANYWHERE
                : clock == null ? Footing.SET_OFF : Footing.HEAD;
    return found(label, footing);
  }

  private static Label label(Day day, @Nullable Clock clock) {
    Integer year = day.year();
    Integer dayOfMonth = day.day();
    if (year == null) {
      return new Label.PartialDate(
          day.month(), dayOfMonth, second(clock), precision(clock), zone(clock), Role.PUBLISHED);
    }
    if (dayOfMonth == null) {
      var first = LocalDate.of(year, day.month(), 1).atStartOfDay();
      return new Label.Date(first, ChronoUnit.MONTHS, null, Role.PUBLISHED);
    }
    var midnight = LocalDate.of(year, day.month(), dayOfMonth).atStartOfDay();
    var local = clock == null ? midnight : midnight.plusSeconds(clock.second());
    return new Label.Date(local, precision(clock), zone(clock), Role.PUBLISHED);
  }

  private static Label calendarDay(int back, @Nullable Clock clock) {
    return new Label.CalendarDay(
        back, second(clock), clock == null ? null : clock.precision(), zone(clock), Role.PUBLISHED);
  }

  private static @Nullable Integer second(@Nullable Clock clock) {
    return clock == null ? null : clock.second();
  }

  private static ChronoUnit precision(@Nullable Clock clock) {
    return clock == null ? ChronoUnit.DAYS : clock.precision();
  }

  private static @Nullable ZoneId zone(@Nullable Clock clock) {
    return clock == null ? null : clock.zone();
  }

  private Optional<Reading> found(Label label, Footing footing) {
    return Optional.of(new Reading(label, cursor.at, footing, true));
  }
}
