package wellhead.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import wellhead.story.Story;

/** A real server over made-up stories, asked as a client would. */
record Site(WebServer server, FakeEngine engine, HttpClient client) implements AutoCloseable {
  static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  static Site of(FakeEngine engine) {
    return of(engine, WebOptions.DEFAULT);
  }

  static Site of(FakeEngine engine, WebOptions options) {
    return of(engine, options, InstantSource.fixed(Stories.NOW));
  }

  static Site of(FakeEngine engine, WebOptions options, InstantSource clock) {
    try {
      var server = WebServer.start("127.0.0.1", 0, engine, clock, options);
      return new Site(server, engine, HttpClient.newHttpClient());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Site of(Story... stories) {
    return of(new FakeEngine(List.of(stories)));
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** As a browser asks. */
  String page(String path) {
    return get(path, "Accept", BROWSER).body();
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, BodyPublishers.noBody());
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

  /** Bytes as they are, for what no client would send. */
  String raw(String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
