package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import wellhead.server.search.SearchEngine;
import wellhead.server.traffic.Traffic;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it can answer searches from the
 * newest state of the index, and no request is stuck in it.
 */
final class HealthRoutes {
  private final SearchEngine engine;
  private final Traffic traffic;

  HealthRoutes(SearchEngine engine, Traffic traffic) {
    this.engine = engine;
    this.traffic = traffic;
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
    int overdue = traffic.overdue();
    if (overdue > 0) {
      throw new ProblemException(Problem.stuck(overdue));
    }
    answer(ctx, "ready");
  }

  private static void answer(Context ctx, String status) {
    Reading.answer(ctx, Format.JSON, Json.object(json -> json.string("status", status)));
  }
}
