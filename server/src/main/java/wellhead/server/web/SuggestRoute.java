package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import wellhead.server.search.SearchEngine;

/**
 * {@code /suggest}: what somebody may be about to type, in the form that a browser's search box
 * takes (OpenSearch Suggestions 1.0): {@code ["ope",["OPEC ...", ...]]}.
 */
final class SuggestRoute {
  private static final String MEDIA_TYPE = "application/x-suggestions+json; charset=utf-8";

  /** Every parameter that it knows. */
  static final List<String> NAMES = List.of("q", "limit");

  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 50;

  private final SearchEngine engine;
  private final Editions editions;

  SuggestRoute(SearchEngine engine, Editions editions) {
    this.engine = engine;
    this.editions = editions;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/suggest", this::answer);
  }

  private void answer(Context ctx) {
    QueryParams given = QueryParams.parse(ctx.queryString());
    Params.refuseUnknown(given, NAMES);
    Params.refuseRepeated(given, NAMES);
    int limit = Params.number(given, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    String typed = SearchCall.query(given);
    if (!engine.isReady()) {
      throw new ProblemException(Problem.notReady());
    }
    if (editions.of(given, Format.JSON, ctx.path()).answersAlready(ctx)) {
      return;
    }
    byte[] body = Json.pair(typed, engine.completions(typed, limit));
    ctx.contentType(MEDIA_TYPE).result(body);
  }
}
