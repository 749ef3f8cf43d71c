package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.Story;

/** What holds for every address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {
  private Site site = Site.of(Stories.article());

  @BeforeAll
  void startsOnAFreePort() {
    assertThat(site.server().port()).isPositive();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void tellsWhereItIs() {
    assertThat(site.server().url()).hasToString("http://127.0.0.1:" + site.server().port() + "/");
  }

  @Test
  void aTakenPortIsRefused() {
    int taken = site.server().port();
    assertThatThrownBy(() -> startAt("127.0.0.1", taken))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot listen on 127.0.0.1:" + taken + ": Address already in use");
  }

  @Test
  void aHostThatIsNotOursIsRefused() {
    Map.of("no such host", "no such host is known", "192.0.2.1", "Cannot assign requested address")
        .forEach((host, why) ->
            assertThatThrownBy(() -> startAt(host, 0))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot listen on " + host + ":0: " + why));
  }

  @Test
  void aPortHasItsRange() {
    for (int port : List.of(-1, 65_536)) {
      assertThatThrownBy(() -> startAt("127.0.0.1", port))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Integer.toString(port));
    }
  }

  private WebServer startAt(String host, int port) throws IOException {
    return WebServer.start(
        host, port, site.engine(), InstantSource.fixed(Stories.NOW), WebOptions.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=wind",
        "/search?nonsense=1",
        "/stories/wind-auction",
        "/stories/none",
        "/health/live",
        "/health/ready",
        "/opensearch.xml",
        "/nowhere"
      })
  void everyAnswerIsGuarded(String path) {
    for (String accept : List.of(Site.BROWSER, "application/json")) {
      var headers = site.get(path, "Accept", accept).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "http:", "https:", "*");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
      assertThat(headers.firstValue("Vary").orElseThrow()).startsWith("Accept");
      assertThat(headers.firstValue("Server")).isEmpty();
      assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/,                     HTML, text/html;charset=utf-8",
    "/search,               HTML, text/html;charset=utf-8",
    "/search,               JSON, application/json;charset=utf-8",
    "/stories/wind-auction, HTML, text/html;charset=utf-8",
    "/stories/wind-auction, JSON, application/json;charset=utf-8",
    "/nowhere,              HTML, text/html;charset=utf-8",
    "/nowhere,              JSON, application/problem+json",
    "/health/live,          HTML, application/json;charset=utf-8",
    "/opensearch.xml,       HTML, application/opensearchdescription+xml;charset=utf-8",
  })
  void everyAnswerSaysWhatItIs(String path, Format wanted, String contentType) {
    String accept = wanted == Format.HTML ? Site.BROWSER : "application/json";
    String said =
        site.get(path, "Accept", accept).headers().firstValue("Content-Type").orElseThrow();
    assertThat(said.replace(" ", "")).isEqualTo(contentType);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "QUERY"})
  void nothingButReading(String method) {
    for (String path : List.of("/", "/search?q=wind", "/stories/wind-auction", "/health/live")) {
      HttpResponse<String> response = site.send(method, path);
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
      assertThat(response.body()).contains("\"code\":\"method_not_allowed\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=wind&now=2026-07-06T00:00:00Z",
        "/search?nonsense=1",
        "/search?q=(",
        "/stories/wind-auction",
        "/stories/none",
        "/health/ready",
        "/opensearch.xml",
        "/nowhere"
      })
  void headAnswersAsGetWithoutTheBody(String path) {
    HttpResponse<String> get = site.get(path, "Accept", Site.BROWSER);
    HttpResponse<String> head = site.send("HEAD", path, "Accept", Site.BROWSER);
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.body()).isEmpty();
    for (String name : List.of("Content-Type", "Content-Length", "Vary", "Cache-Control")) {
      assertThat(head.headers().firstValue(name)).isEqualTo(get.headers().firstValue(name));
    }
  }

  @Test
  void anUnknownAddressIsSaidToBeUnknown() {
    HttpResponse<String> json = site.get("/nowhere");
    assertThat(json.statusCode()).isEqualTo(404);
    assertThat(json.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Nothing at this address\",\"status\":404,"
                + "\"code\":\"not_found\",\"param\":null,\"position\":null,\"detail\":\"There is"
                + " no page at this address. The search is at / and /search?q=...\"}");
    assertThat(site.page("/nowhere")).contains("<h1>Nothing at this address</h1>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /search?q={200000} HTTP/1.1     | 414 | uri_too_long",
        "GET / HTTP/1.1\\r\\nX: {200000}     | 431 | headers_too_large",
        "GET /stories/%zz HTTP/1.1           | 400 | bad_request",
        "GET /stories/%00 HTTP/1.1           | 400 | bad_request",
        "GET /a b c HTTP/1.1                 | 400 | bad_request",
        "nonsense                            | 400 | bad_request",
      })
  void whatIsNoRequestIsAProblemToo(String head, int status, String code) {
    String request =
        head.replace("{200000}", "x".repeat(200_000)).replace("\\r\\n", "\r\n")
            + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    assertThat(site.raw(request))
        .startsWith("HTTP/1.1 " + status)
        .contains("Content-Type: application/problem+json")
        .contains("X-Content-Type-Options: nosniff")
        .contains("\"code\":\"" + code + "\"")
        .doesNotContainIgnoringCase("jetty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "油", "🛢"})
  void tenThousandCharactersAreAnswered(String character) {
    String q = character.repeat(10_000 / character.length());
    String path = "/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    assertThat(site.get(path).statusCode()).isEqualTo(200);
    assertThat(site.engine().lastAsked().query()).isEqualTo(q);
    assertThat(site.page(path)).contains("value=\"" + q + "\"");
    HttpResponse<String> more = site.get(path + "xx");
    assertThat(more.statusCode()).isEqualTo(400);
    assertThat(more.body()).contains("\"code\":\"query_too_long\",\"param\":\"q\"");
  }

  @Test
  void aVersionOfHttpThatNobodySpeaksIsTheClientsAffair() {
    try (Site site = Site.of(Stories.article())) {
      assertThat(site.raw("GET / HTTP/9.9\r\nHost: x\r\n\r\n"))
          .contains("505", "\"code\":\"unknown_protocol\"", "HTTP/1.1")
          .doesNotContain("internal_error");
    }
  }

  @Test
  void aFailureTellsNothingFromInside() {
    var engine =
        new FakeEngine(List.of())
            .scripted(request -> {
              if (request.query().equals("deep")) {
                throw new StackOverflowError("secret.Deep");
              }
              throw new IllegalStateException("cannot read /secret/place");
            });
    try (Site failing = Site.of(engine)) {
      for (String q : List.of("broken", "deep")) {
        HttpResponse<String> json = failing.get("/search?q=" + q);
        assertThat(json.statusCode()).isEqualTo(500);
        assertThat(json.body()).contains("\"code\":\"internal_error\"").doesNotContain("secret");
        assertThat(json.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      }
      assertThat(failing.page("/search?q=broken"))
          .contains("Something went wrong here", "value=\"broken\"")
          .doesNotContain("secret", "Exception", "wellhead.server");
    }
  }

  @Test
  void beforeAnIndexIsOpenItSaysSo() {
    try (Site waiting = Site.of(new FakeEngine(List.of()).notReady())) {
      for (String path : List.of("/", "/search?q=x", "/stories/x", "/health/ready")) {
        HttpResponse<String> response = waiting.get(path);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(response.body()).contains("\"code\":\"not_ready\"");
      }
      assertThat(waiting.page("/search?q=oil"))
          .contains("wellhead index PATH", "value=\"oil\"", "href=\"/search?q=oil\">Try again");
      assertThat(waiting.get("/health/live").body()).isEqualTo("{\"status\":\"live\"}");
    }
  }

  @Test
  void readyWhenTheIndexIs() {
    assertThat(site.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
  }

  @Test
  void closingLetsARequestUnderWayEnd() throws Exception {
    var entered = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var engine =
        new FakeEngine(List.of(Stories.article()))
            .scripted(request -> {
              entered.countDown();
              await(release);
              return null;
            });
    var slow = Site.of(engine, WebOptions.DEFAULT.with(Duration.ofMinutes(1)));
    var answer = CompletableFuture.supplyAsync(() -> slow.get("/search?q=wind"));
    entered.await();
    var closing = CompletableFuture.runAsync(() -> slow.server().close());
    while (accepts(slow.server().port())) {
      Thread.onSpinWait();
    }
    release.countDown();
    assertThat(answer.get().statusCode()).isEqualTo(200);
    closing.get();
    slow.client().close();
  }

  @Test
  void closingLetsAnExportUnderWayEnd() throws Exception {
    var many = new ArrayList<Story>();
    for (int i = 0; i < 400; i++) {
      many.add(Stories.titled("h" + i, "Diesel " + "x".repeat(20_000)));
    }
    var site = Site.of(new FakeEngine(many), WebOptions.DEFAULT.with(Duration.ofMinutes(1)));
    int port = site.server().port();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "GET /search?format=ndjson HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      int first = socket.getInputStream().read();
      var refused = new AtomicBoolean();
      // a reader that stands still is cut off, and this machine may stand still for a second
      var reading = CompletableFuture.supplyAsync(() -> readSlowly(socket, refused));
      var closing = CompletableFuture.runAsync(() -> site.server().close());
      while (accepts(port)) {
        Thread.onSpinWait();
      }
      refused.set(true);
      byte[] rest = reading.get();
      assertThat(first).isEqualTo('H');
      assertThat(rest).hasSizeGreaterThan(400 * 20_000);
      assertThat(new String(rest, rest.length - 5, 5, StandardCharsets.US_ASCII))
          .as("the end of the stream, said as such")
          .isEqualTo("0\r\n\r\n");
      closing.get();
    } finally {
      site.client().close();
    }
  }

  /** Reads to the end, slowly until the server refuses others. */
  private static byte[] readSlowly(Socket socket, AtomicBoolean refused) {
    var read = new ByteArrayOutputStream();
    var some = new byte[4096];
    try {
      for (int n = 0; n >= 0; n = socket.getInputStream().read(some)) {
        read.write(some, 0, n);
        if (!refused.get()) {
          LockSupport.parkNanos(1_000_000);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.toByteArray();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean accepts(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
