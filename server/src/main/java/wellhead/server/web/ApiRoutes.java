package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /openapi.json}: what can be asked, for programs. {@code /api}: the same for reading. */
final class ApiRoutes {
  private final ApiDescription description = ApiDescription.load();
  private final Pages pages;
  private final BaseUrl base;

  ApiRoutes(Pages pages, BaseUrl base) {
    this.pages = pages;
    this.base = base;
  }

  void register(RoutesConfig routes) {
    Reading.route(
        routes,
        "/openapi.json",
        ctx -> Reading.answerOnce(ctx, Format.JSON.contentType(), description.json(server(ctx))));
    Reading.route(
        routes,
        "/api",
        ctx ->
            Reading.answerOnce(
                ctx, Format.HTML.contentType(), pages.api(ApiPage.of(description, server(ctx)))));
  }

  private String server(Context ctx) {
    return base.of(ctx, "");
  }
}
