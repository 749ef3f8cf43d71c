package wellhead.server.web;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import wellhead.server.traffic.Refusal;

/**
 * Answers what never becomes a request of ours: bytes that are no HTTP, addresses too long to read,
 * what comes when there are too many. Headers are then not known or not worth reading, so the
 * answer is always JSON.
 */
final class ConnectionErrors extends ErrorHandler {
  /** Worded once: a flood is refused thousands of times a second. */
  private static final Map<Refusal, byte[]> REFUSED = refused();

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ResponseHeaders.onEveryResponse(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    Optional<Refusal> refusal = Refusal.of(request);
    if (refusal.isPresent()) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    byte[] body =
        refusal
            .map(REFUSED::get)
            .orElseGet(() -> ProblemJson.render(problem(response.getStatus())));
    response.write(true, ByteBuffer.wrap(body).asReadOnlyBuffer(), callback);
    return true;
  }

  private static Map<Refusal, byte[]> refused() {
    var all = new EnumMap<Refusal, byte[]>(Refusal.class);
    for (Refusal refusal : Refusal.values()) {
      all.put(refusal, ProblemJson.render(refused(refusal)));
    }
    return all;
  }

  private static Problem refused(Refusal refusal) {
    return switch (refusal) {
      case OVERLOADED -> Problem.overloaded();
      case TOO_MANY -> Problem.tooMany();
    };
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 404 -> Problem.notFound();
      case 405 -> Problem.methodNotAllowed();
      case 414 -> Problem.uriTooLong();
      case 431 ->
          Problem.of(
              431,
              "headers_too_large",
              "The request's headers are too large",
              "The address and headers together are longer than this server reads: send fewer.");
      case 505 -> Problem.unknownProtocol();
      case 503 ->
          Problem.of(503, "closing", "The server is closing", "The server is closing: ask again.");
      default ->
          status >= 400 && status < 500
              ? Problem.of(
                  status,
                  "bad_request",
                  "The request cannot be answered",
                  "The request cannot be read as HTTP.")
              : Problem.internal();
    };
  }
}
