package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTest {
  private final Site site =
      Site.of(
          Stories.article(),
          Stories.boundedAbove(),
          Stories.conflicting(),
          Stories.undated("no-time", "Nobody knows when"),
          Stories.titled("a b/ü", "An id with everything in it"));

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void jsonHasEveryKeyInItsPlace() {
    assertThat(site.get("/stories/no-time").body())
        .isEqualTo(
            """
            {"id":"no-time","kind":"headline","title":"Nobody knows when","url":null,\
            "source":null,"author":null,"published":null,"updated":[],\
            "first_seen":null,"last_seen":null,\
            "provenance":{"file":"loose/page.txt","line":3,"captured_at":null},\
            "titles":[],"text":null,\
            "sightings":[{"captured_at":null,"captured_at_from":"none","captured_between":null,"file":"loose/page.txt",\
            "record":null,"line":3,"title":"Nobody knows when","url":null,"age":"4 days",\
            "date":null,"intervals":null,"evidence":"none"}],"narrowing":[]}\
            """);
  }

  @Test
  void jsonTellsTextTitlesAndEveryRule() {
    assertThat(site.get("/stories/wind-auction").body())
        .contains(
            "\"author\":\"Ines Harbottle\"",
            "\"titles\":[\"Wind auction closes with eleven bidders\"]",
            "\"text\":{\"body\":\"The auction for three sites",
            "\"takeaways\":[\"Eleven bidders, twice as many as last year.\",",
            "\"comments\":[{\"author\":\"Tobias Quill\",\"date\":\"July 4 2026\","
                + "\"published\":{\"earliest\":\"2026-07-04T00:00:00Z\","
                + "\"latest\":\"2026-07-04T23:59:59Z\",\"midpoint\":\"2026-07-04T11:59:59Z\","
                + "\"precision\":\"PT23H59M59S\"},\"text\":\"Brave is one word for it.\"}]",
            "\"captured_at\":\"2026-07-03T06:17:00Z\",\"captured_at_from\":\"file_name\"",
            "\"age\":\"2 hours\",\"date\":null,\"intervals\":{\"floor\":{\"earliest\":"
                + "\"2026-07-03T03:12:00Z\",\"latest\":\"2026-07-03T04:17:00Z\"},\"round\":{",
            "\"evidence\":\"relative_age\"}");
  }

  @Test
  void aRuleThatIsContradictedIsNull() {
    assertThat(site.get("/stories/tank-farm").body())
        .contains("\"floor\":{\"earliest\":null,\"latest\":\"2023-10-19T12:00:00Z\"}");
  }

  @Test
  void whatWasDatedAnewIsTold() {
    assertThat(site.get("/stories/re-dated").body())
        .contains("\"conflict\":true,\"updated\":[{\"earliest\":\"2026-06-29T20:00:00Z\",");
    assertThat(site.page("/stories/re-dated"))
        .contains(
            "dates disagree", "Dated anew by its site", "The captures contradict each other.");
  }

  @Test
  void jsonTellsEveryNarrowingStep() {
    assertThat(site.get("/stories/wind-auction").body())
        .contains(
            "\"narrowing\":[{\"outcome\":\"begins\",\"rule\":\"round\","
                + "\"captured_at\":\"2026-07-03T06:17:00Z\",\"captured_at_from\":\"file_name\","
                + "\"captured_between\":null,"
                + "\"file\":\"example-energy.com_2026-07-03T06-17-00Z.txt\",\"line\":14,"
                + "\"label\":\"2 hours\",\"evidence\":\"relative_age\","
                + "\"told\":{\"earliest\":\"2026-07-03T03:42:00Z\","
                + "\"latest\":\"2026-07-03T04:47:00Z\"},"
                + "\"left\":{\"earliest\":\"2026-07-03T03:42:00Z\","
                + "\"latest\":\"2026-07-03T04:47:00Z\"}},{\"outcome\":\"narrows\"",
            "\"left\":{\"earliest\":\"2026-07-03T03:54:00Z\","
                + "\"latest\":\"2026-07-03T04:47:00Z\"}");
  }

  @Test
  void aHitIsExplainedWhenAskedFor() {
    assertThat(site.get("/search?q=wind&explain=true").body())
        .contains(
            "\"explanation\":{\"time\":{\"words\":\"Worked out from the age printed beside it and the"
                + " time of capture. This source rounds ages to the nearest unit."
                + " Narrowed by 1 more from 1 hour 5 minutes to 53 minutes.\","
                + "\"rule\":\"round\",\"evidence\":\"relative_age\",\"conflict\":false,"
                + "\"agreeing\":2,\"steps\":[{\"outcome\":\"begins\"");
    assertThat(site.get("/search?q=nobody&explain=true").body())
        .contains("\"words\":\"Nothing on its captures tells when it was published.\"");
    assertThat(site.get("/search?q=wind").body()).doesNotContain("explanation");
  }

  @Test
  void aMergedIdLeadsToTheOneThatStands() {
    HttpResponse<String> response = site.get("/stories/merged%20away?format=json&tz=Europe/Berlin");
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location").orElseThrow())
        .endsWith("/stories/wind-auction?format=json&tz=Europe%2FBerlin");
  }

  @Test
  void anIdMayHoldAnything() {
    assertThat(StoryLink.to("a b/ü")).isEqualTo("/stories/a%20b%2F%C3%BC");
    assertThat(site.get(StoryLink.to("a b/ü")).body()).contains("\"id\":\"a b/ü\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/stories/none,                    404, story_not_found, ",
    "/stories/wind-auction?q=x,        400, unknown_parameter, q",
    "/stories/wind-auction?tz=Nowhere, 400, unusable_value, tz",
    "/stories/wind-auction?format=pdf, 400, unusable_value, format",
    "/stories/wind-auction?tz=UTC&tz=UTC, 400, repeated_parameter, tz",
  })
  void refuses(String path, int status, String code, @Nullable String param) {
    HttpResponse<String> response = site.get(path);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body())
        .contains("\"code\":\"" + code + "\"")
        .contains("\"param\":" + (param == null ? "null" : "\"" + param + "\""));
  }

  @Test
  void thePageTellsWhenAndHowThatIsKnown() {
    assertThat(site.page("/stories/wind-auction"))
        .contains(
            "<h1 dir=\"auto\">Offshore wind auction draws record bids off the Frisian coast</h1>",
            "Between 03:54 and 04:47 UTC on 3 Jul 2026. Worked out from the age printed beside it",
            "This source rounds ages to the nearest unit.",
            "Earlier titles",
            "Wind auction closes with eleven bidders",
            "<h2 id=\"takeaways\">Key points</h2>",
            "<p dir=\"auto\">Officials had expected five.",
            "Tobias Quill",
            "href=\"https://example-energy.com/wind-auction\"",
            "<svg width=\"100%\"",
            "example-energy.com_2026-07-03T06-17-00Z.txt:14");
  }

  @Test
  void thePageShowsTimesInTheZoneAskedFor() {
    assertThat(site.page("/stories/wind-auction?tz=Europe/Berlin"))
        .contains("Between 05:54 and 06:47 CEST on 3 Jul 2026");
  }

  @Test
  void anUndatedStorySaysSo() {
    assertThat(site.page("/stories/no-time"))
        .contains("undated", "not known", "tells nothing alone")
        .contains("Only its headline was captured so far")
        .doesNotContain("class=\"picture\"");
  }

  @Test
  void aLinkThatIsNoWebAddressIsNotOffered() {
    assertThat(site.page("/stories/re-dated")).doesNotContain("javascript:");
    assertThat(site.page("/search?q=refinery")).doesNotContain("javascript:");
  }
}
