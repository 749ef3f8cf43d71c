package wellhead.indexer.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/**
 * A site on this machine that answers byte for byte what a test wants, lies and silence included.
 */
public final class LoopbackSite implements AutoCloseable {
  private final ServerSocket server;
  private final Map<String, Function<Request, Answer>> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final String scheme;

  /**
   * What was asked.
   *
   * @param headers by their names in lower case
   */
  public record Request(String path, Map<String, String> headers) {}

  /** What is sent, and whether the connection then stays open without a word. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(byte[] bytes, boolean stalls) {
    public static Answer of(String head, byte[] body) {
      byte[] block = (head + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
      var bytes = new byte[block.length + body.length];
      System.arraycopy(block, 0, bytes, 0, block.length);
      System.arraycopy(body, 0, bytes, block.length, body.length);
      return new Answer(bytes, false);
    }

    public static Answer of(String head, String body) {
      return of(head, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer status(String status) {
      return of("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n", "");
    }

    public static Answer page(String html) {
      return page("", html);
    }

    public static Answer page(String headers, String html) {
      byte[] body = html.getBytes(StandardCharsets.UTF_8);
      return of(
          "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
              + headers
              + "Content-Length: "
              + body.length
              + "\r\n",
          body);
    }

    public static Answer text(String text) {
      return of(
          "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: "
              + text.length()
              + "\r\n",
          text);
    }

    public static Answer redirect(String to) {
      return of("HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\n", "");
    }

    public Answer thenSilence() {
      return new Answer(bytes, true);
    }
  }

  public LoopbackSite() throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http");
  }

  public LoopbackSite(ServerSocket server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    Thread.ofVirtual().start(this::serve);
  }

  public LoopbackSite on(String path, Answer answer) {
    return on(path, request -> answer);
  }

  public LoopbackSite on(String path, Function<Request, Answer> answer) {
    answers.put(path, answer);
    return this;
  }

  public int port() {
    return server.getLocalPort();
  }

  public WebAddress at(String path) {
    return at("127.0.0.1", path);
  }

  public WebAddress at(String host, String path) {
    return WebAddress.parse(scheme + "://" + host + ":" + port() + path);
  }

  public List<Request> requests() {
    return requests;
  }

  public List<String> paths() {
    return requests.stream().map(Request::path).toList();
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = in.readLine();
      if (line == null) {
        return;
      }
      var headers = new TreeMap<String, String>();
      for (String header = in.readLine();
          header != null && !header.isEmpty();
          header = in.readLine()) {
        int colon = header.indexOf(':');
        headers.put(
            header.substring(0, colon).toLowerCase(Locale.ROOT),
            header.substring(colon + 1).strip());
      }
      var request = new Request(line.split(" ")[1], headers);
      requests.add(request);
      Answer answer =
          answers
              .getOrDefault(request.path(), any -> Answer.status("404 Not Found"))
              .apply(request);
      OutputStream out = socket.getOutputStream();
      out.write(answer.bytes());
      out.flush();
      if (answer.stalls()) {
        closed.await();
      }
    } catch (SocketException | SSLException e) {
      // the other side had enough
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
  }
}
