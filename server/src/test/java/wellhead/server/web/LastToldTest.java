package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;
import wellhead.story.Story;

class LastToldTest {
  private static final Instant T = Stories.NOW;

  @Test
  void theFirstSightingTells() {
    assertThat(LastTold.of(story(seen(0, "Oil", 0, 60)))).hasValue(at(0));
  }

  @Test
  void toBeSeenAgainTellsNothing() {
    assertThat(LastTold.of(story(seen(0, "Oil", 0, 60), seen(1, "Oil", 0, 60), wider(2))))
        .hasValue(at(0));
  }

  @Test
  void aNarrowerTimeTells() {
    assertThat(LastTold.of(story(seen(0, "Oil", 0, 60), seen(1, "Oil", 30, 90), wider(2))))
        .hasValue(at(1));
  }

  @Test
  void anotherTitleTells() {
    assertThat(LastTold.of(story(seen(0, "Oil", 0, 60), seen(1, "Oil up", 0, 60), wider(2))))
        .hasValue(at(2)); // and back again
  }

  @Test
  void anotherDateTellsOnceAndThenNarrowsOnItsOwn() {
    assertThat(
            LastTold.of(
                story(
                    seen(0, "Oil", 0, 60),
                    seen(1, "Oil", 500, 560),
                    seen(2, "Oil", 500, 560),
                    seen(3, "Oil", 500, 570))))
        .hasValue(at(1));
  }

  @Test
  void theArticleTells() {
    var text = new ArticleText(null, List.of(), "Text.", List.of());
    assertThat(
            LastTold.of(
                story(
                    seen(0, "Oil", 0, 60),
                    sighting(at(1), "Oil", interval(0, 60), text),
                    sighting(at(2), "Oil", interval(0, 60), text))))
        .hasValue(at(1));
  }

  @Test
  void whatHasNoTimeTellsNoTime() {
    assertThat(LastTold.of(story(sighting(null, "Oil", null, null)))).isEmpty();
  }

  private static Sighting wider(int hours) {
    return seen(hours, "Oil", -100, 200);
  }

  private static Instant at(int hours) {
    return T.plus(Duration.ofHours(hours));
  }

  private static Interval interval(int fromMinutes, int toMinutes) {
    return Interval.between(
        T.minus(Duration.ofDays(2)).plus(Duration.ofMinutes(fromMinutes)),
        T.minus(Duration.ofDays(2)).plus(Duration.ofMinutes(toMinutes)));
  }

  private static Sighting seen(int hours, String title, int fromMinutes, int toMinutes) {
    return sighting(at(hours), title, interval(fromMinutes, toMinutes), null);
  }

  private static Sighting sighting(
      @Nullable Instant captured,
      String title,
      @Nullable Interval interval,
      @Nullable ArticleText article) {
    var time =
        captured == null ? CapturedAt.UNKNOWN : new CapturedAt(captured, CapturedAt.From.FILE_NAME);
    return new Sighting(
        new CaptureRef("c" + captured, "a.example", time, null, "a.txt", null),
        1,
        title,
        null,
        null,
        null,
        interval == null ? null : RuleIntervals.same(interval),
        interval == null ? Evidence.NONE : Evidence.ABSOLUTE_DATE,
        article);
  }

  private static Story story(Sighting... sightings) {
    return new Story(
        "id",
        sightings[sightings.length - 1].title(),
        List.of(),
        null,
        "a.example",
        null,
        new ArrayList<>(List.of(sightings)),
        null);
  }
}
