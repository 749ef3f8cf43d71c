package wellhead.server.traffic;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Asks of the reader of a stream to take each piece within a time; one that does not is given up.
 * An idle timeout alone would let a reader of a byte a minute keep its place for ever.
 */
final class Pace extends Response.Wrapper {
  private final Duration longest;
  private final Scheduler scheduler;

  Pace(Request request, Response wrapped, Duration longest) {
    super(request, wrapped);
    this.longest = longest;
    scheduler = request.getComponents().getScheduler();
  }

  @Override
  public void write(boolean last, ByteBuffer bytes, Callback taken) {
    var piece = new Piece(taken);
    super.write(last, bytes, piece);
    piece.expect();
  }

  private final class Piece extends Callback.Nested {
    private boolean over;
    private Scheduler.@Nullable Task alarm;

    Piece(Callback taken) {
      super(taken);
    }

    synchronized void expect() {
      if (!over) {
        EndPoint reader = getRequest().getConnectionMetaData().getConnection().getEndPoint();
        alarm = scheduler.schedule(reader::close, longest.toMillis(), TimeUnit.MILLISECONDS);
      }
    }

    @Override
    public void completed() {
      synchronized (this) {
        over = true;
        if (alarm != null) {
          alarm.cancel();
        }
      }
    }
  }
}
