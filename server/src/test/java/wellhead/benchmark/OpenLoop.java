package wellhead.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Requests that come at a rate, whether or not those before are answered: one thread, connections
 * that are kept, HTTP/1.1. A client that shares its processors with the server must cost little:
 * one that opened connections as it liked, with a thread pool behind, spent its time on itself and
 * filled the server's places, so that most of what it asked was never sent.
 */
final class OpenLoop {
  /**
   * Well below what a server takes. Whoever finds none free waits, and the wait is counted as the
   * server's.
   */
  private static final int CONNECTIONS = 1_000;

  private static final long LAST_ANSWER_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** What came of a request. */
  interface Outcomes {
    /**
     * One request is over.
     *
     * @param status 0 when there was no answer
     * @param nanos since it should have been sent
     */
    void add(int status, long nanos);
  }

  private final InetSocketAddress server;
  private final Supplier<String> targets;
  private final Outcomes outcomes;
  private final Deque<Connection> free = new ArrayDeque<>();
  private final Deque<Long> due = new ArrayDeque<>();
  private final ByteBuffer read = ByteBuffer.allocateDirect(1 << 16);
  private int open;
  private int under;

  /**
   * @param targets of the requests: path and query
   */
  OpenLoop(URI server, Supplier<String> targets, Outcomes outcomes) {
    this.server = new InetSocketAddress(server.getHost(), server.getPort());
    this.targets = targets;
    this.outcomes = outcomes;
  }

  /** Asks for so long, and waits for the last answers. */
  void run(double perSecond, long nanos) throws IOException {
    try (Selector selector = Selector.open()) {
      long begin = System.nanoTime();
      long count = (long) (perSecond * nanos / 1e9);
      long asked = 0;
      while (asked < count || !due.isEmpty() || under > 0) {
        long now = System.nanoTime();
        for (; asked < count && now - at(begin, asked, perSecond) >= 0; asked++) {
          due.add(at(begin, asked, perSecond));
        }
        sendDue(selector);
        if (now - begin - nanos > LAST_ANSWER_NANOS) {
          break;
        }
        selector.select(this::ready, 1);
      }
      long end = System.nanoTime();
      for (SelectionKey key : selector.keys()) {
        ((Connection) key.attachment()).giveUp(end);
      }
      due.forEach(since -> outcomes.add(0, end - since));
    }
  }

  private static long at(long begin, long number, double perSecond) {
    return begin + (long) (number * 1e9 / perSecond);
  }

  private void sendDue(Selector selector) throws IOException {
    while (!due.isEmpty() && (!free.isEmpty() || open < CONNECTIONS)) {
      Connection connection = free.isEmpty() ? new Connection(selector) : free.pop();
      connection.ask(due.remove());
    }
  }

  private void ready(SelectionKey key) {
    ((Connection) key.attachment()).ready();
  }

  /** One request at a time. */
  private final class Connection {
    private final SocketChannel channel = SocketChannel.open();
    private final SelectionKey key;
    private ByteBuffer asking = ByteBuffer.allocate(0);
    private byte[] answer = new byte[1 << 14];
    private int length;
    private boolean asked;
    private long since;

    Connection(Selector selector) throws IOException {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.connect(server);
      channel.configureBlocking(false);
      key = channel.register(selector, SelectionKey.OP_READ, this);
      open++;
    }

    void ask(long due) {
      asked = true;
      since = due;
      under++;
      length = 0;
      String request =
          "GET " + targets.get() + " HTTP/1.1\r\nHost: " + server.getHostString() + "\r\n\r\n";
      asking = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
      ready();
    }

    void ready() {
      try {
        if (asking.hasRemaining()) {
          channel.write(asking);
          key.interestOps(
              asking.hasRemaining()
                  ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                  : SelectionKey.OP_READ);
        }
        while (true) {
          read.clear();
          int count = channel.read(read);
          if (count < 0) {
            throw new IOException("the server has closed the connection");
          }
          if (count == 0) {
            break;
          }
          keep(read.flip());
        }
        if (asked && isComplete()) {
          over(Integer.parseInt(text(9, 12)));
          free.push(this);
        }
      } catch (IOException e) {
        giveUp(System.nanoTime());
      }
    }

    private void keep(ByteBuffer bytes) {
      if (length + bytes.remaining() > answer.length) {
        answer = Arrays.copyOf(answer, 2 * (length + bytes.remaining()));
      }
      int count = bytes.remaining();
      bytes.get(answer, length, count);
      length += count;
    }

    private boolean isComplete() {
      String begin = text(0, Math.min(length, 2_000));
      int end = begin.indexOf("\r\n\r\n");
      if (end < 0) {
        return false;
      }
      String headers = begin.substring(0, end + 2).toLowerCase(Locale.ROOT);
      int at = headers.indexOf("content-length: ");
      if (at >= 0) {
        String bytes = headers.substring(at + 16, headers.indexOf('\r', at));
        return length >= end + 4 + Integer.parseInt(bytes);
      }
      return Arrays.equals(
          answer, length - LAST_CHUNK.length, length, LAST_CHUNK, 0, LAST_CHUNK.length);
    }

    private String text(int from, int to) {
      return new String(answer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private void over(int status) {
      asked = false;
      under--;
      outcomes.add(status, System.nanoTime() - since);
    }

    void giveUp(long now) {
      if (asked) {
        asked = false;
        under--;
        outcomes.add(0, now - since);
      }
      free.remove(this);
      open--;
      key.cancel();
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
