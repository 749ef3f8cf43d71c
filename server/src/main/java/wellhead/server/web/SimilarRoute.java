package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SimilarStories;

/** {@code /stories/{id}/similar}: the stories that are most like one. */
final class SimilarRoute {
  private static final List<String> NAMES = List.of("limit");
  private static final int DEFAULT_LIMIT = 10;

  private final SearchEngine engine;
  private final BaseUrl base;

  SimilarRoute(SearchEngine engine, BaseUrl base) {
    this.engine = engine;
    this.base = base;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/stories/{id}/similar", this::answer);
  }

  private void answer(Context ctx) {
    QueryParams given = QueryParams.parse(ctx.queryString());
    Params.refuseUnknown(given, NAMES);
    Params.refuseRepeated(given, NAMES);
    int limit = Params.number(given, "limit", DEFAULT_LIMIT, 1, 100);
    if (!engine.isReady()) {
      throw new ProblemException(Problem.notReady());
    }
    String id = ctx.pathParam("id");
    long begun = System.nanoTime();
    SimilarStories similar =
        engine.similar(id, limit).orElseThrow(() -> new ProblemException(Problem.storyNotFound()));
    if (!similar.id().equals(id)) {
      ctx.redirect(
          base.prefix() + given.on(StoryLink.to(similar.id()) + "/similar"), HttpStatus.FOUND);
      return;
    }
    Reading.answer(ctx, Format.JSON, AnswerJson.render(similar, (System.nanoTime() - begun) / 1e6));
  }
}
