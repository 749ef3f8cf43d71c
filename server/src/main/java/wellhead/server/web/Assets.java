package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** The files that pages refer to. */
record Assets(Asset stylesheet, Asset script, Asset icon) {

  static Assets load() {
    return new Assets(
        Asset.load("wellhead", "css", "text/css; charset=utf-8"),
        Asset.load("wellhead", "js", "text/javascript; charset=utf-8"),
        Asset.load("wellhead", "svg", "image/svg+xml; charset=utf-8"));
  }

  void register(RoutesConfig routes) {
    Reading.route(routes, stylesheet.path(), ctx -> answer(ctx, stylesheet));
    Reading.route(routes, script.path(), ctx -> answer(ctx, script));
    Reading.route(routes, icon.path(), ctx -> answer(ctx, icon));
  }

  private static void answer(Context ctx, Asset asset) {
    ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    if (!new Edition(asset.etag(), null).answersAlready(ctx)) {
      ctx.contentType(asset.contentType()).result(asset.text().getBytes(StandardCharsets.UTF_8));
    }
  }
}
