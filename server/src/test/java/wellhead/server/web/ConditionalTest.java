package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the answer already costs no search. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionalTest {
  private final FakeEngine engine =
      new FakeEngine(List.of(Stories.article(), Stories.titled("h", "Diesel")));
  private Instant now = Stories.NOW;
  private final Site site = Site.of(engine, WebOptions.DEFAULT, () -> now);

  @AfterAll
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=wind",
        "/search?q=wind&format=html",
        "/search?format=csv",
        "/search?format=ndjson",
        "/search?format=rss",
        "/search?format=atom",
        "/search?format=jsonfeed",
        "/stories/wind-auction",
        "/stories/wind-auction?format=html",
        "/suggest?q=wind",
        "/openapi.json",
        "/api",
        "/opensearch.xml"
      })
  void anEditionThatIsKnownIsNotWorkedOutAgain(String path) {
    String etag = etag(path);
    int before = engine.searches();
    for (String method : List.of("GET", "HEAD")) {
      HttpResponse<String> again = site.send(method, path, "If-None-Match", etag);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers().firstValue("ETag")).hasValue(etag);
      assertThat(again.headers().firstValue("Cache-Control")).hasValue("no-cache");
      assertThat(again.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding");
      assertThat(again.headers().firstValue("Content-Type")).isEmpty();
    }
    assertThat(engine.searches()).isEqualTo(before);
    assertThat(site.get(path, "If-None-Match", "W/\"another\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "TAG, true",
    "'\"x\", TAG', true",
    "'\"x\",TAG , \"y\"', true",
    "*, true",
    "' * ', true",
    "'\"*\"', false",
    "STRONG, true",
    "'\"x\"', false",
    "nonsense, false",
    "'', false",
  })
  void aListOfTagsIsReadAsRfc9110Says(String header, boolean known) {
    String etag = etag("/search?q=wind");
    String sent = header.replace("TAG", etag).replace("STRONG", etag.substring(2));
    assertThat(site.get("/search?q=wind", "If-None-Match", sent).statusCode())
        .isEqualTo(known ? 304 : 200);
  }

  @ParameterizedTest
  @CsvSource({
    "/search?q=wind, /search?q=diesel",
    "/search?q=wind, /search?q=wind&limit=5",
    "/search?format=rss, /search?format=atom",
    "/search?format=csv, /search?format=ndjson",
    "/search?q=wind, /search?q=wind&format=html",
    "/stories/wind-auction, /stories/h",
    "/stories/h, /stories/h?format=html",
    "/suggest?q=wind, /suggest?q=diesel",
    "/suggest?q=wind, /suggest?q=wind&limit=1",
  })
  void anotherAnswerIsAnotherEdition(String one, String other) {
    assertThat(etag(one)).isNotEqualTo(etag(other));
  }

  @ParameterizedTest
  @CsvSource({
    "/search?q=wind,                       59, true",
    "/search?q=wind,                       60, false",
    "/search?q=wind&recency=0,          86400, true",
    "/search?q=wind&now=2026-07-06T00:00:00Z, 86400, true",
    "/search?q=,                        86400, true",
    "/search?q=&window=7d,                 60, false",
    "/search?q=&format=html,               60, false",
    "/search?q=wind&format=rss,         86400, true",
    "/search?q=wind&format=csv,         86400, true",
    "/search?q=wind&window=7d&format=rss, 899, true",
    "/search?q=wind&window=7d&format=rss, 900, false",
    "/search?since=2026-07-01&format=atom, 86400, true",
    "/stories/h,                        86400, true",
  })
  void theClockCountsWhereItChangesTheAnswer(String path, long seconds, boolean same) {
    try {
      String before = etag(path);
      now = Stories.NOW.plusSeconds(seconds);
      assertThat(etag(path).equals(before)).isEqualTo(same);
    } finally {
      now = Stories.NOW;
    }
  }

  @Test
  void anotherGenerationIsAnotherEdition() {
    String etag = etag("/search?q=wind");
    try (Site later =
        Site.of(new FakeEngine(List.of(Stories.article())), WebOptions.DEFAULT, () -> now)) {
      // the number of the generation is the same, what it holds is not
      assertThat(later.get("/search?q=wind").headers().firstValue("ETag")).isNotEqualTo(etag);
    }
  }

  @Test
  void aReaderThatPollsEveryMinuteCostsOneSearch() {
    int before = engine.searches();
    String etag = etag("/search?q=wind&format=rss");
    try {
      for (int minute = 1; minute <= 30; minute++) {
        now = Stories.NOW.plus(Duration.ofMinutes(minute));
        assertThat(site.get("/search?q=wind&format=rss", "If-None-Match", etag).statusCode())
            .isEqualTo(304);
      }
    } finally {
      now = Stories.NOW;
    }
    assertThat(engine.searches() - before).isEqualTo(1);
  }

  @Test
  void theNumbersTellAnswersFromRemindersThatThereIsNothingNew() {
    try (Site fresh = Site.of(Stories.article())) {
      String etag = fresh.get("/search?format=atom").headers().firstValue("ETag").orElseThrow();
      fresh.get("/search?format=atom", "If-None-Match", etag);
      fresh.get("/search?format=atom", "If-None-Match", "\"x\", " + etag);
      assertThat(fresh.get("/metrics").body())
          .contains("wellhead_requests_seconds_count{route=\"/search\",status=\"200\"} 1\n")
          .contains("wellhead_requests_seconds_count{route=\"/search\",status=\"304\"} 2\n");
    }
  }

  @Test
  void aFileOfThePageIsKnownByItsTagInAnyList() {
    Matcher path = Pattern.compile("/static/[^\"]+[.]css").matcher(site.page("/"));
    assertThat(path.find()).isTrue();
    String etag = etag(path.group());
    for (String known : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
      HttpResponse<String> answer = site.get(path.group(), "If-None-Match", known);
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }
    assertThat(site.get(path.group(), "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasAnyAnswerIsSentNoneButIsToldOfErrors() {
    assertThat(site.get("/", "If-None-Match", "*").body()).isEmpty();
    assertThat(site.get("/nowhere", "If-None-Match", "*").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?format=rss", "/search?q=&format=csv", "/stories/h"})
  void aDateWillDoWhereTheClockDoesNotCount(String path) {
    String date = site.get(path).headers().firstValue("Last-Modified").orElseThrow();
    assertThat(date).isEqualTo("Mon, 06 Jul 2026 09:00:00 GMT");
    assertThat(site.get(path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
    for (String other : List.of("Mon, 06 Jul 2026 09:30:00 GMT", "yesterday")) {
      assertThat(site.get(path, "If-Modified-Since", other).statusCode()).isEqualTo(200);
    }
    assertThat(
            site.get(path, "If-Modified-Since", date, "If-None-Match", "\"another\"").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?q=wind", "/", "/search?window=7d&format=rss"})
  void noDateIsGivenWhereTheClockCounts(String path) {
    assertThat(site.get(path).headers().firstValue("Last-Modified")).isEmpty();
  }

  @Test
  void aProblemHasNoEdition() {
    for (String path : List.of("/search?q=(", "/stories/none", "/nowhere")) {
      HttpResponse<String> response = site.get(path, "If-None-Match", "*");
      assertThat(response.headers().firstValue("ETag")).isEmpty();
      assertThat(response.headers().firstValue("Last-Modified")).isEmpty();
    }
  }

  private String etag(String path) {
    HttpResponse<String> response = site.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.headers().firstValue("ETag").orElseThrow();
  }
}
