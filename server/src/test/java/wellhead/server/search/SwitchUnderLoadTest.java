package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.server.search.TestIndex.headline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.story.Story;

/**
 * The index is rebuilt again and again under four clients: no request fails, and every answer comes
 * from one generation. {@code -Drequests=100000} for a longer run.
 */
class SwitchUnderLoadTest {
  private static final int REQUESTS = Integer.getInteger("requests", 10_000);
  private static final int CLIENTS = 4;

  @TempDir Path index;

  @Test
  void answersEachRequestFromExactlyOneGeneration() throws Exception {
    TestIndex.write(index, 1, stories(1));
    var left = new AtomicLong(REQUESTS);
    try (var engine = LuceneSearchEngine.open(index);
        var threads = Executors.newFixedThreadPool(CLIENTS)) {
      var clients = new ArrayList<Future<Long>>();
      for (int client = 0; client < CLIENTS; client++) {
        clients.add(threads.submit(client(engine, left)));
      }
      long generation = 1;
      while (left.get() > 0) {
        generation++;
        TestIndex.write(index, generation, stories(generation));
        engine.refresh();
      }
      long seen = 0;
      for (Future<Long> client : clients) {
        seen = Math.max(seen, client.get());
      }
      assertThat(seen).as("answers moved on with the index").isGreaterThan(1);
    }
  }

  /** Asks until all requests are made; returns the newest generation that it saw. */
  private static Callable<Long> client(LuceneSearchEngine engine, AtomicLong left) {
    return () -> {
      long newest = 0;
      while (left.getAndDecrement() > 0) {
        SearchResults results = engine.search(Asked.of("turbine").request());
        long generation = results.index().generation();
        assertThat(generation).as("never back to an older one").isGreaterThanOrEqualTo(newest);
        newest = generation;
        assertThat(results.total().value()).isEqualTo(count(generation));
        assertThat(results.index().stories()).isEqualTo(count(generation));
        assertThat(results.hits())
            .isNotEmpty()
            .allMatch(hit -> hit.title().endsWith("generation " + generation));
      }
      return newest;
    };
  }

  private static int count(long generation) {
    return 5 + Math.toIntExact(generation % 4);
  }

  /** Every story says which generation it belongs to. */
  private static List<Story> stories(long generation) {
    var stories = new ArrayList<Story>();
    for (int i = 0; i < count(generation); i++) {
      stories.add(headline("s" + i, "Turbine " + i + " of generation " + generation, i + 1));
    }
    return stories;
  }
}
