package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.server.search.ExportSink;
import wellhead.server.search.SearchRequest;
import wellhead.story.Story;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportAnswerTest {
  private final Site site =
      Site.of(Stories.article(), Stories.undated("u", "Heavy crude"), Stories.boundedAbove());

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void ndjsonHasTheHitWithoutScoreAndPassages() {
    assertThat(site.get("/search?q=auction&format=ndjson").body())
        .isEqualTo(
            """
            {"id":"wind-auction","kind":"article",\
            "title":"Offshore wind auction draws record bids off the Frisian coast",\
            "url":"https://example-energy.com/wind-auction","source":"example-energy.com",\
            "author":"Ines Harbottle","published":{"earliest":"2026-07-03T03:54:00Z",\
            "latest":"2026-07-03T04:47:00Z","midpoint":"2026-07-03T04:20:30Z",\
            "precision":"PT53M","rule":"round","evidence":"relative_age","conflict":false,\
            "updated":[],"last_absent":null},\
            "first_seen":"2026-07-03T06:17:00Z","last_seen":"2026-07-04T07:50:00Z","sightings":4,\
            "provenance":{"file":"example-energy.com_2026-07-04T07-50-00Z.txt","line":3,\
            "captured_at":"2026-07-04T07:50:00Z"}}
            """);
  }

  @Test
  void csvHasBothEndsAsColumns() {
    assertThat(site.get("/search?q=&format=csv").body())
        .isEqualTo(
            """
            id,kind,title,url,source,author,published_earliest,published_latest,\
            published_midpoint,published_precision,published_rule,published_evidence,\
            published_conflict,first_seen,last_seen,sightings,file,line,captured_at,\
            updated_earliest,updated_latest
            wind-auction,article,Offshore wind auction draws record bids off the Frisian coast,\
            https://example-energy.com/wind-auction,example-energy.com,Ines Harbottle,\
            2026-07-03T03:54:00Z,2026-07-03T04:47:00Z,2026-07-03T04:20:30Z,PT53M,round,\
            relative_age,false,2026-07-03T06:17:00Z,2026-07-04T07:50:00Z,4,\
            example-energy.com_2026-07-04T07-50-00Z.txt,3,2026-07-04T07:50:00Z,,
            tank-farm,article,Tank farm at the old terminal fills up,,old-barrel.net,,,\
            2023-10-19T12:00:00Z,,,,comment_date,false,,,1,articles/depot.txt,1,,,
            u,headline,Heavy crude,,,,,,,,,,,,,1,loose/page.txt,3,,,
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aStoryThatWasDatedAnewSaysWhen() throws IOException {
    try (Site one = Site.of(Stories.conflicting())) {
      List<String> row = Csv.parse(one.get("/search?format=csv").body()).get(1);
      assertThat(row.get(CsvRows.COLUMNS.indexOf("updated_earliest")))
          .isEqualTo("2026-06-29T20:00:00Z");
      assertThat(row.get(CsvRows.COLUMNS.indexOf("updated_latest")))
          .isEqualTo("2026-06-30T20:00:00Z");
      JsonNode line = new ObjectMapper().readTree(one.get("/search?format=ndjson").body());
      assertThat(line.at("/published/updated/0/latest").asText()).isEqualTo("2026-06-30T20:00:00Z");
      assertThat(line.at("/published/updated/0/precision").asText()).isEqualTo("P1D");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "csv,    text/csv; charset=utf-8",
    "ndjson, application/x-ndjson; charset=utf-8",
  })
  void saysWhatItIsAndWhatToCallIt(String format, String contentType) {
    for (String method : List.of("GET", "HEAD")) {
      HttpResponse<String> response = site.send(method, "/search?format=" + format);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).hasValue(contentType);
      assertThat(response.headers().firstValue("Content-Disposition"))
          .hasValue("attachment; filename=\"wellhead." + format + "\"");
      assertThat(response.body().isEmpty()).isEqualTo(method.equals("HEAD"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPEC%2B+80k+b/d   | filename="wellhead-opec-80k-b-d.csv"
          "oil/gas"+-not    | filename="wellhead-oil-gas-not.csv"
          ..%2F..%2F        | filename="wellhead.csv"
          P%C3%A9trole      | filename="wellhead-petrole.csv"; filename*=UTF-8''wellhead-p%C3%A9trole.csv
          %D0%9D%D0%B5%D1%84%D1%82%D1%8C | filename="wellhead.csv"; filename*=UTF-8''wellhead-%D0%BD%D0%B5%D1%84%D1%82%D1%8C.csv
          """)
  void itsNameSaysTheQuery(String query, String name) {
    HttpResponse<String> response =
        site.send("GET", "/search?format=csv&q=" + query.replace("\"", "%22"));
    assertThat(response.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; " + name);
  }

  @ParameterizedTest
  @CsvSource({"csv&bom=true, true", "csv&bom=false, false", "csv, false", "ndjson&bom=true, false"})
  void aTableBeginsWithAByteOrderMarkWhereOneIsWanted(String asked, boolean marked) {
    assertThat(site.send("GET", "/search?format=" + asked).body().startsWith("\uFEFF"))
        .isEqualTo(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "-",
        "=\"x\""
      })
  void aFormulaIsDefused(String title) throws IOException {
    assertThat(cell(title)).isEqualTo("'" + title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "say \"oil\"", "\"", "two\r\nlines", "<script>", "🛢️ שלום", "'x"})
  void anyTextIsReadBackAsItWas(String title) throws IOException {
    assertThat(cell(title)).isEqualTo(title);
  }

  @Test
  void controlCharactersAreShownNotSent() throws IOException {
    assertThat(cell("a\u0000b\u001Bc")).isEqualTo("a\uFFFDb\uFFFDc");
  }

  private static String cell(String title) throws IOException {
    try (Site one = Site.of(Stories.titled("id", title))) {
      List<List<String>> rows = Csv.parse(one.get("/search?format=csv").body());
      assertThat(rows).hasSize(2).allMatch(row -> row.size() == CsvRows.COLUMNS.size());
      JsonNode line = new ObjectMapper().readTree(one.get("/search?format=ndjson").body());
      assertThat(line.at("/title").asText()).isEqualTo(title);
      return rows.get(1).get(CsvRows.COLUMNS.indexOf("title"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson"})
  void nothingFoundIsNothingButTheHeader(String format) {
    HttpResponse<String> response = site.get("/search?q=zeppelin&format=" + format);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body().lines()).hasSize(format.equals("csv") ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"q=%28, q", "sort=relevance, sort", "nonsense=1, nonsense", "window=x, window"})
  void whatCannotBeAnsweredIsAProblemAndNoFile(String query, String param) {
    for (String format : List.of("csv", "ndjson")) {
      HttpResponse<String> response = site.get("/search?format=" + format + "&" + query);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
      assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
      assertThat(response.body()).contains("\"param\":\"" + param + "\"");
    }
  }

  @Test
  void isCompressedForThoseWhoTakeIt() throws Exception {
    try (Site many = Site.of(new Endless(1000))) {
      String plain = many.get("/search?format=csv").body();
      var request =
          java.net.http.HttpRequest.newBuilder(many.server().url().resolve("/search?format=csv"))
              .header("Accept-Encoding", "gzip")
              .build();
      var response = many.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
      try (var body = new GZIPInputStream(response.body())) {
        assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
      }
    }
  }

  @Test
  void aClientThatLeavesEndsTheWork() throws Exception {
    var endless = new Endless(Integer.MAX_VALUE);
    try (Site site = Site.of(endless)) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.server().port())) {
        socket
            .getOutputStream()
            .write(
                "GET /search?format=ndjson HTTP/1.1\r\nHost: x\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
      }
      assertThat(endless.ended.get()).isInstanceOf(ClientGoneException.class);
      assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aFailureHalfWayDoesNotLookLikeTheEnd() throws Exception {
    try (Site failing = Site.of(new Endless(-1))) {
      String answer = failing.raw("GET /search?format=ndjson HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(answer)
          .startsWith("HTTP/1.1 200 OK")
          .contains("Transfer-Encoding: chunked", "\"id\":\"s100\"")
          .doesNotContain("problem", "internal_error")
          .doesNotEndWith("0\r\n\r\n");
    }
  }

  /** Exports one story again and again; with a negative count it fails after a thousand. */
  private static final class Endless extends FakeEngine {
    private final int count;
    private final CompletableFuture<Exception> ended = new CompletableFuture<>();

    Endless(int count) {
      super(List.of());
      this.count = count;
    }

    @Override
    public void export(SearchRequest request, ExportSink sink) throws IOException {
      sink.begin(state());
      try {
        for (int i = 0; i < (count < 0 ? 1000 : count); i++) {
          Story story = Stories.titled("s" + i, "Crude");
          if (!sink.take(new FakeEngine.Taken(story))) {
            return;
          }
        }
      } catch (IOException e) {
        ended.complete(e);
        throw e;
      }
      if (count < 0) {
        throw new IOException("the disk is gone");
      }
    }
  }
}
