package wellhead.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.web.WebOptions;
import wellhead.server.web.WebServer;

/** A server over an index, asked over HTTP as a user's script would. */
final class Asking implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Hits of a topic; the most that one answer has. */
  private static final int LIMIT = 100;

  private final LuceneSearchEngine engine;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  Asking(Path index) throws IOException {
    this(LuceneSearchEngine.open(index));
  }

  /**
   * @param engine that is closed with this
   */
  Asking(LuceneSearchEngine engine) throws IOException {
    this.engine = engine;
    server =
        WebServer.start(
            "127.0.0.1", 0, engine, InstantSource.fixed(TestdataTopics.NOW), WebOptions.DEFAULT);
  }

  /**
   * Asks every topic.
   *
   * @param parameters further ones, such as {@code recency=0}
   */
  Map<String, Measures> measure(Judged judged, String... parameters) throws IOException {
    var measured = new LinkedHashMap<String, Measures>();
    for (Topic topic : judged.topics()) {
      var ranking = new LinkedHashSet<String>();
      for (JsonNode hit : get(topic.query(), parameters).path("hits")) {
        ranking.add(judged.textOf(hit));
      }
      measured.put(topic.id(), Measures.of(topic, List.copyOf(ranking)));
    }
    return measured;
  }

  /** The answer to a query. */
  JsonNode get(String query, String... parameters) throws IOException {
    String url =
        server.url()
            + "search?limit="
            + LIMIT
            + "&q="
            + URLEncoder.encode(query, StandardCharsets.UTF_8);
    for (String parameter : parameters) {
      url += "&" + parameter;
    }
    try {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("'" + query + "' was answered with " + answer.body());
      }
      return JSON.readTree(answer.body());
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
