package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wellhead.server.mcp.Assistance;
import wellhead.server.mcp.Envelope;
import wellhead.server.mcp.Reply;

/**
 * {@code POST /mcp}: the Model Context Protocol for assistants. The only route that takes a body;
 * it changes nothing all the same.
 */
final class McpRoute {
  static final String PATH = "/mcp";
  static final String METHOD = "POST";

  /** What scripts that may come have to send. */
  static final String HEADERS =
      "Accept, Authorization, Content-Type, MCP-Protocol-Version, Mcp-Method, Mcp-Name";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Assistance assistance;
  private final WebOptions options;

  McpRoute(Assistance assistance, WebOptions options) {
    this.assistance = assistance;
    this.options = options;
  }

  /** Whether a request that is neither GET nor HEAD is for here. */
  static boolean takes(Context ctx) {
    return ctx.path().equals(PATH) && HandlerType.POST.equals(ctx.method());
  }

  void register(RoutesConfig routes) {
    routes.post(PATH, this::answer);
    Reading.route(
        routes,
        PATH,
        ctx -> {
          throw new ProblemException(Problem.postOnly());
        });
  }

  private void answer(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin != null && !mayAsk(origin, ctx.port())) {
      throw new ProblemException(Problem.foreignOrigin());
    }
    Reply reply =
        assistance.answer(
            ctx.bodyAsBytes(),
            new Envelope(
                ctx.header("MCP-Protocol-Version"),
                ctx.header("Mcp-Method"),
                ctx.header("Mcp-Name")));
    ctx.status(reply.status()).header("Cache-Control", "no-store");
    byte[] body = reply.body();
    if (body != null) {
      ctx.contentType("application/json").result(body);
    }
  }

  /**
   * Whether scripts of this origin may ask: our own pages', and those of who was let in. What the
   * request's {@code Host} says is no witness, for a foreign page can give its own name our
   * address.
   */
  private boolean mayAsk(String origin, int port) {
    URI told = options.baseUrl();
    return options.cors().admit(origin)
        || (told != null && origin.equals(told.getScheme() + "://" + told.getRawAuthority()))
        || isOwn(origin, port);
  }

  private static boolean isOwn(String origin, int port) {
    URI from = parsed(origin);
    return from != null
        && "http".equals(from.getScheme())
        && from.getHost() != null
        && LOOPBACK.contains(from.getHost())
        && (from.getPort() < 0 ? 80 : from.getPort()) == port;
  }

  private static @Nullable URI parsed(String origin) {
    try {
      return URI.create(origin);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
