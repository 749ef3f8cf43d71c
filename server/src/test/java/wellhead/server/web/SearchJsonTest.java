package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.server.search.Breakdown;
import wellhead.server.search.SearchRequest;
import wellhead.server.search.SearchResults;
import wellhead.server.search.SearchResults.Hit;
import wellhead.server.search.SearchResults.IndexState;
import wellhead.server.search.SearchResults.Provenance;
import wellhead.server.search.SearchResults.Total;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.Story;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchJsonTest {
  private final FakeEngine engine = new FakeEngine(List.of(Stories.article()));
  private final Site site = Site.of(engine);

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void hasEveryKeyInItsPlace() {
    try (Site scripted = Site.of(new FakeEngine(List.of()).scripted(SearchJsonTest::twoHits))) {
      String body = scripted.get("/search?q=opec+80k").body();
      assertThat(body.replaceFirst("\"took_ms\":[0-9]+\\.[0-9],", "\"took_ms\":T,"))
          .isEqualTo(
              """
              {"query":{"raw":"opec 80k","understood":"opec 80000","corrected":"opec 80 k",\
              "relaxed":true,"warnings":["80k is read as 80,000."],"time":null},"took_ms":T,"timed_out":false,\
              "total":{"value":1,"relation":"gte","certain":0,"possible":1,"undated":2},\
              "hits":[{"id":"a1","kind":"article","score":7.5,"title":"OPEC & friends",\
              "url":"https://example.com/a","source":"example.com","author":"Ann",\
              "published":{"earliest":"2026-07-02T19:41:30Z","latest":"2026-07-03T19:46:30Z",\
              "midpoint":"2026-07-03T07:44:00Z","precision":"P1DT5M","rule":"round",\
              "evidence":"relative_age","conflict":false,"updated":[],"last_absent":null},\
              "first_seen":"2026-07-04T07:46:30Z","last_seen":"2026-07-05T07:46:30Z","sightings":3,\
              "snippet":"They met.","highlights":{"title":"<mark>OPEC</mark> &amp; friends",\
              "body":["They <mark>met</mark>."]},\
              "provenance":{"file":"a/list.txt","line":15,"captured_at":"2026-07-04T07:46:30Z"}},\
              {"id":"a2","kind":"headline","score":0.25,"partial":true,"title":"Quota",\
              "url":null,"source":null,"author":null,"published":null,\
              "first_seen":null,"last_seen":null,"sightings":1,"snippet":null,\
              "highlights":{"title":null,"body":[]},\
              "provenance":{"file":"-","line":1,"captured_at":null}}],\
              "facets":null,"histogram":null,"coverage":null,"next_cursor":null,\
              "index":{"generation":7,"built_at":"2026-07-06T09:00:00Z","stories":41}}\
              """);
    }
  }

  private static SearchResults twoHits(SearchRequest request) {
    Instant captured = Instant.parse("2026-07-04T07:46:30Z");
    var interval =
        Interval.between(
            Instant.parse("2026-07-02T19:41:30Z"), Instant.parse("2026-07-03T19:46:30Z"));
    var full =
        new Hit(
            "a1",
            Story.Kind.ARTICLE,
            7.5f,
            false,
            "OPEC & friends",
            "https://example.com/a",
            "example.com",
            "Ann",
            new Published(interval, Rule.ROUND, Evidence.RELATIVE_AGE, false, List.of()),
            captured,
            captured.plusSeconds(86_400),
            3,
            "They met.",
            "<mark>OPEC</mark> &amp; friends",
            List.of("They <mark>met</mark>."),
            new Provenance("a/list.txt", 15, captured));
    var partial =
        new Hit(
            "a2",
            Story.Kind.HEADLINE,
            0.25f,
            true,
            "Quota",
            null,
            null,
            null,
            null,
            null,
            null,
            1,
            null,
            null,
            List.of(),
            new Provenance("-", 1, null));
    return new SearchResults(
        "opec 80000",
        "opec 80 k",
        true,
        List.of("80k is read as 80,000."),
        new Total(1, false, 0, 1, 2),
        List.of(full, partial),
        new IndexState(7, FakeEngine.BUILT_AT, 41));
  }

  @Test
  void aSearchThatWasStoppedSaysSo() {
    SearchResults stopped =
        new SearchResults(
            "oil",
            null,
            false,
            List.of("The search was stopped."),
            new Total(1, false, 0, 1, 0),
            List.of(),
            null,
            null,
            new IndexState(7, FakeEngine.BUILT_AT, 41),
            null,
            Breakdown.NONE,
            null,
            true);
    try (Site scripted = Site.of(new FakeEngine(List.of()).scripted(request -> stopped))) {
      assertThat(scripted.get("/search?q=oil").body())
          .contains("\"timed_out\":true")
          .contains("\"relation\":\"gte\"");
    }
    assertThat(site.get("/search?q=oil").body()).contains("\"timed_out\":false");
  }

  @Test
  void anOpenEndIsNullAndHasNoMidpoint() {
    try (Site bound = Site.of(Stories.boundedAbove())) {
      assertThat(bound.get("/search?q=tank").body())
          .contains(
              "\"published\":{\"earliest\":null,\"latest\":\"2023-10-19T12:00:00Z\","
                  + "\"midpoint\":null,\"precision\":null,\"rule\":null,"
                  + "\"evidence\":\"comment_date\",\"conflict\":false,\"updated\":[],\"last_absent\":null}");
    }
  }

  @Test
  void nothingFoundIsAnAnswer() {
    HttpResponse<String> response = site.get("/search?q=zeppelin");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"total\":{\"value\":0,").contains("\"hits\":[]");
  }

  @Test
  void theClockIsTheServersUnlessPinned() {
    site.get("/search?q=wind");
    assertThat(engine.lastAsked().now()).isEqualTo(Stories.NOW);
    site.get("/search?q=wind&now=2026-07-04T00:00:00Z");
    assertThat(engine.lastAsked().now()).isEqualTo("2026-07-04T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format=json | text/html        | application/json;charset=utf-8",
        "format=html | application/json | text/html;charset=utf-8",
        "q=wind      | text/html        | text/html;charset=utf-8",
        "q=wind      | */*              | application/json;charset=utf-8",
      })
  void formatWinsOverAccept(String query, String accept, String contentType) {
    assertThat(site.get("/search?" + query, "Accept", accept).headers().firstValue("Content-Type"))
        .hasValue(contentType);
  }

  @Test
  void theFrontPageIsAPageUnlessJsonIsAskedFor() {
    assertThat(site.get("/").body()).startsWith("<!DOCTYPE html>");
    assertThat(site.get("/", "Accept", "application/json").body()).startsWith("{\"query\":");
    assertThat(site.get("/?format=json").body()).startsWith("{\"query\":");
  }

  @Test
  void aPlusIsASpaceAndAnEscapedPlusIsAPlus() {
    site.get("/search?q=OPEC%2B+cuts");
    assertThat(engine.lastAsked().query()).isEqualTo("OPEC+ cuts");
  }

  @Test
  void anUnusableParameterIsNamed() {
    HttpResponse<String> response = site.get("/search?q=oil&limit=500");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"The request cannot be answered\",\"status\":400,"
                + "\"code\":\"unusable_value\",\"param\":\"limit\",\"position\":null,\"detail\":"
                + "\"\\\"500\\\" cannot be used for limit: give a whole number from 1 to 100.\"}");
  }

  @Test
  void aQueryThatCannotBeReadTellsWhere() {
    HttpResponse<String> response = site.get("/search?q=oil+(gas");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .contains("\"code\":\"invalid_query\",\"param\":\"q\",\"position\":4,")
        .contains("add a )");
  }
}
