package wellhead.server.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogFileTest {
  private final Logger logger = Logger.getLogger(LogFile.class.getName());
  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord complaint) {
          said.add(complaint.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** A disk that is full after so many bytes, until it is not. */
  private static final class Disk extends OutputStream {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int room;

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      int fits = Math.min(room, length);
      written.write(bytes, offset, fits);
      room -= fits;
      notifyAll();
      if (fits < length) {
        throw new IOException("No space left on device");
      }
    }

    synchronized void makeRoom(int bytes) {
      room = bytes;
    }

    synchronized void awaitFull() throws InterruptedException {
      while (room > 0) {
        wait();
      }
    }
  }

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(listening);
  }

  @AfterEach
  void listenNoMore() {
    logger.removeHandler(listening);
    logger.setUseParentHandlers(true);
  }

  @Test
  void aFullDiskIsSaidOnceAndWhatComesLaterIsWrittenOnLinesOfItsOwn() throws Exception {
    var disk = new Disk();
    disk.makeRoom(10);
    try (LogFile log = LogFile.to(Path.of("access.log"), disk)) {
      log.add("first");
      for (int i = 0; i < 100; i++) {
        log.add("second");
      }
      disk.awaitFull();
      while (said.isEmpty()) {
        Thread.onSpinWait();
      }
      disk.makeRoom(10_000);
      log.add("last");
    }
    List<String> lines = disk.written.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).startsWith("first", "seco").endsWith("last");
    assertThat(lines.subList(2, lines.size() - 1)).allMatch("second"::equals);
    assertThat(said).hasSize(2);
    assertThat(said.remove())
        .isEqualTo(
            "the access log access.log cannot be written, requests are answered all the same: No"
                + " space left on device");
    assertThat(said.remove())
        .matches("the access log access.log is written again; about \\d+ lines are lost");
  }
}
