package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;
import wellhead.story.Story;

/** Times are minutes of one day; a sighting is "floor from-to, hull from-to". */
class NarrowingTest {
  private static final Instant DAY = Instant.parse("2026-07-03T00:00:00Z");

  @Test
  void theFirstThatTellsBeginsAndTheRestNarrowOrAgree() {
    assertThat(steps(published(30, 40, false), tells(0, 60), silent(), tells(30, 90), tells(0, 40)))
        .isEqualTo("begins 0-60 -> 0-60, narrows 30-90 -> 30-60, narrows 0-40 -> 30-40");
    assertThat(steps(published(0, 60, false), tells(0, 60), tells(0, 70)))
        .isEqualTo("begins 0-60 -> 0-60, agrees 0-70 -> 0-60");
  }

  @Test
  void whatContradictsTellsOfAnotherTimeAndTheFirstStands() {
    assertThat(steps(published(0, 60, true), tells(0, 60), tells(100, 160), tells(120, 200)))
        .isEqualTo(
            "begins 0-60 -> 0-60, contradicts 100-160 -> 100-160, narrows 120-200 -> 120-160");
  }

  @Test
  void whereTheStoryIsConsistentALabelThatTheRuleDeniesIsReadAsWideAsAny() {
    assertThat(steps(published(0, 60, false), tells(0, 60), tells(100, 160, 50, 200)))
        .isEqualTo("begins 0-60 -> 0-60, agrees 50-200 -> 50-60, source 0-60 -> 0-60");
  }

  @Test
  void whatIsKnownBeyondTheSightingsIsAStepOfItsOwn() {
    assertThat(steps(published(10, 12, false), tells(0, 60)))
        .isEqualTo("begins 0-60 -> 0-60, source 10-12 -> 10-12");
  }

  @Test
  void theListThatDidNotHaveItYetIsAStepOfItsOwn() {
    Instant absent = DAY.plusSeconds(80 * 60);
    Published narrowed = published(0, 90, false).narrowedBy(interval(20, 90), absent);
    Narrowing narrowing = Narrowing.of(story(narrowed, List.of(tells(0, 90))));
    assertThat(narrowing.steps())
        .extracting(s -> s.outcome().wireName())
        .containsExactly("begins", "absent");
    assertThat(narrowing.steps().getLast().absentAt()).isEqualTo(absent);
    assertThat(narrowing.steps().getLast().left()).isEqualTo(interval(20, 90));
  }

  @Test
  void anUndatedStoryHasNoSteps() {
    assertThat(steps(null, silent())).isEmpty();
  }

  @Test
  void aDateNamesNoRule() {
    var date = RuleIntervals.same(interval(0, 60));
    var step =
        Narrowing.of(story(published(0, 60, false), List.of(sighting(date)))).steps().getFirst();
    assertThat(step.rule()).isNull();
    assertThat(Narrowing.of(story(published(0, 60, false), List.of(tells(0, 60)))).steps())
        .extracting(Narrowing.Step::rule)
        .containsExactly(Rule.FLOOR);
  }

  private static String steps(@Nullable Published published, Sighting... sightings) {
    return Narrowing.of(story(published, List.of(sightings))).steps().stream()
        .map(s -> s.outcome().wireName() + " " + show(s.told()) + " -> " + show(s.left()))
        .collect(Collectors.joining(", "));
  }

  private static String show(Interval interval) {
    return minute(interval.start()) + "-" + minute(interval.end());
  }

  private static long minute(Instant instant) {
    return (instant.getEpochSecond() - DAY.getEpochSecond()) / 60;
  }

  private static Story story(@Nullable Published published, List<Sighting> sightings) {
    return new Story("id", "t", List.of(), null, "s", published, new ArrayList<>(sightings), null);
  }

  private static Published published(long from, long to, boolean conflict) {
    List<Interval> updated = conflict ? List.of(interval(120, 160)) : List.of();
    return new Published(interval(from, to), Rule.FLOOR, Evidence.RELATIVE_AGE, conflict, updated);
  }

  private static Interval interval(long from, long to) {
    return Interval.between(DAY.plusSeconds(from * 60), DAY.plusSeconds(to * 60));
  }

  private static Sighting tells(long from, long to) {
    return tells(from, to, from, to + 1);
  }

  private static Sighting tells(long from, long to, long hullFrom, long hullTo) {
    Interval hull = interval(hullFrom, hullTo);
    return sighting(new RuleIntervals(interval(from, to), hull, hull, hull));
  }

  private static Sighting silent() {
    return sighting(null);
  }

  private static Sighting sighting(@Nullable RuleIntervals told) {
    var capture = new CaptureRef("c", "s", CapturedAt.UNKNOWN, null, "f.txt", null);
    Evidence evidence = told == null ? Evidence.NONE : Evidence.RELATIVE_AGE;
    return new Sighting(capture, 1, "t", null, "1 hour", null, told, evidence, null);
  }
}
