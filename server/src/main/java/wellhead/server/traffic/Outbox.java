package wellhead.server.traffic;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * Takes an answer over from whoever works it out, at once, and lets it leave at the reader's pace:
 * a slow reader costs the memory of its answer, and no thread.
 */
final class Outbox extends Response.Wrapper {
  private final Outboxes all;
  private final Callback callback;
  private final Departure departure = new Departure();

  // guarded by this
  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean leaving;
  private boolean complete;
  private boolean lastWritten;
  private @Nullable Throwable failure;

  private record Part(boolean last, ByteBuffer bytes) {}

  /**
   * @param callback to be told when all has left
   */
  Outbox(Request request, Response outer, Callback callback, Outboxes all) {
    super(request, outer);
    this.callback = callback;
    this.all = all;
  }

  /** What is to be told that the answer is complete, or will not be. */
  Callback completion() {
    return Callback.from(this::complete, this::fail);
  }

  @Override
  public void write(boolean last, ByteBuffer bytes, Callback taken) {
    int length = bytes == null ? 0 : bytes.remaining();
    // the writer's own buffer is used again as soon as we have said that we took it
    ByteBuffer copy = ByteBuffer.allocate(length);
    if (bytes != null) {
      copy.put(bytes).flip();
    }
    Throwable failed;
    synchronized (this) {
      failed = failure;
      if (failed == null) {
        parts.add(new Part(last, copy));
        leaving = true;
        lastWritten |= last;
      }
    }
    if (failed != null) {
      taken.failed(failed);
      return;
    }
    all.add(this, length);
    departure.iterate();
    taken.succeeded();
  }

  @Override
  public synchronized boolean hasLastWrite() {
    return lastWritten || super.hasLastWrite();
  }

  /** Gives the reader up. What was sent is not to be taken for the whole. */
  void abandon() {
    getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
  }

  private void complete() {
    synchronized (this) {
      complete = true;
      if (leaving) {
        return; // the last to leave will say it
      }
    }
    callback.succeeded();
  }

  private void fail(Throwable cause) {
    all.remove(this);
    callback.failed(cause);
  }

  private final class Departure extends IteratingCallback {
    @Override
    protected Action process() {
      Part next;
      boolean over;
      synchronized (Outbox.this) {
        next = parts.poll();
        leaving = next != null;
        over = !leaving && complete;
      }
      if (next == null) {
        all.remove(Outbox.this);
        if (over) {
          callback.succeeded();
        }
        return Action.IDLE;
      }
      getWrapped().write(next.last, next.bytes, this);
      return Action.SCHEDULED;
    }

    @Override
    protected void onFailure(Throwable cause) {
      boolean over;
      synchronized (Outbox.this) {
        failure = cause;
        parts.clear();
        leaving = false;
        over = complete;
      }
      all.remove(Outbox.this);
      if (over) {
        callback.failed(cause);
      }
    }
  }
}
