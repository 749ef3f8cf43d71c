package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
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
  private final ExportAnswer exports;

  SearchRoute(SearchEngine engine, InstantSource clock, Pages pages) {
    this.engine = engine;
    this.clock = clock;
    this.pages = pages;
    exports = new ExportAnswer(engine);
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/", ctx -> answer(ctx, Format.HTML));
    Reading.route(routes, "/search", ctx -> answer(ctx, Format.JSON));
  }

  private void answer(Context ctx, Format usual) throws IOException {
    SearchCall call = SearchCall.read(QueryParams.parse(ctx.queryString()), clock.instant());
    if (!engine.isReady()) {
      throw new ProblemException(Problem.notReady());
    }
    Format format =
        call.format() == null ? Reading.format(ctx, usual, SearchCall.FORMS) : call.format();
    switch (format) {
      case HTML ->
          Reading.answer(ctx, format, page(call.forPage()));
      case JSON -> Reading.answer(ctx, format, json(call));
      case NDJSON -> exports.answer(ctx, call, format, new NdjsonRows());
      case CSV -> exports.answer(ctx, call, format, new CsvRows());
    }
  }

  private byte[] page(SearchCall call) {
    return pages.search(SearchPage.of(call, engine.search(call.request())));
  }

  private byte[] json(SearchCall call) {
    long begun = System.nanoTime();
    SearchResults results = engine.search(call.request());
    return AnswerJson.render(call, results, (System.nanoTime() - begun) / 1e6);
  }
}
