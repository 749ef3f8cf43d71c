package wellhead.server.traffic;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * So many at once, so many waiting for their turn, the rest refused.
 *
 * <p>Requests run on virtual threads, so one that waits costs next to nothing. Jetty's own
 * QoSHandler (12.1.12) is not used because it spins while it hands a place on: with as many
 * spinning virtual threads as processors the one they wait for never runs, and the server hangs for
 * good. Three times the sustainable rate for half a minute is enough to see it.
 */
final class Turns extends Handler.Wrapper {
  private final Predicate<Request> concerned;
  private final Semaphore places;
  private final int mostWaiting;
  private final Duration patience;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong refused = new AtomicLong();

  /**
   * @param concerned which requests take turns; the others pass
   */
  Turns(Predicate<Request> concerned, int atOnce, int mostWaiting, Duration patience) {
    this.concerned = concerned;
    this.places = new Semaphore(atOnce, true);
    this.mostWaiting = mostWaiting;
    this.patience = patience;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!concerned.test(request)) {
      return super.handle(request, response, callback);
    }
    if (!takePlace()) {
      refused.incrementAndGet();
      Refusal.OVERLOADED.write(request, response, callback);
      return true;
    }
    // once the answer is written or the client is gone, however the request ends
    Request.addCompletionListener(request, failure -> places.release());
    return super.handle(request, response, callback);
  }

  private boolean takePlace() throws InterruptedException {
    if (places.tryAcquire()) {
      return true;
    }
    if (waiting.incrementAndGet() > mostWaiting) {
      waiting.decrementAndGet();
      return false;
    }
    try {
      return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** How many wait now. */
  int waiting() {
    return waiting.get();
  }

  /** How many were refused since the start. */
  long refused() {
    return refused.get();
  }
}
