package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import wellhead.server.search.SearchEngine;
import wellhead.story.Story;

/** {@code /stories/{id}}: one story, and how its time is known. */
final class StoryRoute {
  private final SearchEngine engine;
  private final Pages pages;

  StoryRoute(SearchEngine engine, Pages pages) {
    this.engine = engine;
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/stories/{id}", this::answer);
  }

  private void answer(Context ctx) {
    StoryCall call = StoryCall.read(QueryParams.parse(ctx.queryString()));
    if (!engine.isReady()) {
      throw new ProblemException(Problem.notReady());
    }
    String id = ctx.pathParam("id");
    Story story = engine.story(id).orElseThrow(() -> new ProblemException(Problem.storyNotFound()));
    if (!story.id().equals(id)) {
      // found for now: a rebuild from other captures may part what merging joined
      ctx.redirect(call.given().on(StoryLink.to(story.id())), HttpStatus.FOUND);
      return;
    }
    Format format =
        call.format() == null ? Reading.format(ctx, Format.JSON, StoryCall.FORMS) : call.format();
    switch (format) {
      case JSON, NDJSON, CSV -> Reading.answer(ctx, format, StoryJson.render(story));
      case HTML -> Reading.answer(ctx, format, pages.story(StoryPage.of(story, call.zone())));
    }
  }
}
