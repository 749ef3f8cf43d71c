package wellhead.indexer.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import wellhead.story.AtTheEdge;

/**
 * Lets work end in good order when a signal ends the process: it is told to stop, and the process
 * waits for its last words a little. The exit code is that of the signal, as a shell expects (143,
 * 130).
 */
final class StopWithTheProcess implements AutoCloseable {
  /** A person at a terminal waits no longer, and what is cut off then does no harm either. */
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "stop-with-the-process");
  private volatile Runnable stop = () -> {};

  private StopWithTheProcess() {}

  @AtTheEdge("signals end the process")
  static StopWithTheProcess begin() {
    var stopping = new StopWithTheProcess();
    Runtime.getRuntime().addShutdownHook(stopping.hook);
    return stopping;
  }

  /** How to tell the work to stop. */
  void by(Runnable means) {
    stop = means;
  }

  private void stopAndWait() {
    stop.run();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return; // the process ends all the same; nothing is committed by halves
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  @AtTheEdge("signals end the process")
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending already, and the hook waits for what comes next
    } finally {
      ended.countDown();
    }
  }
}
