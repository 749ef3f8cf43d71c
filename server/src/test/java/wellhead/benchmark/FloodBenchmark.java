package wellhead.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.web.WebOptions;
import wellhead.server.web.WebServer;

/**
 * Who is refused, and how long do the others wait? {@code mvn -q -DskipGates -Pbenchmark
 * process-test-classes -Dbenchmark.class=wellhead.benchmark.FloodBenchmark -Dbenchmark="--url
 * http://127.0.0.1:8080"}.
 *
 * <p>First so many polite clients, each of which asks again as soon as it is answered (a closed
 * loop). Then a flood: requests come at a multiple of the best rate so far, whether or not those
 * before are answered (an open loop), and their time counts from when they should have been sent.
 */
@Command(name = "flood", mixinStandardHelpOptions = true)
public final class FloodBenchmark implements Callable<Integer> {
  private static final List<String> WORDS =
      List.of("oil", "gas", "opec", "crude", "lng", "russia", "tankers", "prices", "exports");

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--url", description = "of a running server; default: one of its own")
  @Nullable URI url;

  @Option(names = "--stories", defaultValue = "100000", description = "of a server of its own")
  int stories;

  @Option(
      names = "--clients",
      split = ",",
      defaultValue = "2,8,32,64",
      description = "default: ${DEFAULT-VALUE}")
  List<Integer> clients = List.of();

  @Option(names = "--seconds", defaultValue = "10", description = "of each number of clients")
  int seconds;

  @Option(names = "--times", defaultValue = "3", description = "the best rate; default: 3")
  double times;

  @Option(names = "--flood", defaultValue = "30", description = "seconds; default: 30")
  int flood;

  @Option(names = "--path", defaultValue = "/", description = "default: the page")
  String path = "/";

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new FloodBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (url != null) {
      run(url, out);
      return 0;
    }
    Path folder = Files.createTempDirectory("wellhead-flood");
    MadeUpStories.write(folder, stories, 1);
    InstantSource clock = InstantSource.fixed(MadeUpStories.NOW);
    try (var engine = LuceneSearchEngine.open(folder);
        var server = WebServer.start("127.0.0.1", 0, engine, clock, WebOptions.DEFAULT)) {
      run(server.url(), out);
    }
    return 0;
  }

  private void run(URI server, PrintWriter out) throws Exception {
    out.println("load             asked/s  answered/s  refused    p50 ms    p99 ms   max ms");
    double best = 0;
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      closedLoop(client, server, 8); // warms both sides up
      for (int many : clients) {
        Seen seen = closedLoop(client, server, many);
        best = Math.max(best, seen.answeredPerSecond());
        out.println(seen.row(many + " clients"));
        out.flush();
      }
      Seen half = openLoop(server, best / 2, seconds); // warms the other client up
      out.println(half.row("half of the best"));
      out.println(openLoop(server, times * best, flood).row("flood of " + times + " x"));
      out.flush();
    }
  }

  private Seen closedLoop(HttpClient client, URI server, int many) throws Exception {
    var all = new ArrayList<Future<Seen>>();
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(seconds);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        var random = new Random(i);
        all.add(
            threads.submit(() -> {
              var seen = new Seen();
              while (System.nanoTime() < end) {
                long asked = System.nanoTime();
                HttpResponse<byte[]> answer =
                    client.send(request(server, random), BodyHandlers.ofByteArray());
                seen.add(answer.statusCode(), System.nanoTime() - asked);
              }
              return seen;
            }));
      }
    }
    var together = new Seen();
    for (Future<Seen> one : all) {
      together.add(one.get());
    }
    together.took = System.nanoTime() - begin;
    return together;
  }

  private Seen openLoop(URI server, double perSecond, int forSeconds) throws IOException {
    var seen = new Seen();
    var random = new Random(7);
    long begin = System.nanoTime();
    new OpenLoop(server, () -> target(random), seen::add)
        .run(perSecond, TimeUnit.SECONDS.toNanos(forSeconds));
    seen.took = System.nanoTime() - begin;
    return seen;
  }

  private HttpRequest request(URI server, Random random) {
    String base = server.toString().replaceFirst("/$", "");
    return HttpRequest.newBuilder(URI.create(base + target(random)))
        .timeout(Duration.ofSeconds(30))
        .build();
  }

  /** No two alike in a row, so that nothing is remembered from the one before. */
  private String target(Random random) {
    String word = WORDS.get(random.nextInt(WORDS.size()));
    return path + "?q=" + word + "+w" + random.nextInt(300) + "+" + WORDS.get(0);
  }

  /** What came of requests. */
  private static final class Seen {
    private final List<Long> answered = new ArrayList<>();
    private int refused;
    private int failed;
    private long took;

    synchronized void add(int status, long nanos) {
      if (status == 200) {
        answered.add(nanos);
      } else if (status == 503) {
        refused++;
      } else {
        failed++;
      }
    }

    synchronized void add(Seen other) {
      answered.addAll(other.answered);
      refused += other.refused;
      failed += other.failed;
    }

    double answeredPerSecond() {
      return answered.size() / (took / 1e9);
    }

    String row(String load) throws IOException {
      var timings = new Timings(Math.max(1, answered.size()));
      answered.forEach(timings::add);
      if (answered.isEmpty()) {
        throw new IOException("nothing was answered");
      }
      int all = answered.size() + refused + failed;
      return String.format(
          Locale.ROOT,
          "%-16s %8.0f %11.0f %7.2f %% %9.1f %9.1f %8.0f%s",
          load,
          all / (took / 1e9),
          answeredPerSecond(),
          100.0 * refused / all,
          timings.median(),
          timings.percentile(0.99),
          timings.percentile(1),
          failed == 0 ? "" : "  failed: " + failed);
    }
  }
}
