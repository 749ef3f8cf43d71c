package wellhead.indexer.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import wellhead.indexer.state.StateFiles;

/** One request a host at a time, and some time between two, whichever run makes them. */
final class Turns {
  private final StateFiles records;
  private final InstantSource clock;
  private final Pause pause;
  private final Manners manners;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  Turns(StateFiles records, InstantSource clock, Pause pause, Manners manners) {
    this.records = records;
    this.clock = clock;
    this.pause = pause;
    this.manners = manners;
  }

  /** What is done when it is a host's turn. */
  @FunctionalInterface
  interface Turn<T> {
    Taken<T> take(HostRecord before) throws NotCapturedException, InterruptedException;
  }

  /** What came of a turn, and what is to be kept of the host. */
  record Taken<T>(T value, HostRecord after) {}

  @FunctionalInterface
  private interface Held<T> {
    T use(HostRecord before) throws IOException, NotCapturedException, InterruptedException;
  }

  /**
   * Waits for a host's turn and takes it.
   *
   * @param gap the least time since the last request
   * @throws NotCapturedException when it is not to be asked now, or its turn brought nothing
   */
  <T> T take(WebAddress address, Duration gap, Turn<T> turn)
      throws IOException, NotCapturedException, InterruptedException {
    String host = address.hostInNames();
    return holding(
        host,
        before -> {
          await(before, gap, address);
          HostRecord after = before;
          try {
            Taken<T> taken = turn.take(before);
            after = taken.after();
            return taken.value();
          } finally {
            records.write(host, after.askedAt(clock.instant()));
          }
        });
  }

  /** Changes what is kept of a host. */
  void amend(WebAddress address, UnaryOperator<HostRecord> change)
      throws IOException, InterruptedException {
    String host = address.hostInNames();
    try {
      holding(
          host,
          before -> {
            records.write(host, change.apply(before));
            return before;
          });
    } catch (NotCapturedException e) {
      throw new IllegalStateException("nothing was asked", e);
    }
  }

  /** What is kept of a host. */
  HostRecord known(WebAddress address) throws IOException {
    return read(address.hostInNames());
  }

  private HostRecord read(String host) throws IOException {
    return records.read(host, HostRecord.class).orElse(HostRecord.NEW);
  }

  private <T> T holding(String host, Held<T> work)
      throws IOException, NotCapturedException, InterruptedException {
    ReentrantLock lock = locks.computeIfAbsent(host, key -> new ReentrantLock());
    lock.lockInterruptibly();
    try (FileChannel held = records.lock(host)) {
      if (!held.isOpen()) {
        throw new IOException("the lock of " + host + " was let go of");
      }
      return work.use(read(host));
    } finally {
      lock.unlock();
    }
  }

  private void await(HostRecord record, Duration gap, WebAddress address)
      throws NotCapturedException, InterruptedException {
    Instant now = clock.instant();
    Instant notBefore = record.notBefore();
    if (notBefore != null && notBefore.isAfter(now)) {
      throw new NotCapturedException(
          address.host() + " asked to be left alone until " + notBefore + " (Retry-After)");
    }
    Instant last = record.lastRequestAt();
    // a clock that was set back must not make us wait for it
    if (last == null || last.isAfter(now)) {
      return;
    }
    Instant turn = last.plus(gap);
    if (Duration.between(now, turn).compareTo(manners.patience()) > 0) {
      throw new NotCapturedException(
          address.host()
              + " wants "
              + gap.toSeconds()
              + " s between requests (Crawl-delay), the next one at "
              + turn.truncatedTo(ChronoUnit.SECONDS));
    }
    if (turn.isAfter(now)) {
      pause.until(turn);
    }
  }
}
