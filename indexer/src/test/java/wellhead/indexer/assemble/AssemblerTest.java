package wellhead.indexer.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.Reference;
import wellhead.indexer.time.Resolver;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;
import wellhead.story.Story;

class AssemblerTest {
  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
  private static final String SOURCE = "barrelpost.example";

  @Test
  void narrowsOneStoryByEveryCaptureOfIt() {
    Story story = one(row(0, "2 hours", "Tankers Queue"), row(31, "3 hours", "Tankers Queue"));
    assertThat(interval(story)).isEqualTo(span(-185, 31 - 150));
  }

  @Test
  void joinsTitlesThatDifferInQuotesCaseAndSpacingOnly() {
    one(row(0, "2 hours", "Iran’s Tankers  Queue"), row(10, "2 hours", "IRAN'S TANKERS QUEUE"));
  }

  @Test
  void keepsOpecAndOpecPlusApart() {
    assertThat(assemble(row(0, "2 hours", "OPEC Meets"), row(1, "2 hours", "OPEC+ Meets")))
        .hasSize(2);
  }

  @Test
  void tellsTheSameWordsAtTimesThatDoNotOverlapApart() {
    int week = 7 * 24 * 60;
    assertThat(assemble(row(0, "2 hours", "Oil Slips"), row(week, "2 hours", "Oil Slips")))
        .hasSize(2);
  }

  @Test
  void callsAJumpInTimeADatingAnewWhenTheTitleNeverLeftTheList() {
    Story story =
        assembler((source, from, to) -> false)
            .assemble(List.of(row(0, "9 hours", "Oil Slips"), row(60, "5 mins", "Oil Slips")))
            .getFirst();
    assertThat(published(story).conflict()).isTrue();
    assertThat(published(story).updated()).hasSize(1);
    assertThat(interval(story).end()).isBefore(at(0));
  }

  @Test
  void joinsByLinkWhateverTheTitleSays() {
    Story story =
        one(
            link(row(0, "2 hours", "Citgo Bid Is $7.83B"), "https://barrelpost.example/citgo"),
            link(row(9, "2 hours", "Citgo Bid Is $7.38B"), "https://barrelpost.example/citgo"));
    assertThat(story.title()).isEqualTo("Citgo Bid Is $7.38B");
    assertThat(story.earlierTitles()).containsExactly("Citgo Bid Is $7.83B");
  }

  @Test
  void lendsABodyToTheHeadlineWhoseArticleWasCapturedAndToNoOther() {
    Sighting article =
        new Sighting(
            capture(30, SOURCE),
            50,
            "Tankers Queue",
            null,
            null,
            null,
            RuleIntervals.same(Interval.until(at(30))),
            Evidence.FIRST_SEEN,
            new ArticleText("A. Writer", List.of(), "Forty ships wait.", List.of()));
    Story story = one(row(0, "2 hours", "Tankers Queue"), article);
    assertThat(story.kind()).isEqualTo(Story.Kind.ARTICLE);
    assertThat(one(row(30, "3 hours", "Something Else")).kind()).isEqualTo(Story.Kind.HEADLINE);
  }

  @Test
  void leavesUndatedWhatNothingTellsOf() {
    Sighting undated =
        new Sighting(
            new CaptureRef("c", SOURCE, CapturedAt.UNKNOWN, null, "page.txt", null),
            1,
            "Oil Slips",
            null,
            "4 days",
            null,
            null,
            Evidence.NONE,
            null);
    assertThat(one(undated).published()).isNull();
  }

  @Test
  void fallsBackToTheWidestReadingWhenAPriorIsContradictedByOneStory() {
    // a site that rounds down prints "1 hour" for 119 minutes, which rounding to nearest denies
    Sighting first = rounded(row(0, "1 hour", "Tankers Queue"));
    Sighting second = rounded(row(55, "1 hour", "Tankers Queue"));
    Story story = one(first, second);
    assertThat(published(story).rule()).isEqualTo(Rule.HULL);
    assertThat(published(story).conflict()).isFalse();
  }

  @Test
  void givesTheSameStoriesInWhateverOrderTheSightingsCame() {
    long seed = Long.getLong("seed", 20260708L);
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Sighting> sightings = someSightings(random);
      List<Story> expected = assembler((s, from, to) -> false).assemble(sightings);
      Collections.shuffle(sightings, random);
      assertThat(assembler((s, from, to) -> false).assemble(sightings))
          .as("round %d of -Dseed=%d", round, seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void neverWidensAnIntervalByMoreEvidence() {
    long seed = Long.getLong("seed", 20260708L);
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int published = -random.nextInt(3000) - 1;
      var sightings = new ArrayList<Sighting>();
      Interval before = null;
      for (int capture = 0; capture < 2000; capture += 30 + random.nextInt(200)) {
        sightings.add(row(capture, floored(capture - published), "Tankers Queue"));
        Interval now = interval(assembler((s, from, to) -> false).assemble(sightings).getFirst());
        assertThat(now.contains(at(published))).as("-Dseed=%d round %d", seed, round).isTrue();
        assertThat(before == null || before.contains(now)).isTrue();
        before = now;
      }
    }
  }

  private static List<Sighting> someSightings(Random random) {
    var sightings = new ArrayList<Sighting>();
    for (int i = 0; i < 12; i++) {
      Sighting row =
          row(
              random.nextInt(5) * 600,
              (1 + random.nextInt(20)) + " hours",
              random.nextBoolean() ? "Oil Slips" : "Oil Gains");
      row = onLine(i + 1, row);
      sightings.add(random.nextInt(3) == 0 ? link(row, "https://b.example/1") : row);
    }
    return sightings;
  }

  private static String floored(int minutes) {
    if (minutes < 60) {
      return Math.max(minutes, 1) + " mins";
    }
    return minutes < 1440 ? minutes / 60 + " hours" : minutes / 1440 + " days";
  }

  private static Story one(Sighting... sightings) {
    List<Story> stories = assemble(sightings);
    assertThat(stories).hasSize(1);
    return stories.getFirst();
  }

  private static List<Story> assemble(Sighting... sightings) {
    return assembler((source, from, to) -> true).assemble(List.of(sightings));
  }

  private static Assembler assembler(CaptureTimes captures) {
    return new Assembler(KnownSources.of(List.of()), captures);
  }

  private static Published published(Story story) {
    return Objects.requireNonNull(story.published());
  }

  private static Interval interval(Story story) {
    return published(story).interval();
  }

  private static Sighting row(int minute, String age, String title) {
    var reference = new Reference(at(minute), null, Duration.ofMinutes(5));
    RuleIntervals published =
        LabelParser.parse(age).flatMap(label -> Resolver.resolve(label, reference)).orElseThrow();
    return new Sighting(
        capture(minute, SOURCE), 1, title, null, age, null, published, Evidence.RELATIVE_AGE, null);
  }

  private static Sighting onLine(int line, Sighting s) {
    return new Sighting(
        s.capture(), line, s.title(), null, s.age(), null, s.published(), s.evidence(), null);
  }

  private static Sighting link(Sighting s, String url) {
    return new Sighting(
        s.capture(),
        s.line(),
        s.title(),
        url,
        s.age(),
        s.date(),
        s.published(),
        s.evidence(),
        null);
  }

  private static Sighting rounded(Sighting s) {
    CaptureRef c = s.capture();
    return new Sighting(
        new CaptureRef(c.id(), c.source(), c.capturedAt(), Rule.ROUND, c.file(), null),
        s.line(),
        s.title(),
        null,
        s.age(),
        null,
        s.published(),
        s.evidence(),
        null);
  }

  private static CaptureRef capture(int minute, @Nullable String source) {
    return new CaptureRef(
        "capture" + minute,
        source,
        new CapturedAt(at(minute), CapturedAt.From.FILE_NAME),
        null,
        "page.txt",
        null);
  }

  private static Interval span(int from, int to) {
    return Interval.between(at(from), at(to));
  }

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
