package wellhead.server.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whose scripts may read the answers in a browser (the Fetch standard's CORS). By default nobody's:
 * a page from elsewhere must not read what somebody's own server holds.
 *
 * @param allowed origins such as {@code https://example.org}, or {@code *} for all
 */
public record CorsOrigins(List<String> allowed) {
  /** Nobody's. */
  public static final CorsOrigins NONE = new CorsOrigins(List.of());

  private static final String EVERYBODY = "*";
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(\\[[0-9a-f:]+]|[a-z0-9.-]+)(:[0-9]{1,5})?");

  public CorsOrigins {
    allowed = List.copyOf(allowed);
    for (String origin : allowed) {
      if (!origin.equals(EVERYBODY) && !ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "an origin is http(s)://host[:port] in lower case and without a path, or *: " + origin);
      }
    }
  }

  /** Whether the scripts of an origin may come. */
  boolean admit(String origin) {
    return allowed.contains(EVERYBODY) || allowed.contains(origin);
  }

  /** Lets the scripts in that may come; a question whether they may is answered here. */
  void answer(Context ctx) {
    if (allowed.isEmpty()) {
      return;
    }
    boolean everybody = allowed.contains(EVERYBODY);
    if (!everybody) {
      ctx.header("Vary", ResponseHeaders.VARY + ", Origin");
    }
    String origin = ctx.header("Origin");
    if (origin == null || !admit(origin)) {
      return;
    }
    ctx.header("Access-Control-Allow-Origin", everybody ? EVERYBODY : origin);
    ctx.header("Access-Control-Expose-Headers", "ETag, Content-Disposition, Retry-After");
    if (HandlerType.OPTIONS.equals(ctx.method())
        && ctx.header("Access-Control-Request-Method") != null) {
      boolean mcp = ctx.path().equals(McpRoute.PATH);
      ctx.header("Access-Control-Allow-Methods", mcp ? McpRoute.METHOD : Reading.METHODS);
      ctx.header(
          "Access-Control-Allow-Headers",
          mcp ? McpRoute.HEADERS : "Accept, Authorization, If-Modified-Since, If-None-Match");
      ctx.header("Access-Control-Max-Age", "86400");
      ctx.status(204).skipRemainingHandlers();
    }
  }
}
