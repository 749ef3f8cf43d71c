package wellhead.indexer.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.ClockGrammar.Clock;
import wellhead.indexer.time.DayGrammar.Day;
import wellhead.indexer.time.Label.Role;
import wellhead.indexer.time.Reading.Footing;
import wellhead.indexer.time.Vocabulary.Topic;

/**
 * Reads dates, and the words that stand for days.
 *
 * <pre>
 * date  = [WEEKDAY] day [joint clock] | clock [joint [WEEKDAY] day] | WEEKDAY [joint clock]
 *       | [clock joint] DAY [joint clock] | LAST
 * joint = "," | "T" | "-" | "|" | "/" | "·" | AT
 * </pre>
 */
final class DateGrammar {
  private static final List<String> JOINTS = List.of(",", "-", "|", "/", "·", "•", ":", "@");

  /** "Mar", "Sat" and "So" are other words as well; alone they name no day. */
  private static final int FEWEST_LETTERS = 5;

  private final Cursor cursor;

  private DateGrammar(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The date that begins at the cursor. */
  static Optional<Reading> read(Cursor cursor) {
    return new DateGrammar(cursor).date();
  }

  private Optional<Reading> date() {
    var last = cursor.take(Topic.LAST);
    if (last.isPresent()) {
      var label = new Label.CalendarUnit(1, ChronoUnit.valueOf(last.get()), Role.PUBLISHED);
      return found(label, Footing.SET_OFF);
    }
    var clock = ClockGrammar.read(cursor, false);
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

  private Optional<Reading> clockFirst(Clock clock) {
    int start = cursor.at;
    joint();
    var back = cursor.take(Topic.DAY);
    if (back.isPresent()) {
      return found(calendarDay(Integer.parseInt(back.get()), clock), Footing.ANYWHERE);
    }
    weekday();
    var day = DayGrammar.read(cursor);
    if (day.isPresent() && day.get().day() != null) {
      return dated(day.get(), clock);
    }
    cursor.at = start;
    var label =
        new Label.PartialDate(
            null, null, clock.second(), clock.precision(), clock.zone(), Role.PUBLISHED);
    boolean hour = clock.precision() == ChronoUnit.HOURS;
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
      return dated(day.get(), day.get().day() == null ? null : clockBehind());
    }
    cursor.at = behindWeekday;
    return weekday.flatMap(this::weekdayAlone);
  }

  private Optional<Reading> weekdayAlone(DayOfWeek weekday) {
    int letters = cursor.tokens.get(cursor.at - 1).text().length();
    Clock clock = clockBehind();
    if (clock == null && letters < FEWEST_LETTERS) {
      return Optional.empty();
    }
    var label =
        new Label.Weekday(weekday, second(clock), precision(clock), zone(clock), Role.PUBLISHED);
    return found(label, Footing.SET_OFF);
  }

  private Optional<DayOfWeek> weekday() {
    var weekday = cursor.take(Topic.WEEKDAY).map(n -> DayOfWeek.of(Integer.parseInt(n)));
    if (weekday.isPresent()) {
      cursor.skipGlued(".");
    }
    return weekday;
  }

  private @Nullable Clock clockBehind() {
    int start = cursor.at;
    joint();
    var clock = ClockGrammar.read(cursor, true);
    if (clock.isEmpty()) {
      cursor.at = start;
    }
    return clock.orElse(null);
  }

  private void joint() {
    Token token = cursor.peek();
    if (token != null && token.is("t") && token.isGlued()) {
      cursor.at++;
      return;
    }
    if (token != null && JOINTS.contains(token.text())) {
      cursor.at++;
    }
    cursor.skip(Topic.AT);
  }

  private Optional<Reading> dated(Day day, @Nullable Clock clock) {
    Label label = label(day, clock);
    if (day.swappable()) {
      label = new Label.OneOf(List.of(label, label(day.swapped(), clock)), Role.PUBLISHED);
    }
    boolean full = day.year() != null && day.day() != null;
    Footing footing =
        full
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
