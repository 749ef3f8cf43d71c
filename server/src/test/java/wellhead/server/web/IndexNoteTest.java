package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page does not let old news pass for new. */
class IndexNoteTest {
  private static final String NOTICE = "class=\"notice\"";

  @ParameterizedTest
  @CsvSource({
    "PT26H, false, ''",
    "PT26H1M, true, 'The index was last updated 1 day ago: newer headlines are not in it.'",
    "P22D, true, 'The index was last updated 3 weeks ago: newer headlines are not in it.'",
  })
  void aPageSaysWhenNoRunUpdatedTheIndexForLong(Duration age, boolean said, String words) {
    var engine = new FakeEngine(List.of(Stories.article()));
    try (Site site =
        Site.of(engine, WebOptions.DEFAULT, () -> FakeEngine.BUILT_AT.plus(age).minusSeconds(1))) {
      for (String path : List.of("/", "/search?q=wind", "/search?q=nothing")) {
        String page = site.page(path);
        assertThat(page.contains(NOTICE)).as(path).isEqualTo(said);
        assertThat(page).contains(words);
      }
    }
  }

  @Test
  void aPageSaysThatTheIndexIsGoneAndStillAnswers() {
    var engine = new FakeEngine(List.of(Stories.article()));
    try (Site site = Site.of(engine)) {
      String before = site.get("/", "Accept", Site.BROWSER).headers().firstValue("ETag").orElse("");
      engine.notFollowing();
      String page = site.page("/search?q=wind");
      assertThat(page).contains("The index can no longer be read.", "Offshore");
      assertThat(site.get("/", "Accept", Site.BROWSER, "If-None-Match", before).statusCode())
          .as("a page without the notice is another one")
          .isEqualTo(200);
      assertThat(site.get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(site.get("/metrics").body())
          .contains("wellhead_ready 0.0", "wellhead_stories 1.0");
    }
  }

  @Test
  void anEmptyIndexSaysSoAndNoMore() {
    try (Site site =
        Site.of(
            new FakeEngine(List.of()),
            WebOptions.DEFAULT,
            () -> FakeEngine.BUILT_AT.plus(Duration.ofDays(40)))) {
      assertThat(site.page("/")).doesNotContain(NOTICE);
    }
  }
}
