package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.search.TestIndex;

/** A page that would be empty shows what was probably meant; programs get what they asked. */
class MeantPageTest {
  private static final Instant NOW = Instant.parse("2025-07-08T12:00:00Z");
  private static final String SHOWN = "No story has “opek”; showing “opec”. Search only for";

  @TempDir static Path index;
  private static LuceneSearchEngine engine;
  private static WebServer server;
  private static HttpClient client;

  @BeforeAll
  static void serve() throws IOException {
    TestIndex.write(
        index,
        1,
        List.of(
            TestIndex.headline("a", "OPEC agrees on larger output", 10),
            TestIndex.headline("b", "Refinery on the coast reopens", 30)));
    engine = LuceneSearchEngine.open(index);
    server = WebServer.start("127.0.0.1", 0, engine, InstantSource.fixed(NOW), WebOptions.DEFAULT);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    engine.close();
  }

  private static String get(String address, String accept) {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + address);
    try {
      return client
          .send(
              HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anEmptyPageShowsWhatWasMeantAndOneClickUndoesIt() {
    assertThat(get("/search?q=opek&in=headline", "text/html"))
        .contains(
            SHOWN
                + " <a href=\"/search?q=opek&amp;in=headline&amp;correct=false\" dir=\"auto\">opek</a>.",
            "agrees on larger output");
  }

  @Test
  void withoutCorrectionThePageIsEmptyAndOffersIt() {
    assertThat(get("/search?q=opek&correct=false", "text/html"))
        .contains("No results", "Did you mean <a href=\"/search?q=opec\" dir=\"auto\">opec</a>?")
        .doesNotContain("agrees on larger output");
  }

  @Test
  void partialMatchesOfWhatWasMeantAreBetterThanNothing() {
    assertThat(get("/search?q=opek+refinery", "text/html"))
        .contains("No story has “opek refinery”; showing “opec refinery”.", "Partial matches");
  }

  @Test
  void programsGetTheHitsOfWhatTheyAskedAndTheOtherQueryByName() {
    assertThat(get("/search?q=opek", "application/json"))
        .contains("\"corrected\":\"opec\"", "\"hits\":[]");
    assertThat(get("/search?q=opek&correct=maybe", "application/json")).contains("\"correct\"");
  }
}
