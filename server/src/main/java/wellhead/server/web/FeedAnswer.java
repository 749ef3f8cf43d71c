package wellhead.server.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wellhead.server.search.ExportSink;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchResults.IndexState;

/** Collects the newest matches for a feed. */
final class FeedAnswer {
  /** What readers are used to; more is asked for by {@code limit}. */
  static final int DEFAULT_ENTRIES = 50;

  private final SearchEngine engine;
  private final BaseUrl base;

  FeedAnswer(SearchEngine engine, BaseUrl base) {
    this.engine = engine;
    this.base = base;
  }

  Feed collect(Context ctx, SearchCall call, Format format) throws IOException {
    String sort = call.given().first("sort");
    if (sort != null && !sort.equals("newest")) {
      throw ProblemException.unusable(
          "sort", "A feed gives the newest first: leave sort out, or give newest.");
    }
    QueryParams search = call.given().without("format", "limit", "offset", "sort");
    QueryParams self = call.given().with("format", format.wireName());
    var newest = new Newest(ctx, call);
    engine.export(call.request(), newest);
    return Feed.of(
        call.request().query(),
        base.of(ctx, search.on("/search")),
        base.of(ctx, self.on("/search")),
        newest.builtAt,
        newest.entries);
  }

  private final class Newest implements ExportSink {
    private final Context ctx;
    private final SearchCall call;
    private final int wanted;
    private final List<Feed.Entry> entries = new ArrayList<>();
    private int skipped;
    private Instant builtAt = Instant.EPOCH;

    Newest(Context ctx, SearchCall call) {
      this.ctx = ctx;
      this.call = call;
      wanted = call.given().first("limit") == null ? DEFAULT_ENTRIES : call.request().limit();
    }

    @Override
    public void begin(IndexState index) {
      builtAt = index.builtAt();
    }

    @Override
    public boolean take(Found found) throws IOException {
      if (skipped < call.request().offset()) {
        skipped++;
        return true;
      }
      String page = base.of(ctx, StoryLink.to(found.summary().id()));
      entries.add(Feed.Entry.of(found.summary(), found.story(), page, call.zone()));
      return entries.size() < wanted;
    }
  }
}
