package wellhead.server.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends any bytes, and reads answers as strictly as RFC 9112 writes them. */
final class RawClient implements AutoCloseable {
  /** Far longer than any answer takes: what is not there by then hangs. */
  private static final int HANGS_MILLIS = 20_000;

  private final int port;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  RawClient(int port) {
    this.port = port;
  }

  /**
   * An answer.
   *
   * @param headers by name in lower case
   */
  record Answer(int status, Map<String, String> headers, String body) {
    boolean closes() {
      return headers.getOrDefault("connection", "").equalsIgnoreCase("close");
    }

    /** All of it, for looking whether something is in it that should not be. */
    String whole() {
      return status + " " + headers + " " + body;
    }
  }

  /**
   * Sends and reads; anew when a connection that was kept turns out to be closed, and once more for
   * the system's sake: of 70,000 connections to one port in a minute it broke one, whose own port
   * had just been another's. A server that does not answer a request does so each time.
   *
   * @param count of requests in these bytes; after an answer that closes there are no more
   * @param bodiless whether the answers have no bodies, since HEAD was asked
   * @return fewer than asked for when the connection ended
   * @throws java.net.SocketTimeoutException when an answer does not come
   */
  List<Answer> exchange(byte[] requests, int count, boolean bodiless) throws IOException {
    List<Answer> answers = List.of();
    for (int tries = socket == null ? 2 : 3; answers.isEmpty() && tries > 0; tries--) {
      answers = once(requests, count, bodiless);
    }
    return answers;
  }

  private List<Answer> once(byte[] requests, int count, boolean bodiless) throws IOException {
    var answers = new ArrayList<Answer>();
    try {
      OutputStream out = open();
      try {
        out.write(requests);
        out.flush();
      } catch (SocketException refusedHalfWay) {
        // an answer may have been sent before the rest was refused
      }
      while (answers.size() < count) {
        Answer answer = read(bodiless);
        answers.add(answer);
        if (answer.closes()) {
          close();
          return answers;
        }
      }
    } catch (EOFException | SocketException ended) {
      close();
    }
    return answers;
  }

  private OutputStream open() throws IOException {
    Socket open = socket;
    if (open == null) {
      open = new Socket(InetAddress.getLoopbackAddress(), port);
      open.setSoTimeout(HANGS_MILLIS);
      open.setTcpNoDelay(true);
      in = new BufferedInputStream(open.getInputStream());
      socket = open;
    }
    return open.getOutputStream();
  }

  private Answer read(boolean bodiless) throws IOException {
    String[] status = line().split(" ", 3);
    var headers = new TreeMap<String, String>();
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int code = Integer.parseInt(status[1]);
    if (code == 100) {
      return read(bodiless);
    }
    byte[] body = bodiless || code == 304 || code == 204 ? new byte[0] : body(headers);
    return new Answer(code, headers, new String(body, StandardCharsets.UTF_8));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (headers.containsKey("content-length")) {
      return exactly(Integer.parseInt(headers.get("content-length")));
    }
    if (!headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
      return in.readAllBytes();
    }
    var body = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      body.write(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the connection ended within an answer");
    }
    return bytes;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ended");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
