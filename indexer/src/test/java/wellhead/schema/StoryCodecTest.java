package wellhead.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
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

class StoryCodecTest {
  private static final Instant T = Instant.parse("2026-07-01T12:00:00Z");

  @Test
  void givesBackWhatWasEncoded() {
    assertThat(StoryCodec.decode(StoryCodec.encode(story(3), List.of()), List.of()))
        .isEqualTo(story(3));
  }

  @Test
  void givesBackAStoryOfWhichNothingIsKnownButItsTitle() {
    var capture = new CaptureRef("c", null, CapturedAt.UNKNOWN, null, "-", null);
    var sighting =
        new Sighting(capture, 1, "Título ⚡", null, null, null, null, Evidence.NONE, null);
    var story = new Story("id", "Título ⚡", List.of(), null, null, null, List.of(sighting), null);
    assertThat(StoryCodec.decode(StoryCodec.encode(story, List.of()), List.of())).isEqualTo(story);
  }

  @Test
  void writesNoStringThatIsKnownBeforehand() {
    List<String> known = List.of("Body.\n\nMore.", "One", "One", "Not in it.");
    BytesRef bytes = StoryCodec.encode(story(3), known);
    String written =
        new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.ISO_8859_1);
    assertThat(written).contains("Two").doesNotContain("Body", "One", "Not");
    assertThat(StoryCodec.decode(bytes, known)).isEqualTo(story(3));
  }

  @Test
  void growsLittleByAnotherSightingOfTheSame() {
    int hundred = StoryCodec.encode(story(100), List.of()).length;
    int twoHundred = StoryCodec.encode(story(200), List.of()).length;
    assertThat((twoHundred - hundred) / 100).isLessThan(120);
  }

  @Test
  void refusesWhatIsNoStory() {
    BytesRef cut = StoryCodec.encode(story(3), List.of());
    cut.length /= 2;
    for (BytesRef bytes : List.of(cut, new BytesRef("garbage"), new BytesRef())) {
      assertThatThrownBy(() -> StoryCodec.decode(bytes, List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("schema version");
    }
  }

  private static Story story(int sightings) {
    var text =
        new ArticleText(
            "A. Writer",
            List.of("One", "Two"),
            "Body.\n\nMore.",
            List.of(new Comment("B", "yesterday", Interval.until(T), "Indeed.")));
    var list = new ArrayList<Sighting>();
    for (int i = 0; i < sightings; i++) {
      var interval = Interval.between(T.minusSeconds(60), T.plusSeconds(i));
      list.add(
          new Sighting(
              new CaptureRef(
                  "0123456789abcdef0123456789abcd" + (10 + i),
                  "barrelpost.example",
                  new CapturedAt(T.plusSeconds(3600L * i), CapturedAt.From.FILE_NAME),
                  i % 2 == 0 ? Rule.ROUND : null,
                  "barrelpost.example_" + i + ".txt",
                  i == 0 ? null : i),
              i + 1,
              "Tankers Queue",
              "https://barrelpost.example/tankers",
              i + " hours",
              null,
              i == 1
                  ? RuleIntervals.same(interval)
                  : new RuleIntervals(interval, null, Interval.until(T), interval),
              Evidence.RELATIVE_AGE,
              i == 2 ? text : null));
    }
    var published =
        new Published(
            Interval.between(T.minusSeconds(60), T),
            Rule.FLOOR,
            Evidence.RELATIVE_AGE,
            true,
            List.of(Interval.at(T.plusSeconds(99))),
            T.minusSeconds(7));
    return new Story(
        "id",
        "Tankers Queue",
        List.of("Tankers Wait"),
        "https://barrelpost.example/tankers",
        "barrelpost.example",
        published,
        list,
        text);
  }
}
