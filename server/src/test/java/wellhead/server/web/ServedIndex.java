package wellhead.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.search.TestIndex;
import wellhead.story.Story;

/** A real server over a real index of a few stories. */
record ServedIndex(LuceneSearchEngine engine, WebServer server, HttpClient client)
    implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2025-07-08T12:00:00Z");

  static ServedIndex of(Path folder, List<Story> stories) throws IOException {
    TestIndex.write(folder, 1, stories);
    var engine = LuceneSearchEngine.open(folder);
    var clock = InstantSource.fixed(NOW);
    return new ServedIndex(
        engine,
        WebServer.start("127.0.0.1", 0, engine, clock, WebOptions.DEFAULT),
        HttpClient.newHttpClient());
  }

  HttpResponse<String> get(String address, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
    engine.close();
  }
}
