package wellhead.server.traffic;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file that lines are appended to by a thread of its own. Whoever has a line never waits: what
 * cannot be written, for the disk is full or too slow, is given up and counted. That is said once,
 * and once again when lines are written as before.
 */
final class LogFile implements Closeable {
  private static final Logger LOG = System.getLogger(LogFile.class.getName());

  /** Lines that wait for the disk; a few megabytes. */
  private static final int WAITING = 8_192;

  private static final long CLOSING_MILLIS = 2_000;

  private final Path path;
  private final OutputStream file;
  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread =
      Thread.ofPlatform().name("access-log").daemon().unstarted(this::run);
  private volatile boolean closing;
  private final AtomicInteger overflow = new AtomicInteger();
  private long lost;

  private LogFile(Path path, OutputStream file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens the file, or begins it.
   *
   * @throws IOException when it cannot be written to
   */
  static LogFile append(Path path) throws IOException {
    return to(
        path, Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /**
   * @param file what to write to, unbuffered
   */
  static LogFile to(Path path, OutputStream file) {
    var log = new LogFile(path, file);
    log.thread.start();
    return log;
  }

  /** From any thread; does not wait. */
  void add(String line) {
    if (!waiting.offer(line)) {
      overflow.incrementAndGet();
    }
  }

  private void run() {
    var lines = new ArrayList<String>();
    try {
      while (!closing || !waiting.isEmpty()) {
        String first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          lines.add(first);
          waiting.drainTo(lines);
          write(lines);
          lines.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<String> lines) {
    // the line break ends what may have been written of a line before
    String text = (lost == 0 ? "" : "\n") + String.join("\n", lines) + "\n";
    try {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      if (lost == 0) {
        complain("cannot be written, requests are answered all the same: " + e.getMessage());
      }
      lost += lines.size();
      return;
    }
    if (lost > 0) {
      complain("is written again; about " + (lost + overflow.getAndSet(0)) + " lines are lost");
      lost = 0;
    }
  }

  private void complain(String what) {
    LOG.log(Level.WARNING, "the access log " + path + " " + what);
  }

  /** Writes what waits, within two seconds. */
  @Override
  public void close() throws IOException {
    closing = true;
    try {
      thread.join(CLOSING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive()) {
      file.close();
    }
  }
}
