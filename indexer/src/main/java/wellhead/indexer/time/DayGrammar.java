package wellhead.indexer.time;

import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Vocabulary.Topic;

/**
 * Reads the day of a date.
 *
 * <pre>
 * day = year sep month sep day | day sep month sep (year | two digits) | month "/" day
 *     | day "." month "." | month "-" day, before a clock time | eight digits
 *     | MONTH [day [ORDINAL]] [","] [OF] [year | "'" two digits]
 *     | day [ORDINAL] [OF] MONTH [","] [OF] [year | ["'"] two digits]
 *     | year ("年" | "년") month "月" day "日"                                  sep = "-" "/" "."
 * </pre>
 */
final class DayGrammar {
  private static final int FIRST_YEAR = 1990;

  /** Of times that are written for machines: there are archives older than the web. */
  private static final int FIRST_STATED_YEAR = 1800;

  private static final int LAST_YEAR = 2099;

  /**
   * A day as printed.
   *
   * @param year {@code null} when not printed
   * @param day {@code null} when only the month is printed
   * @param swappable whether month and day may be meant the other way round
   * @param bare whether it is nothing but digits, or ends in two that may belong to a title
   * @param stated whether it is written for machines, so that older years are meant, too
   */
  record Day(
      @Nullable Integer year,
      int month,
      @Nullable Integer day,
      boolean swappable,
      boolean bare,
      boolean stated) {

    Day(@Nullable Integer year, int month, @Nullable Integer day, boolean swappable) {
      this(year, month, day, swappable, false, false);
    }

    /** Month and day the other way round. */
    Day swapped() {
      return new Day(year, day == null ? month : day, month, false, bare, stated);
    }

    private boolean exists() {
      if (month < 1 || month > 12 || !(year == null || stated || isInRange(year))) {
        return false;
      }
      if (day == null) {
        return year != null;
      }
      return day >= 1
          && (year == null
              ? day <= Month.of(month).maxLength()
              : YearMonth.of(year, month).isValidDay(day));
    }
  }

  private DayGrammar() {}

  private static boolean isInRange(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** The same day in the year at the cursor, if it has such a day. */
  static Day inYear(Day day, Cursor cursor) {
    int start = cursor.at;
    var dated = new Day(cursor.number(), day.month, day.day, false);
    if (dated.exists()) {
      return dated;
    }
    cursor.at = start;
    return day;
  }

  /** The day at the cursor; the cursor stays when there is none. */
  static Optional<Day> read(Cursor cursor) {
    int start = cursor.at;
    Day day =
        cursor.isNumber(8, 8)
            ? digits(cursor)
            : cursor.isNumber(1, 4) ? numberFirst(cursor) : monthFirst(cursor);
    if (day == null || !day.exists()) {
      cursor.at = start;
      return Optional.empty();
    }
    return Optional.of(day);
  }

  /** "20231016". */
  private static Day digits(Cursor cursor) {
    int number = cursor.number();
    return new Day(number / 10_000, number / 100 % 100, number % 100, false, true, false);
  }

  private static @Nullable Day numberFirst(Cursor cursor) {
    boolean year = cursor.isNumber(4, 4);
    if (!year && !cursor.isNumber(1, 2)) {
      return null;
    }
    int first = cursor.number();
    Token mark = cursor.peek();
    if (mark == null) {
      return null;
    }
    if (mark.is("年") || mark.is("년")) {
      return year ? ideographic(cursor, first) : null;
    }
    if (!year && (mark.is("月") || mark.is("월"))) {
      cursor.at++;
      return dayOfMonth(cursor, null, first);
    }
    int behindFirst = cursor.at;
    Day numeric = year ? yearFirst(cursor, first) : dayFirst(cursor, first);
    if (numeric != null) {
      return numeric;
    }
    cursor.at = behindFirst;
    return year ? null : named(cursor, first);
  }

  private static @Nullable Day ideographic(Cursor cursor, int year) {
    cursor.at++;
    if (!cursor.isNumber(1, 2)) {
      return null;
    }
    int month = cursor.number();
    return cursor.skip("月") || cursor.skip("월") ? dayOfMonth(cursor, year, month) : null;
  }

  private static @Nullable Day dayOfMonth(Cursor cursor, @Nullable Integer year, int month) {
    if (!cursor.isNumber(1, 2)) {
      return null;
    }
    int day = cursor.number();
    return cursor.skip("日") || cursor.skip("일") || cursor.skip("号")
        ? new Day(year, month, day, false)
        : null;
  }

  private static @Nullable Day yearFirst(Cursor cursor, int year) {
    String mark = separator(cursor);
    if (mark == null || !(cursor.isGluedNumber(1, 2) || isSpaced(cursor, mark))) {
      return null;
    }
    int month = cursor.number();
    if (!cursor.skipGlued(mark) || !(cursor.isGluedNumber(1, 2) || isSpaced(cursor, mark))) {
      return null;
    }
    int day = cursor.number();
    if (mark.equals(".")) {
      cursor.skipGlued(".");
    }
    boolean stated = year >= FIRST_STATED_YEAR && year < FIRST_YEAR && isBeforeT(cursor, mark);
    return new Day(year, month, day, false, false, stated);
  }

  /** "1987-02-26T15:01:01Z"; no page prints that for people. */
  private static boolean isBeforeT(Cursor cursor, String mark) {
    Token letter = cursor.peek();
    return mark.equals("-") && letter != null && letter.is("t") && letter.isGlued();
  }

  /** "2023. 10. 16." */
  private static boolean isSpaced(Cursor cursor, String mark) {
    return mark.equals(".") && cursor.isNumber(1, 2);
  }

  private static @Nullable Day dayFirst(Cursor cursor, int first) {
    int firstStart = cursor.tokens.get(cursor.at - 1).start();
    String mark = separator(cursor);
    if (mark == null || !(cursor.isGluedNumber(1, 2) || isSpacedDot(cursor, mark))) {
      return null;
    }
    Token secondToken = cursor.tokens.get(cursor.at);
    int second = cursor.number();
    if (!cursor.skipGlued(mark)) {
      return switch (mark) {
        case "/" -> slashed(null, first, second);
        case "-" -> isBeforeClock(cursor) ? new Day(null, first, second, false) : null;
        default -> null;
      };
    }
    Token behind = cursor.peek();
    if (mark.equals(".")
        && (behind == null || !behind.isGlued() || behind.is(","))
        && !cursor.isNumber(4, 4)) {
      // "2.1." is a chapter
      boolean full = secondToken.text().length() == 2 || isBeforeClock(cursor);
      return full ? new Day(null, second, first, false, true, false) : null;
    }
    if (!cursor.isNumber(4, 4) && !(cursor.isNumber(2, 2) && !mark.equals("-"))) {
      return null;
    }
    Token yearToken = cursor.peek();
    if (yearToken == null || (!yearToken.isGlued() && !mark.equals("."))) {
      return null;
    }
    int year = cursor.number();
    int fullYear = yearToken.text().length() == 4 ? year : fullYear(year);
    if (mark.equals(".")) {
      // "05.19.2015" can only be in May; "5.19.15" may be a version
      boolean monthFirst =
          second > 12 && first <= 12 && (year > 99 || secondToken.start() == firstStart + 3);
      return monthFirst
          ? new Day(fullYear, first, second, false)
          : new Day(fullYear, second, first, false);
    }
    return slashed(fullYear, first, second);
  }

  private static boolean isBeforeClock(Cursor cursor) {
    int comma = cursor.peek() != null && cursor.tokens.get(cursor.at).is(",") ? 1 : 0;
    Token colon = cursor.peek(comma + 1);
    return cursor.isNumber(comma, 1, 2) && colon != null && colon.is(":");
  }

  private static boolean isSpacedDot(Cursor cursor, String mark) {
    return mark.equals(".") && cursor.isNumber(1, 2) && cursor.isNumber(2, 4, 4);
  }

  /** "3/19" can only be in March; "3/4" is in March in one country and in April in another. */
  private static @Nullable Day slashed(@Nullable Integer year, int first, int second) {
    if (year == null && first == 24 && second == 7) {
      return null; // round the clock
    }
    return first > 12
        ? new Day(year, second, first, false)
        : new Day(year, first, second, second <= 12 && first != second);
  }

  private static @Nullable String separator(Cursor cursor) {
    for (String mark : new String[] {"-", "/", "."}) {
      if (cursor.skipGlued(mark)) {
        return mark;
      }
    }
    return null;
  }

  /** "16. Oktober 2023", "16th of October", "16-Oct-2023". */
  private static @Nullable Day named(Cursor cursor, int day) {
    if (!cursor.skip(Topic.ORDINAL) && !cursor.skipGlued(",") && !cursor.skipGlued("-")) {
      gluedMonth(cursor);
    }
    cursor.skip(Topic.OF);
    Integer month = month(cursor);
    if (month == null) {
      return null;
    }
    Integer year = year(cursor);
    return year == null ? shortYear(cursor, month, day) : new Day(year, month, day, false);
  }

  /** "16.out.2023", "16/Oct/2023". */
  private static void gluedMonth(Cursor cursor) {
    Token month = cursor.peek(1);
    if (month != null && month.isGlued() && month.isWord() && !cursor.skipGlued(".")) {
      cursor.skipGlued("/");
    }
  }

  /** "16 Oct 23", "16-Oct-23", but not "16 Oct 23:00"; only a hyphen says that it is a year. */
  private static Day shortYear(Cursor cursor, int month, int day) {
    int start = cursor.at;
    boolean said = cursor.skipGlued("-") || cursor.skip("'");
    if (cursor.isNumber(2, 2)) {
      int year = cursor.number();
      Token behind = cursor.peek();
      boolean clock =
          behind != null
              && (behind.is(":")
                  || behind.is(".")
                  || behind.is("h")
                  || behind.is("am")
                  || behind.is("pm"));
      if (!clock) {
        return new Day(fullYear(year), month, day, false, !said, false);
      }
    }
    cursor.at = start;
    return new Day(null, month, day, false);
  }

  private static int fullYear(int twoDigits) {
    return twoDigits < 90 ? 2000 + twoDigits : 1900 + twoDigits;
  }

  private static @Nullable Day monthFirst(Cursor cursor) {
    Integer month = month(cursor);
    if (month == null) {
      return null;
    }
    Integer day = null;
    if (cursor.isNumber(1, 2)) {
      day = cursor.number();
      cursor.skip(Topic.ORDINAL);
    }
    Integer year = year(cursor);
    Token mark = cursor.peek();
    return year == null && day != null && mark != null && mark.is("'")
        ? shortYear(cursor, month, day)
        : new Day(year, month, day, false);
  }

  private static @Nullable Integer month(Cursor cursor) {
    var month = cursor.take(Topic.MONTH);
    if (month.isPresent()) {
      cursor.skipGlued(".");
    }
    return month.map(Integer::valueOf).orElse(null);
  }

  private static @Nullable Integer year(Cursor cursor) {
    int start = cursor.at;
    if (!cursor.skip(",") && !cursor.skip(Topic.OF) && !cursor.skipGlued("-")) {
      cursor.skipGlued("/");
    }
    if (!cursor.isNumber(4, 4)) {
      cursor.at = start;
      return null;
    }
    int year = cursor.number();
    cursor.skip(Topic.YEAR);
    return year;
  }
}
