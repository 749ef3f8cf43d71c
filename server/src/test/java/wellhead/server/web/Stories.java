package wellhead.server.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Comment;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;
import wellhead.story.Story;

/** Made-up stories of every sort that the page has to show. */
final class Stories {
  static final Instant NOW = Instant.parse("2026-07-06T10:00:00Z");

  private Stories() {}

  /** A headline seen once, ten days before {@link #NOW}, with this title. */
  static Story titled(String id, String title) {
    return headline(id, title, "example-energy.com", NOW.minus(Duration.ofDays(10)), "2 days");
  }

  /** A headline seen once, with an age of whole hours or days as printed. */
  static Story headline(
      String id, String title, @Nullable String source, Instant captured, String age) {
    Sighting sighting = sighting(title, source, captured, age, 12);
    return story(id, title, null, source, published(sighting, Rule.ROUND), List.of(sighting), null);
  }

  static Story undated(String id, String title) {
    var capture = new CaptureRef("c-" + id, null, CapturedAt.UNKNOWN, null, "loose/page.txt", null);
    var sighting = new Sighting(capture, 3, title, null, "4 days", null, null, Evidence.NONE, null);
    return story(id, title, null, null, null, List.of(sighting), null);
  }

  /** An article that three lists showed before its own page was captured. */
  static Story article() {
    String title = "Offshore wind auction draws record bids off the Frisian coast";
    String source = "example-energy.com";
    Instant first = Instant.parse("2026-07-03T06:17:00Z");
    var article =
        new ArticleText(
            "Ines Harbottle",
            List.of(
                "Eleven bidders, twice as many as last year.",
                "The winner must connect to the grid by 2031."),
            "The auction for three sites off the Frisian coast closed on Thursday with eleven"
                + " bidders.\n\nOfficials had expected five. The winning bid asks for no subsidy"
                + " at all, which two analysts called brave.\n\nGrid connection is the harder"
                + " part: the cable has to cross a shipping lane & a nature reserve.",
            List.of(
                new Comment(
                    "Tobias Quill",
                    "July 4 2026",
                    Interval.between(
                        Instant.parse("2026-07-04T00:00:00Z"),
                        Instant.parse("2026-07-04T23:59:59Z")),
                    "Brave is one word for it.")));
    var sightings = new ArrayList<Sighting>();
    sightings.add(sighting(title, source, first, "2 hours", 14));
    sightings.add(sighting(title, source, first.plus(Duration.ofMinutes(312)), "7 hours", 18));
    sightings.add(sighting(title, source, first.plus(Duration.ofMinutes(1480)), "1 day", 31));
    Sighting last = sighting(title, source, first.plus(Duration.ofMinutes(1533)), "1 day", 3);
    sightings.add(
        new Sighting(
            last.capture(),
            3,
            title,
            "https://example-energy.com/wind-auction",
            last.age(),
            null,
            last.published(),
            last.evidence(),
            article));
    RuleIntervals all =
        sightings.stream()
            .flatMap(s -> Stream.ofNullable(s.published()))
            .reduce(RuleIntervals::intersect)
            .orElseThrow();
    return new Story(
        "wind-auction",
        title,
        List.of("Wind auction closes with eleven bidders"),
        "https://example-energy.com/wind-auction",
        source,
        new Published(
            all.under(Rule.ROUND).orElseThrow(),
            Rule.ROUND,
            Evidence.RELATIVE_AGE,
            false,
            List.of()),
        sightings,
        article);
  }

  static Story boundedAbove() {
    var capture =
        new CaptureRef(
            "c-bound", "old-barrel.net", CapturedAt.UNKNOWN, null, "articles/depot.txt", null);
    var bound = Interval.until(Instant.parse("2023-10-19T12:00:00Z"));
    var article =
        new ArticleText(
            null,
            List.of(),
            "Storage at the old terminal was full by autumn, two traders said.",
            List.of());
    var sighting =
        new Sighting(
            capture,
            1,
            "Tank farm at the old terminal fills up",
            null,
            null,
            null,
            RuleIntervals.same(bound),
            Evidence.COMMENT_DATE,
            article);
    return story(
        "tank-farm",
        sighting.title(),
        null,
        "old-barrel.net",
        new Published(bound, null, Evidence.COMMENT_DATE, false, List.of()),
        List.of(sighting),
        article);
  }

  static Story conflicting() {
    Story calm =
        headline(
            "re-dated",
            "Refinery outlook: what next?",
            "old-barrel.net",
            Instant.parse("2026-06-20T08:00:00Z"),
            "3 days");
    Published p = Objects.requireNonNull(calm.published());
    var again =
        Interval.between(
            Instant.parse("2026-06-29T20:00:00Z"), Instant.parse("2026-06-30T20:00:00Z"));
    return story(
        calm.id(),
        calm.title(),
        "javascript:alert(1)",
        calm.source(),
        new Published(p.interval(), p.rule(), p.evidence(), true, List.of(again)),
        calm.sightings(),
        null);
  }

  private static Story story(
      String id,
      String title,
      @Nullable String url,
      @Nullable String source,
      @Nullable Published published,
      List<Sighting> sightings,
      @Nullable ArticleText article) {
    return new Story(id, title, List.of(), url, source, published, sightings, article);
  }

  private static Published published(Sighting sighting, Rule rule) {
    Interval interval = Objects.requireNonNull(sighting.published()).under(rule).orElseThrow();
    return new Published(interval, rule, Evidence.RELATIVE_AGE, false, List.of());
  }

  private static Sighting sighting(
      String title, @Nullable String source, Instant captured, String age, int line) {
    var capture =
        new CaptureRef(
            "c-" + captured,
            source,
            new CapturedAt(captured, CapturedAt.From.FILE_NAME),
            null,
            source + "_" + captured.toString().replace(":", "-") + ".txt",
            null);
    return new Sighting(
        capture,
        line,
        title,
        null,
        age,
        null,
        intervals(captured, age),
        Evidence.RELATIVE_AGE,
        null);
  }

  /** Good enough for pictures: whole hours or days, five minutes of staleness. */
  private static RuleIntervals intervals(Instant captured, String age) {
    String[] parts = age.split(" ");
    long number = Long.parseLong(parts[0]);
    Duration unit = parts[1].startsWith("hour") ? Duration.ofHours(1) : Duration.ofDays(1);
    Duration half = unit.dividedBy(2);
    Duration age0 = unit.multipliedBy(number);
    Duration stale = Duration.ofMinutes(5);
    return new RuleIntervals(
        span(captured, age0, age0.plus(unit), stale),
        span(captured, number == 1 ? age0 : age0.minus(half), age0.plus(half), stale),
        span(captured, age0.minus(unit), age0.plus(unit), stale),
        span(captured, age0.minus(unit), age0.plus(unit), stale));
  }

  private static Interval span(Instant captured, Duration from, Duration to, Duration stale) {
    return Interval.between(captured.minus(to).minus(stale), captured.minus(from));
  }
}
