package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchResults;

/**
 * {@code /search}, and {@code /}, which is the same with nothing asked: the newest. Only what a
 * request without preference gets differs: a page there, JSON here.
 */
final class SearchRoute {
  /**
   * Now is taken to the minute, or to a quarter of an hour for feeds: within it, a request has the
   * same answer, and whoever has it needs no other.
   */
  private static final int FEED_MINUTES = 15;

  private final SearchEngine engine;
  private final InstantSource clock;
  private final Editions editions;
  private final Pages pages;
  private final BaseUrl base;
  private final ExportAnswer exports;
  private final FeedAnswer feeds;

  SearchRoute(
      SearchEngine engine, InstantSource clock, Editions editions, Pages pages, BaseUrl base) {
    this.engine = engine;
    this.clock = clock;
    this.editions = editions;
    this.pages = pages;
    this.base = base;
    exports = new ExportAnswer(engine);
    feeds = new FeedAnswer(engine, base);
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/", ctx -> answer(ctx, Format.HTML));
    Reading.route(routes, "/search", ctx -> answer(ctx, Format.JSON));
  }

  private void answer(Context ctx, Format usual) throws IOException {
    QueryParams params = QueryParams.parse(ctx.queryString());
    Instant now = clock.instant();
    SearchCall call = SearchCall.read(params, now.truncatedTo(ChronoUnit.MINUTES));
    if (!engine.isReady()) {
      throw new ProblemException(Problem.notReady());
    }
    Format format =
        call.format() == null ? Reading.format(ctx, usual, SearchCall.FORMS) : call.format();
    if (format.isFeed()) {
      call = SearchCall.read(params, quarter(now));
    }
    String note = format == Format.HTML ? IndexNote.of(engine, now) : null;
    if (editions.of(call, format, base.of(ctx, ctx.path()) + note).answersAlready(ctx)) {
      return;
    }
    switch (format) {
      case HTML -> Reading.answer(ctx, format, page(call.forPage(), note));
      case JSON -> Reading.answer(ctx, format, json(call));
      case NDJSON -> exports.answer(ctx, call, format, new NdjsonRows());
      case CSV -> exports.answer(ctx, call, format, call.csv());
      case RSS -> Reading.answer(ctx, format, FeedXml.rss(feeds.collect(ctx, call, format)));
      case ATOM -> Reading.answer(ctx, format, FeedXml.atom(feeds.collect(ctx, call, format)));
      case JSONFEED ->
          Reading.answer(ctx, format, FeedJson.render(feeds.collect(ctx, call, format)));
    }
  }

  private byte[] page(SearchCall call, @Nullable String note) {
    SearchResults results = engine.search(call.request());
    SearchCall meant = Meant.inPlaceOf(call, results);
    if (meant != null) {
      SearchCall other = meant.forPage();
      SearchResults found = engine.search(other.request());
      if (!found.hits().isEmpty()) {
        Meant shown = Meant.shown(call, other.request().query());
        return pages.search(SearchPage.of(other, found, shown, note));
      }
    }
    return pages.search(SearchPage.of(call, results, note));
  }

  private byte[] json(SearchCall call) {
    long begun = System.nanoTime();
    SearchResults results = engine.search(call.request());
    return AnswerJson.render(call, results, (System.nanoTime() - begun) / 1e6);
  }

  private static Instant quarter(Instant now) {
    long seconds = ChronoUnit.MINUTES.getDuration().multipliedBy(FEED_MINUTES).toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
  }
}
