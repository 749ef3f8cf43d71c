package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import wellhead.server.search.SearchEngine;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it can answer searches from the
 * newest state of the index.
 */
final class HealthRoutes {
  private final SearchEngine engine;

  HealthRoutes(SearchEngine engine) {
    this.engine = engine;
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, "/health/live", ctx -> answer(ctx, "live"));
    Reading.route(routes, "/health/ready", this::ready);
  }

  private void ready(Context ctx) {
    if (!engine.isReady()) {
      throw new ProblemException(Problem.notReady());
    }
    if (!engine.isFollowing()) {
      throw new ProblemException(Problem.notFollowing());
    }
    answer(ctx, "ready");
  }

  private static void answer(Context ctx, String status) {
    Reading.answer(ctx, Format.JSON, Json.object(json -> json.string("status", status)));
  }
}
