package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchResults.Hit;
import wellhead.server.search.SimilarStories;
import wellhead.story.Story;

/** {@code /stories/{id}}: one story, and how its time is known. */
final class StoryRoute {
  /** Enough to go on reading, few enough to be about the same. */
  private static final int SIMILAR = 5;

  private final SearchEngine engine;
  private final Editions editions;
  private final Pages pages;
  private final BaseUrl base;

  StoryRoute(SearchEngine engine, Editions editions, Pages pages, BaseUrl base) {
    this.engine = engine;
    this.editions = editions;
    this.pages = pages;
    this.base = base;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/stories/{id}", this::answer);
  }

  private void answer(Context ctx) {
    StoryCall call = StoryCall.read(QueryParams.parse(ctx.queryString()));
    if (!engine.isReady()) {
      throw new ProblemException(Problem.notReady());
    }
    Format format =
        call.format() == null ? Reading.format(ctx, Format.JSON, StoryCall.FORMS) : call.format();
    String id = ctx.pathParam("id");
    if (editions.of(call.given(), format, StoryLink.to(id)).answersAlready(ctx)) {
      return;
    }
    Story story = engine.story(id).orElseThrow(() -> new ProblemException(Problem.storyNotFound()));
    if (!story.id().equals(id)) {
      // found for now: a rebuild from other captures may part what merging joined
      ctx.redirect(base.prefix() + call.given().on(StoryLink.to(story.id())), HttpStatus.FOUND);
      return;
    }
    switch (format) {
      case JSON, NDJSON, CSV, RSS, ATOM, JSONFEED ->
          Reading.answer(ctx, format, StoryJson.render(story));
      case HTML -> {
        List<Hit> similar = engine.similar(id, SIMILAR).map(SimilarStories::hits).orElse(List.of());
        Reading.answer(ctx, format, pages.story(StoryPage.of(story, similar, call)));
      }
    }
  }
}
