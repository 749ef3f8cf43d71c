package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Set;

/** What the routes have in common: they read, and answer with bytes of a known type. */
final class Reading {
  /** All that is answered. */
  static final String METHODS = "GET, HEAD";

  private Reading() {}

  /**
   * Refuses every other method, whatever the path; only an assistant's questions are posted.
   *
   * @throws ProblemException when something is to be written
   */
  static void require(Context ctx) {
    if (!HandlerType.GET.equals(ctx.method())
        && !HandlerType.HEAD.equals(ctx.method())
        && !McpRoute.takes(ctx)) {
      throw new ProblemException(Problem.methodNotAllowed());
    }
  }

  /**
   * Answers GET, and HEAD by the same code: Javalin would answer HEAD without running it, and say
   * 200 where GET says 400.
   */
  static void route(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  static void answer(Context ctx, Format format, byte[] body) {
    ctx.contentType(format.contentType()).result(body);
  }

  /** The same for what costs nothing to work out: whoever has it already is told so. */
  static void answerOnce(Context ctx, String contentType, byte[] body) {
    if (!Edition.of(body).answersAlready(ctx)) {
      ctx.contentType(contentType).result(body);
    }
  }

  /**
   * What the request wants by its {@code Accept}.
   *
   * @throws ProblemException when it refuses everything that there is
   */
  static Format format(Context ctx, Format usual, Set<Format> offered) {
    return Format.negotiate(ctx.header("Accept"), usual, offered)
        .orElseThrow(() -> new ProblemException(Problem.notAcceptable(offered)));
  }
}
