package wellhead.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.index.IndexRun;
import wellhead.server.search.LuceneSearchEngine;

/**
 * The packaged server is asked by four clients while its index is rebuilt again and again, from one
 * half of the captures and from the other in turn. {@code -Drequests=10000} for the long run, which
 * prints what came of it.
 */
class RebuildUnderRequestsIT {
  private static final int REQUESTS = Integer.getInteger("requests", 800);
  private static final int CLIENTS = 4;
  private static final List<String> QUERIES = List.of("oil", "gas", "wind OR solar", "");

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();

  /** By generation and query: what was answered first, which all others must equal. */
  private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();

  @TempDir Path folder;

  @Test
  void everyRequestIsAnsweredFromExactlyOneGeneration() throws Exception {
    Path index = folder.resolve("index");
    List<Path> halves = List.of(half("even", 0), half("odd", 1));
    rebuild(index, halves.getFirst());
    try (var server = PackagedProgram.Server.start(index, folder.resolve("out"));
        var threads = Executors.newFixedThreadPool(CLIENTS)) {
      URI home = server.home();
      List<Map<String, JsonNode>> whole = new ArrayList<>();
      for (Path half : List.of(halves.get(1), halves.get(0))) {
        rebuild(index, half);
        whole.addFirst(reference(home, index, half));
      }
      answers.clear();
      var left = new AtomicLong(REQUESTS);
      var clients = new ArrayList<Future<Long>>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(threads.submit(client(home, left)));
      }
      int rebuilds = 0;
      while (left.get() > 0) {
        rebuilds++;
        rebuild(index, halves.get(rebuilds % 2));
      }
      for (Future<Long> each : clients) {
        each.get();
      }
      answers.forEach((of, answer) -> {
        String query = of.substring(of.indexOf(' ') + 1);
        assertThat(List.of(whole.get(0).get(query), whole.get(1).get(query)))
            .as("the whole answer of one of the two halves: %s", of)
            .contains(answer);
      });
      long generations = answers.keySet().stream().map(of -> of.split(" ")[0]).distinct().count();
      assertThat(generations).as("generations that answered").isGreaterThan(2);
      System.out.printf(
          "%d requests from %d clients during %d rebuilds: none failed, %d generations answered%n",
          REQUESTS, CLIENTS, rebuilds, generations);
    } finally {
      client.close();
    }
  }

  private Callable<Long> client(URI home, AtomicLong left) {
    return () -> {
      long newest = 0;
      for (long i = left.getAndDecrement(); i > 0; i = left.getAndDecrement()) {
        newest = ask(home, QUERIES.get((int) (i % QUERIES.size())), newest);
      }
      return newest;
    };
  }

  /** Returns the generation that answered, which is never an older one than before. */
  private long ask(URI home, String query, long atLeast) throws Exception {
    String parameters = "q=" + query.replace(" ", "+") + "&limit=100&now=2026-07-10T00:00:00Z";
    HttpRequest request =
        HttpRequest.newBuilder(home.resolve("/search?facets=source&" + parameters)).build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    var answer = (ObjectNode) json.readTree(response.body());
    long generation = answer.at("/index/generation").asLong();
    assertThat(generation).isGreaterThanOrEqualTo(atLeast);
    answer.remove(List.of("took_ms", "next_cursor"));
    ((ObjectNode) answer.get("index")).remove(List.of("generation", "built_at"));
    JsonNode first = answers.putIfAbsent(generation + " " + query, answer);
    assertThat(answer).isEqualTo(first == null ? answer : first);
    return generation;
  }

  /** What the server answers from what was built last, by query. */
  private Map<String, JsonNode> reference(URI home, Path index, Path half) throws Exception {
    Map<String, JsonNode> reference = new ConcurrentHashMap<>();
    long built = generationOf(index);
    while (ask(home, "", 0) != built) {
      TimeUnit.MILLISECONDS.sleep(50); // the server looks every second
    }
    for (String query : QUERIES) {
      long generation = ask(home, query, 0);
      reference.put(query, answers.get(generation + " " + query));
    }
    assertThat(String.valueOf(reference.get("oil"))).as("hits of %s", half).contains("\"id\"");
    return reference;
  }

  private static long generationOf(Path index) {
    try (var engine = LuceneSearchEngine.open(index)) {
      return engine.state().generation();
    }
  }

  private static void rebuild(Path index, Path half) throws Exception {
    new IndexRun(
            index, true, CaptureOptions.NONE, InputStream.nullInputStream(), InstantSource.system())
        .run(List.of(half.toString()));
  }

  private Path half(String name, int which) throws IOException {
    Path half = Files.createDirectory(folder.resolve(name));
    List<Path> all;
    try (Stream<Path> files = Files.list(PackagedProgram.ROOT.resolve("testdata/captures"))) {
      all = files.filter(f -> f.toString().endsWith(".txt")).sorted().limit(16).toList();
    }
    for (int i = which; i < all.size(); i += 2) {
      Files.copy(all.get(i), half.resolve(String.valueOf(all.get(i).getFileName())));
    }
    return half;
  }
}
