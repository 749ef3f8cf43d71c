package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP as those between us and the reader expect it: browsers, proxies, caches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MannersTest {
  private static final List<String> PATHS =
      List.of(
          "/",
          "/search?q=wind",
          "/search?format=csv",
          "/search?format=ndjson",
          "/search?format=rss",
          "/search?format=atom",
          "/search?format=jsonfeed",
          "/stories/wind-auction",
          "/opensearch.xml",
          "/openapi.json",
          "/api",
          "/health/live",
          "/metrics");

  private final Site site = Site.of(Stories.article());

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void headSaysWhatGetSaysAndNoMore() {
    for (String path : PATHS) {
      HttpResponse<String> get = site.get(path);
      HttpResponse<String> head = site.send("HEAD", path);
      assertThat(head.statusCode()).as(path).isEqualTo(200).isEqualTo(get.statusCode());
      assertThat(head.body()).as(path).isEmpty();
      for (String name :
          List.of("Content-Type", "ETag", "Last-Modified", "Cache-Control", "Vary")) {
        assertThat(head.headers().firstValue(name))
            .as("%s of %s", name, path)
            .isEqualTo(get.headers().firstValue(name));
      }
      // the length of a stream is not known beforehand; never is it a wrong one
      if (head.headers().firstValue("Content-Length").isPresent() && !path.equals("/metrics")) {
        assertThat(head.headers().firstValue("Content-Length"))
            .as(path)
            .isEqualTo(get.headers().firstValue("Content-Length"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.json", "/api", "/search?q=wind", "/?q=wind", "/suggest?q=wi"})
  void whatIsNotCompressedSaysItsLength(String path) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.headers().firstValueAsLong("Content-Length"))
        .hasValue(answer.body().getBytes(StandardCharsets.UTF_8).length);
    assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
  }

  @Test
  void everyTextSaysItsCharset() {
    for (String path : PATHS) {
      String type = site.get(path).headers().firstValue("Content-Type").orElseThrow();
      assertThat(type).as(path).containsPattern("charset=[uU][tT][fF]-8");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void whatWritesIsRefusedWhereverItGoes(String method) {
    for (String path : List.of("/search", "/nowhere", "/stories/none", "/static/x")) {
      HttpResponse<String> response = site.send(method, path);
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/search,                '*/*;q=0',                          406",
    "/search,                'application/json;q=0',             406",
    "/,                      'text/html;q=0, application/json;q=0', 406",
    "/stories/wind-auction,  '*/*;q=0',                          406",
    "/search?format=csv,     'text/html',                        200",
    "/search,                'image/png',                        200",
    "/search,                'text/html;q=0',                    200",
    "/search,                'text/csv',                         200",
  })
  void onlyWhoRefusesEverythingGetsNothing(String path, String accept, int status) {
    HttpResponse<String> response = site.get(path, "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(status);
    if (status == 406) {
      assertThat(response.body()).contains("\"code\":\"not_acceptable\"", "application/json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search/?format=csv", "/health/live/", "/opensearch.xml/"})
  void aSlashAtTheEndDoesNoHarm(String path) {
    assertThat(site.get(path).body())
        .isEqualTo(site.get(path.replaceFirst("/(?=\\?|$)", "")).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api", "/openapi.json", "/stories/wind-auction", "/search?format=atom"})
  void isCompressedForThoseWhoTakeIt(String path) throws Exception {
    String plain = site.get(path).body();
    var request =
        HttpRequest.newBuilder(site.server().url().resolve(path))
            .header("Accept-Encoding", "gzip")
            .build();
    var response = site.client().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(response.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding");
    assertThat(response.body().length).isLessThan(plain.length());
    try (var body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
    }
    assertThat(response.headers().firstValue("ETag"))
        .isEqualTo(site.get(path).headers().firstValue("ETag"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /health/live HTTP/1.1\\r\\n\\r\\n | HTTP/1.1 400",
        "GET /health/live HTTP/1.1\\r\\nHost: a\\r\\nHost: b\\r\\n\\r\\n | HTTP/1.1 400",
        "GET /health/live HTTP/1.0\\r\\n\\r\\n | HTTP/1.1 200",
        "GET http://x/health/live HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | HTTP/1.1 200",
        "GET /search?format=csv HTTP/1.0\\r\\n\\r\\n | HTTP/1.1 200",
      })
  void versionsOfHttpAreKeptApart(String request, String status) {
    String answer = site.raw(request.replace("\\r\\n", "\r\n"));
    assertThat(answer).startsWith(status);
    if (request.contains("HTTP/1.0")) {
      assertThat(answer).doesNotContain("Transfer-Encoding");
    }
  }
}
