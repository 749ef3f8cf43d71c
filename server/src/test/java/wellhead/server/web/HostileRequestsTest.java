package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.search.TestIndex;
import wellhead.server.web.HostileRequests.Sent;
import wellhead.server.web.RawClient.Answer;

/**
 * Whatever bytes come in, what goes out is an answer that tells nothing of the server's inside.
 * {@code -Dwellhead.fuzz.requests=100000 -Dseed=7} for a long run; it prints what came of it.
 */
class HostileRequestsTest {
  private static final long SEED = Long.getLong("seed", 20261125L);

  /** So many bytes the server has in its hands before it looks at the first. */
  private static final int READ_AT_ONCE = 8_192;

  private static final int REQUESTS = Integer.getInteger("wellhead.fuzz.requests", 1_000);

  /** The time that a search has, and a second. */
  private static final Duration LONGEST = Duration.ofSeconds(6);

  private static final Instant NOW = Instant.parse("2025-07-08T12:00:00Z");
  private static final List<String> INSIDE =
      List.of(
          "Exception",
          "\tat ",
          "org.eclipse",
          "org.apache",
          "io.javalin",
          "java.lang",
          "wellhead.server",
          "Jetty",
          "x-powered-by",
          "server=",
          "root:x:0");

  @TempDir Path index;

  @Test
  void areAnsweredWithoutAFailureAndWithoutAWordFromInside() throws IOException {
    TestIndex.write(
        index,
        1,
        List.of(
            TestIndex.headline("a", "OPEC+ agrees on larger output", 10),
            TestIndex.headline("b", "Oil Cargo Rates Poised to Close May at a Small Loss", 30),
            TestIndex.article("d", "What next for coal", 70, "Oil, gas and 80,000 b/d of it.")));
    Map<Integer, Integer> statuses = new TreeMap<>();
    long longest = 0;
    var requests = new HostileRequests(SEED);
    try (var engine = LuceneSearchEngine.open(index);
        var server =
            WebServer.start("127.0.0.1", 0, engine, InstantSource.fixed(NOW), WebOptions.DEFAULT);
        var client = new RawClient(server.port());
        var friend = new RawClient(server.port())) {
      String before = friendly(friend);
      for (int i = 0; i < REQUESTS; i++) {
        Sent request = requests.next();
        long asked = System.nanoTime();
        List<Answer> answers =
            client.exchange(request.bytes(), request.count(), request.bodiless());
        longest = Math.max(longest, System.nanoTime() - asked);
        if (request.bytes().length <= READ_AT_ONCE) {
          // of more, a part may never be read, and the answer be lost with the connection
          assertThat(answers).as("seed %d, request %d: %s", SEED, i, request).isNotEmpty();
        }
        for (Answer answer : answers) {
          statuses.merge(answer.status(), 1, Integer::sum);
          check(answer, "seed " + SEED + ", request " + i + ": " + request);
        }
      }
      assertThat(friendly(friend)).isEqualTo(before);
    }
    System.out.printf(
        "%d hostile requests, seed %d: %s, the longest %d ms%n",
        REQUESTS, SEED, statuses, longest / 1_000_000);
    assertThat(Duration.ofNanos(longest)).isLessThan(LONGEST);
    assertThat(statuses).containsKeys(200, 400, 404, 405, 431);
  }

  private void check(Answer answer, String request) {
    assertThat(answer.status())
        .as(request)
        .isIn(200, 302, 304, 400, 404, 405, 406, 410, 413, 414, 417, 421, 426, 431, 501, 505);
    assertThat(answer.whole())
        .as(request)
        .doesNotContain(INSIDE)
        .doesNotContain(index.toString(), System.getProperty("user.dir"));
    assertThat(answer.headers()).as(request).doesNotContainKey("x-injected");
    assertThat(answer.headers()).as(request).containsEntry("x-content-type-options", "nosniff");
  }

  private static String friendly(RawClient client) throws IOException {
    byte[] request =
        "GET /search?q=oil HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    Answer answer = client.exchange(request, 1, false).getFirst();
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().replaceFirst("\"took_ms\":[0-9.]+", "");
  }
}
