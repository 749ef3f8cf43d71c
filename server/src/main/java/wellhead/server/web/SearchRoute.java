package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchResults;

/**
 * {@code /search}, and {@code /}, which is the same with nothing asked: the newest. Only what a
 * request without preference gets differs: a page there, JSON here.
 */
final class SearchRoute {
  private final SearchEngine engine;
  private final InstantSource clock;
  private final Pages pages;

  SearchRoute(SearchEngine engine, InstantSource clock, Pages pages) {
    this.engine = engine;
    this.clock = clock;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/", ctx -> answer(ctx, Format.HTML));
    Reading.route(routes, "/search", ctx -> answer(ctx, Format.JSON));
  }

  private void answer(Context ctx, Format usual) {
    SearchCall call = SearchCall.read(QueryParams.parse(ctx.queryString()), clock.instant());
    if (!engine.isReady()) {
      throw new ProblemException(Problem.notReady());
    }
    long begun = System.nanoTime();
    SearchResults results = engine.search(call.request());
    double tookMs = (System.nanoTime() - begun) / 1e6;
    Format format = call.format() == null ? Reading.format(ctx, usual) : call.format();
    switch (format) {
      case JSON -> Reading.answer(ctx, format, AnswerJson.render(call, results, tookMs));
      case HTML -> Reading.answer(ctx, format, pages.search(SearchPage.of(call, results)));
    }
  }
}
