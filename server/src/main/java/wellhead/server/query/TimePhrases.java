package wellhead.server.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.server.query.CalendarWords.Days;
import wellhead.story.Interval;

/**
 * English phrases for a span of time.
 *
 * <pre>
 * phrase  = ["in" | "on" | "during" | "over"] dated | ("in" | "on" | "during" | "over" | "last") named
 *         | ("since" | "after" | "before") (dated | named)
 *         | "between" (dated | named) "and" (dated | named)
 *         | "from" (dated | named) ("to" | "until" | "till" | "through") (dated | named)
 *         | ["in" | "over" | "during" | "within"] ["the"] ("last" | "past") ([count] unit | 24h | 7d)
 *         | count unit "ago"
 * unit    = "hour" | "day" | "week" | "month" | "year"  and their plurals
 * </pre>
 *
 * <p>{@link CalendarWords} has what is dated and named. "last week" is the calendar's week before
 * this one, "past week" and "last 7 days" count back from now. "2025", "june" and "monday" alone
 * are words: an outlook, a person, a black day. A span that has not begun is not when a story was
 * published, so "in 2050" is words, too, and so is "in august" in July, which is the one to come.
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

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final Pattern SHORT = Pattern.compile("(\\d{1,4})(h|hrs?|d|w)");

  /** Words of the longest phrase: between 12 june 2025 and 14 june 2025. */
  private static final int LONGEST = 8;

  /**
   * A phrase.
   *
   * @param length how many words it has
   * @param since {@code null} for no bound
   * @param until {@code null} for no bound
   * @param countsFromNow whether it says nothing but how far back: "last week"
   */
  record Phrase(
      int length, @Nullable Instant since, @Nullable Instant until, boolean countsFromNow) {}

  /** The longest phrase that begins at a word; empty when none does. */
  Optional<Phrase> at(List<String> words, int from) {
    List<String> here =
        words.subList(from, Math.min(words.size(), from + LONGEST)).stream()
            .map(word -> withoutEnd(word.toLowerCase(Locale.ROOT)))
            .toList();
    try {
      return Stream.of(back(here), bounded(here), between(here), during(here), ago(here))
          .flatMap(Optional::stream)
          .filter(this::isPossible)
          .max((a, b) -> Integer.compare(a.length, b.length));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty(); // 31 june 2025
    }
  }

  /** "today's", "last week,". */
  private static String withoutEnd(String word) {
    int end = word.length();
    while (end > 0 && ",.?!;".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean owns =
        end > 1 && word.charAt(end - 1) == 's' && "'’".indexOf(word.charAt(end - 2)) >= 0;
    return word.substring(0, owns ? end - 2 : end);
  }

  /** Begins in times that the query language can say, and not in the future. */
  private boolean isPossible(Phrase phrase) {
    return (phrase.since == null
            || (!phrase.since.isAfter(now) && !phrase.since.isBefore(Interval.FLOOR)))
        && (phrase.until == null || !phrase.until.isBefore(Interval.FLOOR));
  }

  /** "past week", "in the last 3 days", "last 24h". */
  private Optional<Phrase> back(List<String> words) {
    int at = 0;
    if (List.of("in", "over", "during", "within").contains(word(words, at))) {
      at++;
    }
    if (word(words, at).equals("the")) {
      at++;
    }
    String opening = word(words, at++);
    boolean past = opening.equals("past");
    Matcher glued = SHORT.matcher(word(words, at));
    if (glued.matches() && (past || opening.equals("last"))) {
      ChronoUnit unit =
          switch (glued.group(2)) {
            case "d" -> ChronoUnit.DAYS;
            case "w" -> ChronoUnit.WEEKS;
            default -> ChronoUnit.HOURS;
          };
      return Optional.of(
          new Phrase(at + 1, before(Integer.parseInt(glued.group(1)), unit), null, true));
    }
    Optional<Integer> count = count(word(words, at));
    if (!past && !(opening.equals("last") && count.isPresent())) {
      return Optional.empty();
    }
    int length = count.isPresent() ? at + 2 : at + 1;
    return unit(word(words, length - 1))
        .map(unit -> new Phrase(length, before(count.orElse(1), unit), null, true));
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
    return calendar()
        .led(words, 1)
        .map(days ->
            switch (bound) {
              case "since" -> new Phrase(days.length() + 1, start(days.first()), null, false);
              case "after" -> new Phrase(days.length() + 1, start(days.end()), null, false);
              default -> new Phrase(days.length() + 1, null, start(days.first()), false);
            });
  }

  /** "between 1 and 5 june" has no first month and is none; "from monday to friday". */
  private Optional<Phrase> between(List<String> words) {
    List<String> joints =
        switch (word(words, 0)) {
          case "between" -> List.of("and");
          case "from" -> List.of("to", "until", "till", "through");
          default -> List.of();
        };
    Optional<Days> first = joints.isEmpty() ? Optional.empty() : calendar().led(words, 1);
    if (first.isEmpty() || !joints.contains(word(words, first.get().length() + 1))) {
      return Optional.empty();
    }
    int next = first.get().length() + 2;
    return calendar()
        .led(words, next)
        .filter(last -> first.get().first().isBefore(last.end()))
        .map(last ->
            new Phrase(next + last.length(), start(first.get().first()), start(last.end()), false));
  }

  /** "yesterday", "in june 2025", "on monday". */
  private Optional<Phrase> during(List<String> words) {
    boolean led = List.of("in", "on", "during", "over").contains(word(words, 0));
    Optional<Days> days =
        led
            ? calendar().begun(words, 1).map(d -> d.longer(1))
            : calendar().dated(words, 0).or(() -> calendar().lastNamed(words));
    int first = led ? 1 : 0;
    boolean countsFromNow = CalendarWords.countFromNow(word(words, first));
    return days.map(d -> new Phrase(d.length(), start(d.first()), start(d.end()), countsFromNow));
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
        .map(unit -> CalendarWords.containing(3, today().minus(count.get(), unit), unit))
        .map(d -> new Phrase(d.length(), start(d.first()), start(d.end()), true));
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

  private static String word(List<String> words, int at) {
    return at < words.size() ? words.get(at) : "";
  }

  private CalendarWords calendar() {
    return new CalendarWords(today());
  }

  private LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
