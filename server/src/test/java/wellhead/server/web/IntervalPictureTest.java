package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import wellhead.server.web.IntervalPicture.Row;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.Sighting;
import wellhead.story.Story;

class IntervalPictureTest {

  private static IntervalPicture picture(Story story) {
    Published published = Objects.requireNonNull(story.published());
    return IntervalPicture.of(story, published, ZoneOffset.UTC);
  }

  private static double percent(String text) {
    return Double.parseDouble(text.substring(0, text.length() - 1));
  }

  private static double left(Row row) {
    return percent(row.x());
  }

  private static double right(Row row) {
    return percent(row.x()) + percent(row.width());
  }

  @Test
  void everyBarHoldsTheResult() {
    IntervalPicture picture = picture(Stories.article());
    assertThat(picture.rows()).hasSize(4);
    for (Row row : picture.rows()) {
      assertThat(left(row)).isBetween(0.0, left(picture.result()) + 0.01);
      assertThat(right(row)).isBetween(right(picture.result()) - 0.01, 100.0);
    }
  }

  @Test
  void rowsDoNotOverlapAndTheAxisIsBelow() {
    IntervalPicture picture = picture(Stories.article());
    var rows = new ArrayList<>(picture.rows());
    rows.add(picture.result());
    for (int i = 1; i < rows.size(); i++) {
      assertThat(rows.get(i).y()).isGreaterThan(rows.get(i - 1).barY() + 8);
    }
    assertThat(picture.height()).isGreaterThan(picture.result().barY() + 20);
  }

  @Test
  void labelsSayWhatWasPrintedAndWhen() {
    assertThat(picture(Stories.article()).rows().getFirst().label())
        .isEqualTo("“2 hours” on 3 Jul 2026, 06:17 UTC");
  }

  @Test
  void anOpenEndRunsOutOfThePicture() {
    IntervalPicture picture = picture(Stories.boundedAbove());
    assertThat(picture.result().openLeft()).isTrue();
    assertThat(picture.from()).isEqualTo("earlier");
    assertThat(left(picture.result())).isZero();
    assertThat(right(picture.result())).isLessThan(100);
    assertThat(picture.description()).contains("No later than 19 Oct 2023, 12:00 UTC");
  }

  @Test
  void manySightingsAreCutAndCounted() {
    Story one = Stories.titled("id", "Seen hourly");
    var sightings = new ArrayList<Sighting>();
    for (int i = 0; i < 40; i++) {
      sightings.addAll(one.sightings());
    }
    var story =
        new Story("id", one.title(), List.of(), null, null, one.published(), sightings, null);
    IntervalPicture picture = picture(story);
    assertThat(picture.rows()).hasSize(12);
    assertThat(picture.caption()).isEqualTo("28 more sightings in the table below.");
  }

  @Test
  void ofManySightingsThoseAreShownThatTellMost() {
    Story one = Stories.titled("id", "Seen hourly");
    var sightings = new ArrayList<Sighting>();
    Instant captured = Stories.NOW;
    for (int i = 0; i < 300; i++) {
      // published 25 hours before the first, rounded to nearest
      String age = Math.round((25 * 60 + i * 10) / 1440.0) + " days";
      sightings.addAll(
          Stories.headline("id", one.title(), "s", captured.plusSeconds(i * 600L), age)
              .sightings());
    }
    Interval all =
        sightings.stream()
            .flatMap(s -> Objects.requireNonNull(s.published()).under(Rule.ROUND).stream())
            .reduce((a, b) -> a.intersect(b).orElse(a))
            .orElseThrow();
    var published = new Published(all, Rule.ROUND, Evidence.RELATIVE_AGE, false, List.of());
    var story = new Story("id", one.title(), List.of(), null, "s", published, sightings, null);
    IntervalPicture picture = picture(story);
    assertThat(picture.rows()).hasSize(12);
    assertThat(picture.height()).isLessThan(600);
    assertThat(picture.rows().getFirst().label()).startsWith("“1 days”");
    assertThat(picture.rows()).anyMatch(r -> r.label().startsWith("“2 days”"));
    assertThat(picture.caption()).startsWith("Narrowed by ").contains("288 more sightings");
  }

  @Test
  void aSightingThatContradictsSaysSo() {
    Story first = Stories.headline("id", "t", "s", Stories.NOW, "2 days");
    Story again = Stories.headline("id", "t", "s", Stories.NOW.plusSeconds(3600), "3 hours");
    var sightings = new ArrayList<>(first.sightings());
    sightings.addAll(again.sightings());
    Published known = Objects.requireNonNull(first.published());
    var updated = List.of(Objects.requireNonNull(again.published()).interval());
    var published = new Published(known.interval(), known.rule(), known.evidence(), true, updated);
    IntervalPicture picture =
        picture(new Story("id", "t", List.of(), null, "s", published, sightings, null));
    assertThat(picture.rows().getLast().label()).endsWith(", dated anew");
    assertThat(picture.result().label()).isEqualTo("First published");
  }

  @Test
  void aSingleSecondCanBeSeen() {
    Instant second = Instant.parse("2026-07-03T14:20:00Z");
    Story wide = Stories.headline("id", "t", "s", second.plus(Duration.ofDays(2)), "2 days");
    var exact =
        new Published(Interval.at(second), null, Evidence.MACHINE_READABLE, false, List.of());
    Row result =
        IntervalPicture.of(
                new Story("id", "t", List.of(), null, "s", exact, wide.sightings(), null),
                exact,
                ZoneOffset.UTC)
            .result();
    assertThat(percent(result.width())).isGreaterThan(0.5);
  }
}
