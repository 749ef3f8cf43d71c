package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wellhead.server.search.CursorExpiredException;
import wellhead.server.search.IndexDamagedException;
import wellhead.server.search.InvalidQueryException;

/** Turns whatever ended a request early into a problem: JSON to programs, a page to a browser. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final String RETRY_AFTER_SECONDS = "2";
  private static final List<String> NOT_OF_A_PROBLEM =
      List.of("ETag", "Last-Modified", "Content-Disposition");
  private static final Set<Format> FORMS = EnumSet.of(Format.HTML, Format.JSON);

  private final Pages pages;

  Failures(Pages pages) {
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e.problem()));
    routes.exception(
        CursorExpiredException.class, (e, ctx) -> answer(ctx, Problem.cursorExpired()));
    routes.exception(IndexDamagedException.class, (e, ctx) -> answer(ctx, Problem.damaged()));
    routes.exception(InvalidQueryException.class, (e, ctx) -> answer(ctx, invalid(e)));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, fromJavalin(e)));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("a request failed: {}", ctx.path(), e);
          answer(ctx, Problem.internal());
        });
  }

  /** For {@link Error}: as little as possible is done with what is left of the machine. */
  void answerError(HttpServletResponse response, Error error) {
    LOG.error("a request failed", error);
    response.setStatus(500);
    response.setContentType(Problem.MEDIA_TYPE);
    try {
      response.getOutputStream().write(ProblemJson.render(Problem.internal()));
    } catch (IOException e) {
      throw new UncheckedIOException("the client has gone", e);
    }
  }

  private void answer(Context ctx, Problem problem) {
    ctx.status(problem.status());
    // what was said of an answer that did not come
    NOT_OF_A_PROBLEM.forEach(name -> ctx.res().setHeader(name, null));
    switch (problem.status()) {
      case 405 ->
          ctx.header("Allow", ctx.path().equals(McpRoute.PATH) ? McpRoute.METHOD : Reading.METHODS);
      case 401 -> ctx.header("WWW-Authenticate", "Basic realm=\"Wellhead\", Bearer");
      case 503 -> ctx.header("Retry-After", RETRY_AFTER_SECONDS);
      default -> {}
    }
    QueryParams given = readable(ctx);
    switch (format(ctx, given)) {
      case HTML ->
          Reading.answer(ctx, Format.HTML, pages.error(ErrorPage.of(problem, given, ctx.path())));
      case JSON, NDJSON, CSV, RSS, ATOM, JSONFEED ->
          ctx.contentType(Problem.MEDIA_TYPE).result(ProblemJson.render(problem));
    }
  }

  private static Format format(Context ctx, QueryParams given) {
    return Format.named(given.first("format"))
        .or(() -> Format.negotiate(ctx.header("Accept"), Format.JSON, FORMS))
        .orElse(Format.JSON);
  }

  private static QueryParams readable(Context ctx) {
    try {
      return QueryParams.parse(ctx.queryString());
    } catch (ProblemException unreadable) {
      return QueryParams.NONE;
    }
  }

  private static Problem invalid(InvalidQueryException e) {
    String detail = e.getMessage() == null ? "The query cannot be read." : e.getMessage();
    String code = e.param().equals("q") ? "invalid_query" : "unusable_value";
    return Problem.badRequest(code, e.param(), e.position(), detail);
  }

  private static Problem fromJavalin(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> Problem.notFound();
      case 405 -> Problem.methodNotAllowed();
      case 400 ->
          Problem.badRequest("bad_request", null, null, "The request cannot be read as HTTP.");
      default -> {
        LOG.error("a request failed", e);
        yield Problem.internal();
      }
    };
  }
}
