package wellhead.server.traffic;

import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Why a request was not let in. */
public enum Refusal {
  /** Too many at once from everybody. */
  OVERLOADED(503),
  /** Too many a second from this one. */
  TOO_MANY(429);

  private static final String ATTRIBUTE = Refusal.class.getName();

  private final int status;

  Refusal(int status) {
    this.status = status;
  }

  /** The HTTP status that says so. */
  public int status() {
    return status;
  }

  /** Why this request was refused; empty when it was not. */
  public static Optional<Refusal> of(Request request) {
    return request.getAttribute(ATTRIBUTE) instanceof Refusal refusal
        ? Optional.of(refusal)
        : Optional.empty();
  }

  /** Refuses; the server's error handler words it. */
  void write(Request request, Response response, Callback callback) {
    request.setAttribute(ATTRIBUTE, this);
    Response.writeError(request, response, callback, status);
  }
}
