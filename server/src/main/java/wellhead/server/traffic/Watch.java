package wellhead.server.traffic;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Watches over the turns: one that goes on for more than a second after it should have been over is
 * a fault, which is said once, and once more when it is over at last.
 */
final class Watch extends AbstractLifeCycle {
  private static final Logger LOG = System.getLogger(Watch.class.getName());

  /** Whatever the work, the machine may have been busy with something else. */
  static final Duration ALLOWED = Duration.ofSeconds(1);

  private static final long LOOKS_MILLIS = 500;

  private final Turns turns;
  private final Duration longest;

  // guarded by this
  private final Set<Turns.Turn> said = new LinkedHashSet<>();
  private @Nullable ScheduledThreadPoolExecutor looking;

  /**
   * @param longest that a turn should take
   */
  Watch(Turns turns, Duration longest) {
    this.turns = turns;
    this.longest = longest;
  }

  /** How many turns are overdue now. */
  int overdue() {
    return all().size();
  }

  private List<Turns.Turn> all() {
    return turns.lasting(longest.plus(ALLOWED));
  }

  /** Says what is new since it looked last. */
  synchronized void look() {
    List<Turns.Turn> overdue = all();
    for (Turns.Turn turn : overdue) {
      if (said.add(turn)) {
        LOG.log(
            Level.WARNING,
            "a request goes on for more than "
                + longest.plus(ALLOWED).toSeconds()
                + " s and keeps its place; /health/ready says 503 until it is over: "
                + turn);
      }
    }
    for (Turns.Turn turn : List.copyOf(said)) {
      if (!overdue.contains(turn)) {
        said.remove(turn);
        LOG.log(Level.WARNING, "the request that went on for so long is over: " + turn);
      }
    }
  }

  @Override
  protected synchronized void doStart() {
    looking =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("watch").daemon().factory());
    // its future never completes
    var unused =
        looking.scheduleWithFixedDelay(
            this::look, LOOKS_MILLIS, LOOKS_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  protected synchronized void doStop() {
    if (looking != null) {
      looking.shutdownNow();
    }
  }
}
