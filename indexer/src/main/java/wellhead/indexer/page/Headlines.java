package wellhead.indexer.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.ParsedPage.Headline;
import wellhead.indexer.page.ParsedPage.Rejected;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.Reference;
import wellhead.indexer.time.Resolver;
import wellhead.story.Interval;
import wellhead.story.Rule;

/** What the blocks of a page offer as headlines, and what was refused. */
final class Headlines {

  /** A count of comments glued to a title: "... Tweet2,453 comments -". */
  private static final Pattern COUNT =
      Pattern.compile(
          "(?iuU)\\s?[(\\[]?\\d[\\d,.]{0,11}+\\s?"
              + Sayings.COUNTED.any()
              + "[)\\]]?\\s?[-–—|•·:]{0,5}\\s?$");

  /** A news agency glued to the end of a title, where its own element stood. */
  private static final Pattern AGENCY =
      Pattern.compile("(?<=[\\p{Ll}\\d’'”\"])" + Sayings.AGENCY.or(Sayings.WIRE) + "$");

  private static final String BEHIND_COUNT = ")]-–—|•·: \u00a0";
  private static final Set<String> COUNTED = Sayings.lastWords(Sayings.COUNTED);
  private static final Set<String> AGENCIES = Sayings.lastWords(Sayings.AGENCY, Sayings.WIRE);

  private static final String MARKS = ">»›→|•·-–—";

  /** "Title (example.com/name)": link boards say where a link leads. */
  private static final Pattern HOST =
      Pattern.compile("\\s*\\((?:[a-z0-9-]{1,63}\\.){1,9}[a-z]{2,}(?:/[\\w.~/-]{0,100})?\\)$");

  private static final Pattern TRAILING_MARK =
      Pattern.compile("\\s*(?:[>»›→|•·]{1,40}+[-–—]?|[-–—])\\s*$");

  /** Two lists of one page may tell of one story in ages a day apart, no more. */
  private static final double SAME_STORY_DAYS = 1.5;

  /** Ages reach back as far from one moment as from another. */
  private static final Instant ANY = Instant.parse("2020-01-01T00:00:00Z");

  private static final int FEWEST_OF_SOURCE = 4;
  private static final double NEARLY_ALL = .8;

  private final List<Row> rows;
  private final Map<Integer, Headline> found = new TreeMap<>();
  private final Map<Integer, Rejected> refused = new TreeMap<>();

  Headlines(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * A headline in words of the row that are not all of it.
   *
   * @param label the row of its age or date; -1 when it has none
   */
  void put(int at, String words, int label) {
    String title = clean(words);
    if (title.isEmpty() || found.containsKey(at)) {
      return;
    }
    Line line = rows.get(at).line();
    String unread = label < 0 && line.machineDate() == null ? UnreadLabel.at(rows, at) : null;
    if (unread != null && title.startsWith(unread) && title.length() > unread.length()) {
      title = title.substring(unread.length()).strip();
    }
    Times times =
        unread != null
            ? new Times(unread, null, false, null)
            : label < 0 ? Times.ofMachine(line.machineDate()) : Times.of(rows, at, label);
    refused.remove(at);
    found.put(
        at,
        new Headline(
            title,
            times.age(),
            times.date(),
            times.machineReadable(),
            times.updated(),
            line.url(),
            line.number()));
  }

  /** A row of a list that was taken. */
  void put(Candidate candidate) {
    put(candidate.row(), candidate.title(), candidate.labelRow());
  }

  /**
   * "Title dpa-afx", "Title by Jane Doe", row after row: what nearly all titles of a list end in is
   * their source or their author.
   */
  void withoutSource(List<Integer> group) {
    Map<TitleEnd, List<Integer>> ends = new HashMap<>();
    for (int at : group) {
      Headline headline = found.get(at);
      if (headline != null) {
        ends.computeIfAbsent(TitleEnd.of(headline.title()), k -> new ArrayList<>()).add(at);
      }
    }
    ends.forEach((end, titled) -> {
      if (titled.size() >= FEWEST_OF_SOURCE && titled.size() >= NEARLY_ALL * group.size()) {
        List<String> titles = titled.stream().map(at -> title(at)).toList();
        TitleEnd whole = end.whole(titles);
        titled.forEach(at -> found.computeIfPresent(at, (k, h) -> withoutEnd(h, whole)));
      }
    });
  }

  private String title(int at) {
    return Objects.requireNonNull(found.get(at)).title();
  }

  private static Headline withoutEnd(Headline h, TitleEnd end) {
    return new Headline(
        clean(end.cutOff(h.title())),
        h.age(),
        h.date(),
        h.machineReadable(),
        h.updated(),
        h.url(),
        h.line());
  }

  /** Whether the row is a headline of the page. */
  boolean isTaken(int row) {
    return found.containsKey(row) && !refused.containsKey(row);
  }

  /** The row's own; {@code null} when it was not refused. */
  @Nullable Rejected refused(int row) {
    return refused.get(row);
  }

  void refuse(int at, Refusal why) {
    if (!found.containsKey(at)) {
      Row row = rows.get(at);
      refused.putIfAbsent(
          at, new Rejected(row.line().number(), row.text(), why.cause(), why.reason()));
    }
  }

  static String clean(String words) {
    String title = words.strip();
    if (Sayings.end(title, BEHIND_COUNT, COUNTED)) {
      title = COUNT.matcher(title).replaceFirst("");
    }
    if (title.endsWith(")")) {
      title = HOST.matcher(title).replaceFirst("");
    }
    if (AGENCIES.contains(Sayings.lastWord(title, title.length()))) {
      title = AGENCY.matcher(title).replaceFirst("");
    }
    title = title.strip();
    boolean marked = !title.isEmpty() && MARKS.indexOf(title.charAt(title.length() - 1)) >= 0;
    return marked ? TRAILING_MARK.matcher(title).replaceFirst("").strip() : title;
  }

  /**
   * The headlines in page order. A story that stands in two lists is one headline, with its age if
   * either list prints one; the other is refused as a repetition.
   */
  List<Headline> headlines() {
    Map<String, Integer> seen = new HashMap<>();
    Map<Integer, Headline> once = new TreeMap<>();
    found.forEach((at, headline) -> {
      Integer earlier = seen.get(Titles.fold(headline.title()));
      Headline before = earlier == null ? null : once.get(earlier);
      if (before != null
          && earlier != null
          && !isOtherStory(before, headline)
          && !contradict(before, headline)) {
        boolean better = !dated(before) && dated(headline);
        once.remove(better ? earlier : at);
        repeats(better ? earlier : at, better ? headline.line() : before.line());
        if (!better) {
          return;
        }
      }
      seen.put(Titles.fold(headline.title()), at);
      once.put(at, headline);
    });
    return new ArrayList<>(once.values());
  }

  private void repeats(int at, int line) {
    Row row = rows.get(at);
    refused.put(
        at,
        new Rejected(
            row.line().number(),
            row.text(),
            "repeats a headline",
            "repeats the headline of line " + line));
  }

  /** Two ages of one story that cannot both be right are both kept, so that it is said. */
  private static boolean contradict(Headline a, Headline b) {
    Optional<Interval> one = told(a);
    Optional<Interval> other = told(b);
    return one.isPresent() && other.isPresent() && !one.get().overlaps(other.get());
  }

  private static Optional<Interval> told(Headline headline) {
    var any = new Reference(ANY, null, Reference.USUAL_STALENESS);
    return Optional.ofNullable(headline.age())
        .flatMap(LabelParser::parse)
        .filter(label -> label instanceof Label.Age age && age.role() == Label.Role.PUBLISHED)
        .flatMap(label -> Resolver.resolve(label, any))
        .flatMap(told -> told.under(Rule.HULL));
  }

  /** The same words, days apart, are two stories: "Oil Prices Dip", today and last week. */
  private static boolean isOtherStory(Headline a, Headline b) {
    boolean sameLink = a.url() != null && a.url().equals(b.url());
    double apart = Math.abs(daysBack(a.date(), a.age()) - daysBack(b.date(), b.age()));
    return !sameLink && apart > SAME_STORY_DAYS;
  }

  /**
   * Days before an arbitrary but fixed day, by date or else by age; not a number without either.
   */
  private static double daysBack(@Nullable String date, @Nullable String age) {
    return Stream.of(Optional.ofNullable(date), Optional.ofNullable(age))
        .flatMap(Optional::stream)
        .flatMap(printed -> LabelParser.parse(printed).stream())
        .mapToDouble(Headlines::daysBack)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double daysBack(Label label) {
    return switch (label) {
      case Label.Age age ->
          age.parts().stream()
              .mapToDouble(p -> p.thousandths() * p.unit().getDuration().toHours() / 24_000.0)
              .sum();
      case Label.Date day -> -day.local().toLocalDate().toEpochDay();
      case Label.CalendarDay day -> day.daysBack();
      case Label.CalendarUnit unit -> (double) unit.back() * unit.unit().getDuration().toDays();
      case Label.JustNow now -> 0;
      case Label.PartialDate partial -> Double.NaN;
      case Label.Weekday weekday -> Double.NaN;
      case Label.OneOf choice -> daysBack(choice.readings().getFirst());
    };
  }

  private static boolean dated(Headline headline) {
    return headline.age() != null || headline.date() != null;
  }

  List<Rejected> refused() {
    return new ArrayList<>(refused.values());
  }
}
