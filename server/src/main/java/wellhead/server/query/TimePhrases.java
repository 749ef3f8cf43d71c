package wellhead.server.query;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;

/**
 * English phrases for a span of time.
 *
 * <pre>
 * phrase  = ["in" | "on" | "during"] dated | ("in" | "on" | "during" | "last") named
 *         | ("since" | "after" | "before") (dated | named)
 *         | ["in" | "over" | "during" | "within"] ["the"] ("last" | "past") [count] unit
 *         | count unit "ago"
 * dated   = "today" | "yesterday" | ("this" | "last") ("week" | "month" | "year")
 *         | 2025-06-12 | 2025-06 | 12 june 2025 | june 12 2025 | june 2025
 * named   = monday | june | 2025                       the latest one that has begun
 * unit    = "hour" | "day" | "week" | "month" | "year"  and their plurals
 * </pre>
 *
 * <p>"last week" is the calendar's week before this one, "past week" and "last 7 days" count back
 * from now. "2025", "june" and "monday" alone are words: an outlook, a person, a black day. A span
 * that has not begun is not when a story was published, so "in 2050" is words, too.
 *
 * @param now what spans count back from
 * @param zone where days begin
 */
record TimePhrases(Instant now, ZoneId zone) {
  private static final Map<String, Integer> COUNTS =
      Map.ofEntries(
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12));

  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final Pattern END = Pattern.compile("[,.?!;]+$");

  /**
   * A phrase.
   *
   * @param length how many words it has
   * @param since {@code null} for no bound
   * @param until {@code null} for no bound
   */
  record Phrase(int length, @Nullable Instant since, @Nullable Instant until) {}

  /** Whole days: [first, end). */
  private record Days(int length, LocalDate first, LocalDate end) {
    Days longer(int by) {
      return new Days(length + by, first, end);
    }
  }

  /** The longest phrase that begins at a word; empty when none does. */
  Optional<Phrase> at(List<String> words, int from) {
    List<String> here =
        words.subList(from, Math.min(words.size(), from + 7)).stream()
            .map(word -> END.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst(""))
            .toList();
    try {
      return Stream.of(back(here), bounded(here), during(here), ago(here))
          .flatMap(Optional::stream)
          .filter(this::isPossible)
          .max((a, b) -> Integer.compare(a.length, b.length));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty(); // 31 june 2025
    }
  }

  /** Begins in times that the query language can say, and not in the future. */
  private boolean isPossible(Phrase phrase) {
    return (phrase.since == null
            || (!phrase.since.isAfter(now) && !phrase.since.isBefore(Interval.FLOOR)))
        && (phrase.until == null || !phrase.until.isBefore(Interval.FLOOR));
  }

  /** "past week", "in the last 3 days". */
  private Optional<Phrase> back(List<String> words) {
    int at = 0;
    if (List.of("in", "over", "during", "within").contains(word(words, at))) {
      at++;
    }
    if (word(words, at).equals("the")) {
      at++;
    }
    String opening = word(words, at++);
    Optional<Integer> count = count(word(words, at));
    boolean past = opening.equals("past");
    if (!past && !(opening.equals("last") && count.isPresent())) {
      return Optional.empty();
    }
    int length = count.isPresent() ? at + 2 : at + 1;
    return unit(word(words, length - 1))
        .map(unit -> new Phrase(length, before(count.orElse(1), unit), null));
  }

  private Instant before(int count, ChronoUnit unit) {
    return unit == ChronoUnit.HOURS
        ? now.minus(Duration.ofHours(count))
        : now.atZone(zone).minus(count, unit).toInstant();
  }

  /** "since monday", "before 2024". */
  private Optional<Phrase> bounded(List<String> words) {
    String bound = word(words, 0);
    if (!List.of("since", "after", "before").contains(bound)) {
      return Optional.empty();
    }
    return days(words, 1)
        .map(days ->
            switch (bound) {
              case "since" -> new Phrase(days.length + 1, start(days.first), null);
              case "after" -> new Phrase(days.length + 1, start(days.end), null);
              default -> new Phrase(days.length + 1, null, start(days.first));
            });
  }

  /** "yesterday", "in june 2025", "on monday". */
  private Optional<Phrase> during(List<String> words) {
    boolean led = List.of("in", "on", "during").contains(word(words, 0));
    Optional<Days> days =
        led
            ? days(words, 1).map(d -> d.longer(1))
            : dated(words, 0)
                .or(() -> word(words, 0).equals("last") ? lastNamed(words) : Optional.empty());
    return days.map(d -> new Phrase(d.length, start(d.first), start(d.end)));
  }

  /** "3 days ago": that day, that week, that month. */
  private Optional<Phrase> ago(List<String> words) {
    Optional<Integer> count =
        count(word(words, 0))
            .or(() ->
                word(words, 0).equals("a") || word(words, 0).equals("one")
                    ? Optional.of(1)
                    : Optional.empty());
    if (count.isEmpty() || !word(words, 2).equals("ago")) {
      return Optional.empty();
    }
    return unit(word(words, 1))
        .filter(unit -> unit != ChronoUnit.HOURS)
        .map(unit -> containing(3, today().minus(count.get(), unit), unit))
        .map(d -> new Phrase(d.length, start(d.first), start(d.end)));
  }

  private Optional<Days> days(List<String> words, int at) {
    return dated(words, at).or(() -> named(words, at, today(), false));
  }

  private Optional<Days> dated(List<String> words, int at) {
    String first = word(words, at);
    String second = word(words, at + 1);
    String third = word(words, at + 2);
    if (first.equals("today")) {
      return Optional.of(containing(1, today(), ChronoUnit.DAYS));
    }
    if (first.equals("yesterday")) {
      return Optional.of(containing(1, today().minusDays(1), ChronoUnit.DAYS));
    }
    if (first.equals("this") || first.equals("last")) {
      return Optional.of(second)
          .filter(List.of("week", "month", "year")::contains)
          .flatMap(TimePhrases::unit)
          .map(
              unit -> containing(2, first.equals("this") ? today() : today().minus(1, unit), unit));
    }
    if (DAY.matcher(first).matches()) {
      return Optional.of(containing(1, LocalDate.parse(first), ChronoUnit.DAYS));
    }
    if (MONTH.matcher(first).matches()) {
      return Optional.of(containing(1, YearMonth.parse(first).atDay(1), ChronoUnit.MONTHS));
    }
    if (month(first).isPresent() && NUMBER.matcher(second).matches() && isYear(third)) {
      return Optional.of(day(month(first).get(), second, third));
    }
    if (NUMBER.matcher(first).matches() && month(second).isPresent() && isYear(third)) {
      return Optional.of(day(month(second).get(), first, third));
    }
    if (month(first).isPresent() && isYear(second)) {
      LocalDate begins = LocalDate.of(Integer.parseInt(second), month(first).get(), 1);
      return Optional.of(containing(2, begins, ChronoUnit.MONTHS));
    }
    return Optional.empty();
  }

  private static Days day(Month month, String day, String year) {
    LocalDate date = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
    return containing(3, date, ChronoUnit.DAYS);
  }

  private Optional<Days> lastNamed(List<String> words) {
    return isYear(word(words, 1))
        ? Optional.empty()
        : named(words, 1, today(), true).map(days -> days.longer(1));
  }

  /**
   * The latest of that name.
   *
   * @param over whether it must be over
   */
  private static Optional<Days> named(List<String> words, int at, LocalDate today, boolean over) {
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
        .map(month -> {
          LocalDate first = LocalDate.of(today.getYear(), month, 1);
          LocalDate bound = over ? today.withDayOfMonth(1).minusDays(1) : today;
          return containing(
              1, first.isAfter(bound) ? first.minusYears(1) : first, ChronoUnit.MONTHS);
        });
  }

  private static Days containing(int length, LocalDate day, ChronoUnit unit) {
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

  private static Optional<Integer> count(String word) {
    if (COUNTS.containsKey(word)) {
      return Optional.ofNullable(COUNTS.get(word));
    }
    return NUMBER.matcher(word).matches() && Integer.parseInt(word) > 0
        ? Optional.of(Integer.valueOf(word))
        : Optional.empty();
  }

  private static Optional<ChronoUnit> unit(String word) {
    return Stream.of(
            ChronoUnit.HOURS,
            ChronoUnit.DAYS,
            ChronoUnit.WEEKS,
            ChronoUnit.MONTHS,
            ChronoUnit.YEARS)
        .filter(unit -> {
          String plural = unit.name().toLowerCase(Locale.ROOT);
          return word.equals(plural) || (word + "s").equals(plural);
        })
        .findFirst();
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

  private LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
