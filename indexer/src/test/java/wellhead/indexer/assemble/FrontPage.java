package wellhead.indexer.assemble;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.Reference;
import wellhead.indexer.time.Resolver;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Clocks;
import wellhead.story.Evidence;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;

/** A made-up news site whose list is captured again and again; it knows when all was published. */
public final class FrontPage {
  public static final String SOURCE = "barrelpost.example";

  private static final int ROWS = 30;
  private static final Duration BETWEEN_STORIES = Duration.ofMinutes(100);

  private static final List<String> WHO =
      List.of("Tanker", "Survey Ship", "Barge", "Gas Carrier", "Pipe Layer", "Drilling Rig", "Tug");
  private static final List<String> WHERE =
      List.of("Cape", "the Port at Buoy", "Field", "the Strait by Mile", "Platform");

  private final Random random;
  private final List<Story> stories = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>();

  /**
   * What the site published.
   *
   * @param published when it was dated first
   * @param redated when the site dated it anew, to that very moment; never when after all captures
   */
  public record Story(String title, Instant published, Instant redated) {

    public boolean isRedated() {
      return redated.isBefore(Instant.MAX);
    }

    Instant datedAt(Instant at) {
      return redated.isAfter(at) ? published : redated;
    }
  }

  /** What one capture showed. */
  public record Page(Instant capturedAt, List<Sighting> rows) {

    /** As a list of lines, each with its age and its title. */
    public String text() {
      var text = new StringBuilder();
      rows.forEach(
          row -> text.append("• ").append(row.age()).append(' ').append(row.title()).append('\n'));
      return text.toString();
    }
  }

  /** How a site prints an age: published, printed. */
  @FunctionalInterface
  public interface Printer {
    String print(Instant published, Instant now);
  }

  public FrontPage(long seed) {
    this.random = new Random(seed);
  }

  /** Publishes stories for so many days, some of which are dated anew a few hours later. */
  public FrontPage publish(Instant from, int days, double redated) {
    Instant at = from;
    for (int i = 0; at.isBefore(from.plus(Duration.ofDays(days))); i++) {
      at = at.plusSeconds(60 + random.nextInt((int) BETWEEN_STORIES.toSeconds() * 2));
      Instant again =
          random.nextDouble() < redated
              ? at.plusSeconds(7200 + random.nextInt(20_000))
              : Instant.MAX;
      stories.add(new Story(title(i), at, again));
    }
    return this;
  }

  private static String title(int number) {
    String who = WHO.get(number % WHO.size());
    String where = WHERE.get(number / 2 % WHERE.size());
    return "%s %d Waits off %s %d".formatted(who, number, where, number * 7);
  }

  /** Captures the list until an instant, every so often and a little more or less. */
  public FrontPage capture(
      Instant from, Instant to, Duration every, int mostStale, Printer printer) {
    for (Instant at = from; at.isBefore(to); at = at.plus(every)) {
      int jitter = (int) Math.min(1500, every.toSeconds() / 3);
      Instant captured = at.plusSeconds(random.nextInt(jitter + 1));
      Instant printed = captured.minusSeconds(random.nextInt(mostStale + 1));
      pages.add(new Page(captured, rows(captured, printed, printer)));
    }
    return this;
  }

  private List<Sighting> rows(Instant captured, Instant printed, Printer printer) {
    List<Story> listed =
        stories.stream()
            .filter(s -> !s.published().isAfter(printed))
            .sorted(Comparator.comparing((Story s) -> s.datedAt(printed)).reversed())
            .limit(ROWS)
            .toList();
    var ref =
        new CaptureRef(
            "capture " + captured,
            SOURCE,
            new CapturedAt(captured, CapturedAt.From.FILE_NAME),
            null,
            captured + ".txt",
            null);
    var rows = new ArrayList<Sighting>();
    for (Story story : listed) {
      String label = printer.print(story.datedAt(printed), printed);
      rows.add(row(ref, rows.size() + 1, label, story.title()));
    }
    return rows;
  }

  static Sighting row(CaptureRef capture, int line, String label, String title) {
    var reference = new Reference(capture.capturedAt().instant(), null, Reference.USUAL_STALENESS);
    RuleIntervals told =
        LabelParser.parse(label).flatMap(l -> Resolver.resolve(l, reference)).orElseThrow();
    return new Sighting(capture, line, title, null, label, null, told, Evidence.RELATIVE_AGE, null);
  }

  public List<Story> stories() {
    return stories;
  }

  public List<Page> pages() {
    return pages;
  }

  /** The first pages, as if no other had been captured. */
  FrontPage first(int count) {
    var part = new FrontPage(0);
    part.stories.addAll(stories);
    part.pages.addAll(pages.subList(0, count));
    return part;
  }

  /** The rows of each title on all pages. */
  Map<String, List<Sighting>> byTitle() {
    var groups = new TreeMap<String, List<Sighting>>();
    for (Page page : pages) {
      for (Sighting row : page.rows()) {
        groups.computeIfAbsent(row.title(), t -> new ArrayList<>()).add(row);
      }
    }
    return groups;
  }

  PrinterEvidence evidence() {
    var all = new PrinterEvidence();
    var labels = new AgeLabels();
    byTitle().values().forEach(group -> all.add(PrinterEvidence.of(group, labels, Clocks.RIGHT)));
    return all;
  }

  /** The stories as they are assembled when nothing is known but the pages. */
  List<wellhead.story.Story> assembled() {
    var found = SourceRules.Printer.of(evidence());
    var rules =
        new SourceRules(Rules.WIDEST, source -> found, source -> Clocks.RIGHT, new AgeLabels());
    var assembler = new Assembler(rules, this::anyBetween);
    var assembled = new ArrayList<wellhead.story.Story>();
    byTitle().values().forEach(group -> assembled.addAll(assembler.assemble(group)));
    return assembled;
  }

  private boolean anyBetween(@Nullable String source, Instant from, Instant to) {
    return pages.stream().map(Page::capturedAt).anyMatch(at -> at.isAfter(from) && at.isBefore(to));
  }

  /** As timeago. */
  public static String floor(Instant published, Instant now) {
    long age = Duration.between(published, now).toSeconds();
    return age < 3600
        ? label(Math.max(1, age / 60), "min")
        : age < 86_400 ? label(age / 3600, "hour") : label(age / 86_400, "day");
  }

  /** As WordPress's human_time_diff. */
  public static String round(Instant published, Instant now) {
    long age = Duration.between(published, now).toSeconds();
    return age < 3600
        ? label(Math.max(1, Math.round(age / 60.0)), "min")
        : age < 86_400
            ? label(Math.max(1, Math.round(age / 3600.0)), "hour")
            : label(Math.max(1, Math.round(age / 86_400.0)), "day");
  }

  /** As moment. */
  static String roundEarly(Instant published, Instant now) {
    long age = Duration.between(published, now).toSeconds();
    long minutes = Math.round(age / 60.0);
    long hours = Math.round(age / 3600.0);
    return minutes < 45
        ? label(Math.max(1, minutes), "min")
        : hours < 22
            ? label(Math.max(1, hours), "hour")
            : label(Math.max(1, Math.round(age / 86_400.0)), "day");
  }

  /** As date-fns, without its "about". */
  static String roundLate(Instant published, Instant now) {
    long age = Duration.between(published, now).toSeconds();
    return age < 42 * 3600 ? roundLateBelow(age) : label(Math.round(age / 86_400.0), "day");
  }

  private static String roundLateBelow(long age) {
    long minutes = Math.round(age / 60.0);
    return minutes < 45
        ? label(Math.max(1, minutes), "min")
        : age < 86_400 - 30
            ? label(Math.max(1, Math.round(minutes / 60.0)), "hour")
            : label(1, "day");
  }

  /** Hours to nearest, days as the calendar counts them. */
  static Printer calendar(ZoneId zone) {
    return (published, now) -> {
      long age = Duration.between(published, now).toSeconds();
      LocalDate day = published.atZone(zone).toLocalDate();
      return age < 86_400
          ? round(published, now)
          : label(Math.max(1, ChronoUnit.DAYS.between(day, now.atZone(zone).toLocalDate())), "day");
    };
  }

  private static String label(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
