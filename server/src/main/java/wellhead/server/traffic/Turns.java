package wellhead.server.traffic;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * So many at once, each on a thread of its own; so many waiting for their turn; the rest refused.
 *
 * <p>A queue that moves is no overload: whoever comes may wait when its turn will come soon, by how
 * many wait and how long a turn took lately. When the queue is full all the same, more comes than
 * can be answered, and whoever is let wait then only makes all others later: so few may wait, until
 * a second has gone by in which hardly anybody was refused, or in which no more asked than may
 * always wait, however often they did. (For how long a queue has existed tells nothing: a few
 * clients that ask again as soon as they are answered keep one for ever, and are all answered in no
 * time.)
 *
 * <p>The threads are the operating system's, since virtual ones give way to nobody while they
 * compute: as many long searches as processors would stop everything else. They are a fork-join
 * pool's because it wakes the one that worked last, whose caches are warm, where a fixed pool wakes
 * the one that rested longest: a cheap search took 5 to 10 % longer over HTTP. Jetty's QoSHandler
 * (12.1.12) is not used because it spins while it hands a place on, which hangs a busy server for
 * good.
 */
final class Turns implements AutoCloseable {
  /**
   * For so long may a newcomer have to wait. 256 clients that ask again when they are answered wait
   * 280 ms each where 900 a second are answered, as on two processors that the clients share.
   */
  private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /**
   * However short the turns, so that those that are let wait when a flood begins are fewer than one
   * in a hundred of those that are answered in its first twenty seconds: at three times the best
   * rate of 2,000 a second their 99th percentile was 230 ms with 512 and 108 ms with 320. More
   * polite clients than that at once may be refused.
   */
  private static final int MOST_WAITING = 320;

  /** Over about so many turns their time is averaged. */
  private static final int AVERAGED = 32;

  private static final boolean FIRST_COME_FIRST_SERVED = true;

  /** Every so often it is looked whether the overload is over. */
  private static final long LOOKS_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * It is over when fewer than one in so many was refused. With as few let wait as below, a queue
   * with two servers (M/M/2/6) refuses one in 100 at half of what it can answer, one in 7 at just
   * as much as it can.
   */
  private static final int REFUSED_OF = 10;

  /**
   * How many may wait under overload, for each that is worked on. At three times the rate, on one
   * processor, the 99th percentile of those let in was 14 to 15 ms with two and 17 to 18 with
   * three; at half the rate it was 8 to 9.
   */
  private static final int PRESSED = 2;

  /** What wants a turn, and says what it is by its name. Exactly one of the two is called, once. */
  interface Turn {
    /** It is its turn; over when this returns. */
    void take();

    /** It does not get one. */
    void refuse();

    /** Who wants it. Nobody wants two at once. */
    Object from();
  }

  private final int atOnce;
  private final int room;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private final ExecutorService threads;
  private final ScheduledThreadPoolExecutor alarm;
  private final AtomicLong refused = new AtomicLong();

  // guarded by this
  private final Map<Turn, Long> begun = new LinkedHashMap<>();
  private int working;
  private int waiting;
  private double meanNanos;
  private boolean pressed;
  private long pressedSince;
  private int offered;
  private int turnedAway;
  private final Set<Object> from = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param name of the threads
   * @param room how many may wait however long their turns take
   * @param patience the longest that one waits for its turn
   * @param nanoTime as {@link System#nanoTime}
   */
  Turns(String name, int atOnce, int room, Duration patience, LongSupplier nanoTime) {
    this.atOnce = atOnce;
    this.room = room;
    this.patience = patience;
    this.nanoTime = nanoTime;
    threads = new ForkJoinPool(atOnce, pool -> named(name, pool), null, FIRST_COME_FIRST_SERVED);
    alarm =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name(name + "-alarm").daemon().factory());
    alarm.setRemoveOnCancelPolicy(true);
  }

  private static ForkJoinWorkerThread named(String name, ForkJoinPool pool) {
    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setName(name + "-" + (thread.getPoolIndex() + 1));
    return thread;
  }

  /** Lets it have its turn, now or soon, or refuses it at once. Never waits. */
  void offer(Turn turn) {
    switch (admit(turn)) {
      case NOW -> threads.execute(() -> work(turn));
      case SOON -> {
        var queued = new Queued(turn);
        queued.expire = alarm.schedule(queued::giveUp, patience.toNanos(), TimeUnit.NANOSECONDS);
        threads.execute(queued);
      }
      case NOT -> refuse(turn);
    }
  }

  private enum Admission {
    NOW,
    SOON,
    NOT
  }

  private synchronized Admission admit(Turn turn) {
    long now = nanoTime.getAsLong();
    look(now);
    offered++;
    if (pressed && from.size() <= room + atOnce) {
      from.add(turn.from());
    }
    if (working < atOnce && waiting == 0) {
      working++;
      return Admission.NOW;
    }
    if (waiting < roomNow()) {
      waiting++;
      return Admission.SOON;
    }
    if (!pressed) {
      press(now);
    }
    turnedAway++;
    return Admission.NOT;
  }

  private int roomNow() {
    if (pressed) {
      return Math.min(room, PRESSED * atOnce);
    }
    double answered = meanNanos == 0 ? 0 : WAIT_NANOS / meanNanos * atOnce;
    return Math.max(room, (int) Math.min(answered, MOST_WAITING));
  }

  /** Every second of overload, whether it is over. */
  private void look(long now) {
    if (pressed && now - pressedSince > LOOKS_NANOS) {
      if (turnedAway * REFUSED_OF < offered || from.size() <= room + atOnce) {
        pressed = false;
        from.clear();
      } else {
        press(now);
      }
    }
  }

  private void press(long now) {
    pressed = true;
    pressedSince = now;
    from.clear();
    offered = 0;
    turnedAway = 0;
  }

  private void work(Turn turn) {
    begin(turn);
    try {
      turn.take();
    } finally {
      end(turn);
    }
  }

  private synchronized void begin(Turn turn) {
    begun.put(turn, nanoTime.getAsLong());
  }

  private synchronized void end(Turn turn) {
    working--;
    Long since = begun.remove(turn);
    if (since != null) {
      long took = nanoTime.getAsLong() - since;
      meanNanos += (took - meanNanos) / (meanNanos == 0 ? 1 : AVERAGED);
    }
  }

  private void refuse(Turn turn) {
    refused.incrementAndGet();
    turn.refuse();
  }

  /** One that waits: for its turn or for the end of its patience, whichever comes first. */
  private final class Queued implements Runnable {
    private final Turn turn;
    private final AtomicBoolean decided = new AtomicBoolean();
    private volatile @Nullable ScheduledFuture<?> expire;

    Queued(Turn turn) {
      this.turn = turn;
    }

    @Override
    public void run() {
      if (leaveQueue(true)) {
        ScheduledFuture<?> alarmed = expire;
        if (alarmed != null) {
          alarmed.cancel(false);
        }
        work(turn);
      }
    }

    void giveUp() {
      if (leaveQueue(false)) {
        refuse(turn);
      }
    }

    private boolean leaveQueue(boolean forWork) {
      if (!decided.compareAndSet(false, true)) {
        return false;
      }
      synchronized (Turns.this) {
        waiting--;
        working += forWork ? 1 : 0;
      }
      return true;
    }
  }

  /** How many wait now. */
  synchronized int waiting() {
    return waiting;
  }

  /** The turns that have lasted for longer than this, the first that began first. */
  synchronized List<Turn> lasting(Duration longer) {
    long now = nanoTime.getAsLong();
    return begun.entrySet().stream()
        .filter(turn -> now - turn.getValue() > longer.toNanos())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether nobody is worked on and nobody waits. */
  synchronized boolean isIdle() {
    return working == 0 && waiting == 0;
  }

  /** How many were refused since the start. */
  long refused() {
    return refused.get();
  }

  /** Ends the threads; what they are about may come to its end. */
  @Override
  public void close() {
    alarm.shutdownNow();
    threads.shutdown();
  }
}
