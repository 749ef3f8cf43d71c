package wellhead.indexer.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Sighting;

class StoryKeysTest {
  private static final CaptureRef CAPTURE =
      new CaptureRef(
          "c",
          "mast.example",
          new CapturedAt(Instant.parse("2026-07-01T12:00:00Z"), CapturedAt.From.OPTION),
          null,
          "c.html",
          null);

  @Test
  void rowsOfAPageThatIsOneLineHaveIdsOfTheirOwn() {
    assertThat(id("2 hours", "Tanker Queue Grows")).isNotEqualTo(id("2 hours", "Refiners Cut"));
  }

  @Test
  void theSameWordsTwiceOnOneLineHaveIdsOfTheirOwnWhenTheirAgesDiffer() {
    assertThat(id("2 hours", "Tanker Queue Grows"))
        .isNotEqualTo(id("9 days", "Tanker Queue Grows"));
  }

  @Test
  void aRowKeepsItsIdWhenItsCaptureIsDatedLater() {
    Sighting row = FrontPage.row(CAPTURE, 1, "2 hours", "Tanker Queue Grows");
    Sighting untimed = CaptureInference.read(row, CapturedAt.UNKNOWN);
    assertThat(StoryKeys.sightingId(untimed)).isEqualTo(StoryKeys.sightingId(row));
  }

  private static String id(String age, String title) {
    return StoryKeys.sightingId(FrontPage.row(CAPTURE, 1, age, title));
  }
}
