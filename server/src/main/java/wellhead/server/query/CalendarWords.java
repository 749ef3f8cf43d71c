package wellhead.server.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * English words for whole days.
 *
 * <pre>
 * dated = "today" | "tonight" | "yesterday" | "this" ("morning" | "afternoon" | "evening") | ("this" | "last") ("week" | "month" | "year" | "weekend")
 *       | 2025-06-12 | 2025-06 | 12 june [2025] | june 12 [2025] | june 2025
 * named = monday | june | 2025 | may 12 | "the weekend"
 * </pre>
 *
 * <p>What has no year is this year's; behind "since", "before" and the like, which look back, the
 * latest one that has begun.
 *
 * @param today where the reader is
 */
record CalendarWords(LocalDate today) {
  private static final Set<String> PARTS_OF_DAY = Set.of("morning", "afternoon", "evening");

  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile("(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?");

  /**
   * Days in a row: [first, end).
   *
   * @param length how many words say it
   */
  record Days(int length, LocalDate first, LocalDate end) {
    Days longer(int by) {
      return new Days(length + by, first, end);
    }
  }

  /** Days that a word before them, such as "since", says to be days that have begun. */
  Optional<Days> led(List<String> words, int at) {
    return dated(words, at)
        .or(() -> dayOfMonth(words, at, Naming.LATEST_BEGUN))
        .or(() -> weekend(words, at))
        .or(() -> named(words, at, Naming.LATEST_BEGUN));
  }

  /** Days that "in" or "on" says to be days, if they have begun. */
  Optional<Days> begun(List<String> words, int at) {
    boolean isDay = DAY_OF_MONTH.matcher(word(words, at + 1)).matches();
    return dated(words, at)
        .or(() -> dayOfMonth(words, at, Naming.NEAREST))
        .or(() -> weekend(words, at))
        .or(() -> isDay ? Optional.empty() : named(words, at, Naming.NEAREST));
  }

  /** Which one of those that have the same name. */
  private enum Naming {
    /** This year's, if it has begun. */
    NEAREST,
    LATEST_BEGUN,
    LATEST_OVER
  }

  /** Whether a phrase that begins so says how far back from now. */
  static boolean countFromNow(String first) {
    return Set.of("today", "tonight", "yesterday", "this", "last").contains(first);
  }

  /** Days that can hardly mean anything else. */
  Optional<Days> dated(List<String> words, int at) {
    String first = word(words, at);
    String second = word(words, at + 1);
    if (first.equals("today") || first.equals("tonight")) {
      return Optional.of(containing(1, today, ChronoUnit.DAYS));
    }
    if (first.equals("this") && PARTS_OF_DAY.contains(second)) {
      return Optional.of(containing(2, today, ChronoUnit.DAYS));
    }
    if (first.equals("yesterday")) {
      return Optional.of(containing(1, today.minusDays(1), ChronoUnit.DAYS));
    }
    if (first.equals("this") || first.equals("last")) {
      return second.equals("weekend")
          ? Optional.of(latestWeekend(2, first.equals("this") ? today : lastMonday()))
          : span(second)
              .map(
                  unit -> containing(2, first.equals("this") ? today : today.minus(1, unit), unit));
    }
    if (DAY.matcher(first).matches()) {
      return Optional.of(containing(1, LocalDate.parse(first), ChronoUnit.DAYS));
    }
    if (MONTH.matcher(first).matches()) {
      return Optional.of(containing(1, YearMonth.parse(first).atDay(1), ChronoUnit.MONTHS));
    }
    if (month(first).isPresent() && isYear(second)) {
      LocalDate begins = LocalDate.of(Integer.parseInt(second), month(first).get(), 1);
      return Optional.of(containing(2, begins, ChronoUnit.MONTHS));
    }
    return dayOfMonth(words, at, Naming.NEAREST)
        .filter(day -> day.length() == 3 || !isOrdinaryWord(first, second));
  }

  /** "may 5 refineries close" and "march 20" are words as well. */
  private static boolean isOrdinaryWord(String... words) {
    return Stream.of(words).anyMatch(List.of("may", "mar", "march", "dec", "sun")::contains);
  }

  /** "june 12", "12 june", "june 12th 2025". */
  private Optional<Days> dayOfMonth(List<String> words, int at, Naming naming) {
    String first = word(words, at);
    String second = word(words, at + 1);
    Optional<Month> month = month(first).or(() -> month(second));
    Matcher day = DAY_OF_MONTH.matcher(month(first).isPresent() ? second : first);
    if (month.isEmpty() || !day.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(day.group(1));
    if (number > month.get().maxLength()) {
      return Optional.empty();
    }
    String year = word(words, at + 2);
    if (isYear(year)) {
      LocalDate date = LocalDate.of(Integer.parseInt(year), month.get(), number);
      return Optional.of(containing(3, date, ChronoUnit.DAYS));
    }
    for (int back = 0; back <= 8; back++) { // 29 february is eight years back at most
      YearMonth candidate = YearMonth.of(today.getYear() - back, month.get());
      if (candidate.isValidDay(number) && candidate.atDay(number).isAfter(today)) {
        if (naming == Naming.NEAREST) {
          return Optional.empty(); // the one to come
        }
      } else if (candidate.isValidDay(number)) {
        return Optional.of(containing(2, candidate.atDay(number), ChronoUnit.DAYS));
      }
    }
    return Optional.empty();
  }

  private Optional<Days> weekend(List<String> words, int at) {
    return word(words, at).equals("the") && word(words, at + 1).equals("weekend")
        ? Optional.of(latestWeekend(2, today))
        : Optional.empty();
  }

  private LocalDate lastMonday() {
    return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(1);
  }

  /** Saturday and Sunday, begun by a day. */
  private static Days latestWeekend(int length, LocalDate by) {
    LocalDate saturday = by.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    return new Days(length, saturday, saturday.plusDays(2));
  }

  /** "last monday", "last june": the latest that is over. */
  Optional<Days> lastNamed(List<String> words) {
    return !word(words, 0).equals("last") || isYear(word(words, 1))
        ? Optional.empty()
        : named(words, 1, Naming.LATEST_OVER).map(days -> days.longer(1));
  }

  private Optional<Days> named(List<String> words, int at, Naming naming) {
    boolean over = naming == Naming.LATEST_OVER;
    String word = word(words, at);
    if (isYear(word)) {
      LocalDate first = LocalDate.of(Integer.parseInt(word), 1, 1);
      return Optional.of(containing(1, first, ChronoUnit.YEARS));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equalsIgnoreCase(word)) {
        UnaryOperator<LocalDate> back =
            date ->
                date.with(
                    over ? TemporalAdjusters.previous(day) : TemporalAdjusters.previousOrSame(day));
        return Optional.of(containing(1, back.apply(today), ChronoUnit.DAYS));
      }
    }
    return month(word)
        .filter(month -> word.length() > 3 || month == Month.MAY)
        .filter(month -> naming != Naming.NEAREST || month.compareTo(today.getMonth()) <= 0)
        .map(month -> {
          LocalDate first = LocalDate.of(today.getYear(), month, 1);
          LocalDate bound = over ? today.withDayOfMonth(1).minusDays(1) : today;
          return containing(
              1, first.isAfter(bound) ? first.minusYears(1) : first, ChronoUnit.MONTHS);
        });
  }

  /** The day, week, month or year that a day lies in. */
  static Days containing(int length, LocalDate day, ChronoUnit unit) {
    return switch (unit) {
      case WEEKS -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new Days(length, monday, monday.plusWeeks(1));
      }
      case MONTHS -> new Days(length, day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1));
      case YEARS -> new Days(length, day.withDayOfYear(1), day.withDayOfYear(1).plusYears(1));
      default -> new Days(length, day, day.plusDays(1));
    };
  }

  private static Optional<ChronoUnit> span(String word) {
    return switch (word) {
      case "week" -> Optional.of(ChronoUnit.WEEKS);
      case "month" -> Optional.of(ChronoUnit.MONTHS);
      case "year" -> Optional.of(ChronoUnit.YEARS);
      default -> Optional.empty();
    };
  }

  private static Optional<Month> month(String word) {
    return Stream.of(Month.values())
        .filter(month -> {
          String name = month.name().toLowerCase(Locale.ROOT);
          return word.equals(name)
              || word.equals(name.substring(0, 3))
              || (month == Month.SEPTEMBER && word.equals("sept"));
        })
        .findFirst();
  }

  private static boolean isYear(String word) {
    return YEAR.matcher(word).matches();
  }

  private static String word(List<String> words, int at) {
    return at < words.size() ? words.get(at) : "";
  }
}
