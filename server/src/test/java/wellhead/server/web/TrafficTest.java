package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.server.traffic.Limits;
import wellhead.server.traffic.Tokens;
import wellhead.story.Story;

/** A real server with narrow gates. */
class TrafficTest {
  private static final Duration PATIENT = Duration.ofMinutes(1);

  @TempDir static @Nullable Path folder;

  @Test
  void whatComesBeyondTheQueueIsRefusedAtOnceAndTheRestIsAnswered() throws Exception {
    var turns = new Semaphore(0);
    var entered = new CountDownLatch(1);
    var engine =
        new FakeEngine(List.of(Stories.article()))
            .scripted(request -> {
              entered.countDown();
              turns.acquireUninterruptibly();
              return null;
            });
    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        Site site = Site.of(engine, with(limits(1, 2, PATIENT)))) {
      var first = CompletableFuture.supplyAsync(() -> site.get("/search?q=wind"), clients);
      entered.await();
      var others = new ArrayList<CompletableFuture<HttpResponse<String>>>();
      for (int i = 0; i < 8; i++) {
        others.add(CompletableFuture.supplyAsync(() -> site.get("/search?q=wind"), clients));
      }
      // six of the eight are refused while the one search goes on
      while (others.stream().filter(CompletableFuture::isDone).count() < 6) {
        Thread.onSpinWait();
      }
      for (var other : others) {
        if (other.isDone()) {
          HttpResponse<String> refused = other.get();
          assertThat(refused.statusCode()).isEqualTo(503);
          assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
          assertThat(refused.headers().firstValue("Content-Type"))
              .hasValue("application/problem+json");
          assertThat(refused.body()).contains("\"code\":\"overloaded\"");
        }
      }
      assertThat(site.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(site.get("/metrics").body())
          .contains("wellhead_requests_waiting 2.0", "wellhead_requests_overloaded_total 6.0");
      turns.release(3);
      assertThat(first.get().statusCode()).isEqualTo(200);
      long answered = 0;
      for (var other : others) {
        answered += other.get().statusCode() == 200 ? 1 : 0;
      }
      assertThat(answered).isEqualTo(2);
      turns.release();
      assertThat(site.get("/search?q=wind").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aCrowdIsServedOrRefusedAndTheServerGoesOn() throws Exception {
    var crowd = new FakeEngine(List.of(Stories.article()));
    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        Site site = Site.of(crowd, with(limits(2, 4, PATIENT)))) {
      var answers = new ArrayList<CompletableFuture<Integer>>();
      for (int i = 0; i < 60; i++) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> {
                  int last = 0;
                  for (int k = 0; k < 40; k++) {
                    last = site.get("/search?q=wind").statusCode();
                    assertThat(last).isIn(200, 503);
                  }
                  return last;
                },
                clients));
      }
      for (var answer : answers) {
        answer.get(60, TimeUnit.SECONDS);
      }
      assertThat(site.get("/metrics").body()).contains("wellhead_requests_waiting 0.0");
      assertThat(site.get("/search?q=wind").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void nobodyWaitsLongerThanThePatience() throws Exception {
    var entered = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var engine =
        new FakeEngine(List.of(Stories.article()))
            .scripted(request -> {
              entered.countDown();
              awaitIt(release);
              return null;
            });
    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        Site site = Site.of(engine, with(limits(1, 5, Duration.ofMillis(50))))) {
      var first = CompletableFuture.supplyAsync(() -> site.get("/search?q=wind"), clients);
      entered.await();
      assertThat(site.get("/search?q=wind").statusCode()).isEqualTo(503);
      release.countDown();
      assertThat(first.get().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aClientThatAsksTooOftenIsToldSo() {
    Limits slow = limits(4, 4, PATIENT).withPerClientPerSecond(2);
    try (Site site = Site.of(new FakeEngine(List.of(Stories.article())), with(slow))) {
      HttpResponse<String> answer = site.get("/search?q=wind");
      for (int i = 0; i < 50 && answer.statusCode() == 200; i++) {
        answer = site.get("/search?q=wind");
      }
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).contains("\"code\":\"too_many_requests\"");
      assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withTokensOnlyTheirBearersAreAnswered() throws IOException {
    Path file = Files.writeString(in("tokens"), "0123456789abcdef\n");
    var door = new Door(Limits.of(2), Tokens.read(file), null);
    try (Site site =
        Site.of(new FakeEngine(List.of(Stories.article())), WebOptions.DEFAULT.with(door))) {
      HttpResponse<String> refused = site.get("/search?q=wind");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).contains("Bearer");
      assertThat(refused.body()).contains("\"code\":\"unauthorized\"").doesNotContain("wind");
      for (String path : List.of("/", "/metrics", "/stories/wind-auction", "/opensearch.xml")) {
        assertThat(site.get(path).statusCode()).as(path).isEqualTo(401);
        assertThat(site.get(path, "Authorization", "Bearer 0123456789abcdef").statusCode())
            .as(path)
            .isEqualTo(200);
      }
      assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everyRequestIsALineOfTheAccessLog() throws IOException {
    Path log = in("access.log");
    Files.writeString(log, "earlier\n");
    var door = new Door(Limits.of(2), null, log);
    try (Site site =
        Site.of(new FakeEngine(List.of(Stories.article())), WebOptions.DEFAULT.with(door))) {
      site.get("/search?q=wind%0A%22auction%22");
      site.get("/nowhere");
    }
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1))
        .contains("\"time\":\"" + Stories.NOW + "\"")
        .contains("\"client\":\"127.0.0.1\",\"method\":\"GET\",\"path\":\"/search\"")
        .contains("\"query\":\"q=wind%0A%22auction%22\",\"status\":200,\"bytes\":");
    assertThat(lines.get(2)).contains("\"path\":\"/nowhere\"", "\"status\":404");
  }

  @Test
  void numbersAreKeptByRouteAndTellTheIndexsAge() {
    try (Site site = Site.of(Stories.article())) {
      site.get("/search?q=wind");
      site.get("/stories/wind-auction");
      site.get("/stories/none");
      String numbers = site.get("/metrics").body();
      assertThat(numbers)
          .contains("wellhead_requests_seconds_count{route=\"/search\",status=\"200\"} 1")
          .contains("wellhead_requests_seconds_count{route=\"/stories/*\",status=\"404\"} 1")
          .contains("wellhead_stories 1.0", "wellhead_generation 7.0", "wellhead_ready 1.0")
          .contains("wellhead_last_commit_age_seconds 3600.0")
          .contains("wellhead_newest_capture_age_seconds 3690.0");
      assertThat(numbers).doesNotContain("route=\"/stories/wind-auction\"");
    }
  }

  @Test
  void clientsThatNeverFinishAskingDoNotStopOthers() throws IOException {
    var slow = new ArrayList<Socket>();
    try (Site site = Site.of(Stories.article())) {
      for (int i = 0; i < 300; i++) {
        var socket = new Socket(InetAddress.getLoopbackAddress(), site.server().port());
        slow.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write("GET /search?q=wind HTTP/1.1\r\nHost: x\r\nX-".getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      assertThat(site.get("/search?q=wind").statusCode()).isEqualTo(200);
      for (Socket socket : slow) { // or the server's stop would wait for them, as it should
        socket.close();
      }
    }
  }

  @Test
  void whoeverDoesNotReadItsAnswerKeepsNobodyFromTheirs() throws IOException {
    var lengthy = new ArrayList<Story>();
    for (int i = 0; i < 100; i++) {
      lengthy.add(Stories.titled("h" + i, "Diesel " + "x".repeat(20_000)));
    }
    var idlers = new ArrayList<Socket>();
    try (Site site = Site.of(new FakeEngine(lengthy), with(limits(1, 9, PATIENT, 4 << 20)))) {
      for (int i = 0; i < 5; i++) {
        idlers.add(asking(site, "/search?limit=100&q=diesel"));
      }
      assertThat(site.get("/search?q=diesel&limit=1").statusCode()).isEqualTo(200);
      // five answers are more than may lie about: who asked first was given up
      assertThat(readsToTheEnd(idlers.getFirst())).isFalse();
      assertThat(readsToTheEnd(idlers.getLast())).isTrue();
    } finally {
      for (Socket idler : idlers) {
        idler.close();
      }
    }
  }

  @Test
  void aReaderThatDoesNotTakeItsExportLosesItsPlace() throws IOException {
    var many = new ArrayList<Story>();
    for (int i = 0; i < 400; i++) {
      many.add(Stories.titled("h" + i, "Diesel " + "x".repeat(20_000)));
    }
    try (Site site = Site.of(new FakeEngine(many), with(limits(1, 1, PATIENT)));
        Socket idler = asking(site, "/search?format=csv")) {
      assertThat(site.get("/search?format=csv").body()).hasSizeGreaterThan(8_000_000);
      assertThat(readsToTheEnd(idler)).isFalse();
    }
  }

  @Test
  void searchesThatComputeOnEveryProcessorDoNotStopTheRest() throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    var entered = new CountDownLatch(processors);
    var over = new AtomicBoolean();
    var engine =
        new FakeEngine(List.of(Stories.article()))
            .scripted(request -> {
              entered.countDown();
              while (!over.get()) {
                Thread.onSpinWait();
              }
              return null;
            });
    try (var clients = Executors.newCachedThreadPool();
        Site site = Site.of(engine, with(limits(processors, 0, PATIENT)))) {
      var searches = new ArrayList<Future<HttpResponse<String>>>();
      for (int i = 0; i < processors; i++) {
        searches.add(clients.submit(() -> site.get("/search?q=wind")));
      }
      entered.await();
      assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(site.get("/search?q=wind").statusCode()).isEqualTo(503);
      over.set(true);
      for (var search : searches) {
        assertThat(search.get().statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void aRequestThatIsStuckIsSaidByHealthAndKeepsNoServerFromItsEnd() throws Exception {
    var entered = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    var engine =
        new FakeEngine(List.of(Stories.article()))
            .scripted(request -> {
              entered.countDown();
              awaitIt(over);
              return null;
            });
    var options = with(limits(2, 4, PATIENT, Duration.ZERO)).with(Duration.ofSeconds(1));
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      try (Site site = Site.of(engine, options)) {
        Future<?> stuck = clients.submit(() -> site.raw("GET /search?q=wind HTTP/1.0\r\n\r\n"));
        entered.await();
        HttpResponse<String> ready = site.get("/health/ready");
        while (ready.statusCode() == 200) {
          ready = site.get("/health/ready"); // for a second it may
        }
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"code\":\"stuck\"", "1 request goes on");
        assertThat(site.get("/metrics").body())
            .contains("wellhead_requests_overdue 1.0", "wellhead_ready 0.0");
        assertThat(stuck.isDone()).isFalse();
      } // ends though the request does not
      over.countDown();
    }
  }

  /** Asks, and takes as little of the answer as it can. */
  private static Socket asking(Site site, String path) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(1);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.server().port()));
    OutputStream out = socket.getOutputStream();
    out.write(
        ("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    assertThat(socket.getInputStream().read()).as("the answer begins").isEqualTo('H');
    return socket;
  }

  /** Whether the end is one that was meant. */
  private static boolean readsToTheEnd(Socket socket) {
    try {
      String body = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return body.endsWith("0\r\n\r\n") || body.endsWith("}");
    } catch (IOException e) {
      return false;
    }
  }

  private static Path in(String name) {
    return Path.of(String.valueOf(folder)).resolve(name);
  }

  private static Limits limits(int atOnce, int waiting, Duration patience) {
    return limits(atOnce, waiting, patience, 1 << 20);
  }

  private static Limits limits(int atOnce, int waiting, Duration patience, Duration longest) {
    Limits all = limits(atOnce, waiting, patience);
    return new Limits(
        atOnce,
        waiting,
        patience,
        longest,
        all.exportsAtOnce(),
        all.pace(),
        all.unreadBytes(),
        0,
        all.connections(),
        all.idle());
  }

  private static Limits limits(int atOnce, int waiting, Duration patience, int unreadBytes) {
    Duration quick = Duration.ofMillis(200);
    return new Limits(
        atOnce,
        waiting,
        patience,
        Duration.ofSeconds(5),
        1,
        quick,
        unreadBytes,
        0,
        1_000,
        Duration.ofSeconds(30));
  }

  private static WebOptions with(Limits limits) {
    return WebOptions.DEFAULT.with(new Door(limits, null, null));
  }

  private static void awaitIt(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
