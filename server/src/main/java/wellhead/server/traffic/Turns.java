package wellhead.server.traffic;

import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/** So many at once, so many waiting for their turn, the rest refused. */
final class Turns extends QoSHandler {

  Turns(int atOnce, int waiting, Duration patience) {
    setMaxRequestCount(atOnce);
    setMaxSuspendedRequestCount(waiting);
    setMaxSuspend(patience);
  }

  /** The queue is full. */
  @Override
  protected void reject(Request request, Response response, Callback callback, int status) {
    Refusal.OVERLOADED.write(request, response, callback);
  }

  /** It waited too long. */
  @Override
  protected void failSuspended(
      Request request, Response response, Callback callback, int status, Throwable failure) {
    Refusal.OVERLOADED.write(request, response, callback);
  }
}
