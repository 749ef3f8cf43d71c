package wellhead.server.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wellhead.server.search.SearchEngine;
import wellhead.server.traffic.AccessLog;
import wellhead.server.traffic.Metrics;
import wellhead.server.traffic.Tokens;
import wellhead.server.traffic.Traffic;

/**
 * Serves a {@link SearchEngine} over HTTP: a search page for people, JSON for programs. Read-only:
 * {@code GET} and {@code HEAD}, and questions that assistants post to {@code /mcp}.
 *
 * <p>The engine stays its owner's to close, after the server.
 */
public final class WebServer implements AutoCloseable {

  /**
   * Bytes of request line and headers that are read. A query of {@link SearchCall#MAX_QUERY_LENGTH}
   * UTF-16 units takes at most nine bytes a unit once it is percent-encoded: 90 kB; the rest is for
   * filters and headers.
   */
  static final int MAX_REQUEST_HEADER_BYTES = 160 * 1024;

  /**
   * Connections that the system completes before they are accepted. Beyond it the system drops them
   * in silence and the client tries again after ever longer pauses, up to many seconds: with Java's
   * usual 50, a thousand clients that came at once were dropped some 1,900 times in six seconds.
   */
  private static final int ACCEPT_QUEUE = 1_024;

  private static final Set<String> ROUTES =
      Set.of(
          "/",
          "/search",
          "/suggest",
          "/opensearch.xml",
          "/openapi.json",
          "/api",
          "/metrics",
          McpRoute.PATH);

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final Javalin app;
  private final Duration grace;
  private final int port;
  private final URI url;

  private WebServer(Javalin app, String host, Duration grace) {
    this.app = app;
    this.grace = grace;
    this.port = app.port();
    this.url = URI.create("http://" + reachable(host) + ":" + port + "/");
  }

  /**
   * Starts to listen; requests are answered when this returns (with 503 until the engine is ready).
   *
   * @param host the name or address to listen on; {@code 0.0.0.0} for all
   * @param port 0 to 65535; 0 picks a free one
   * @param clock what "now" is for requests that do not pin it
   * @throws IOException when the port is taken, or the host is none of this machine's
   */
  public static WebServer start(
      String host, int port, SearchEngine engine, InstantSource clock, WebOptions options)
      throws IOException {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port lies between 0 and 65535: " + port);
    }
    Javalin app =
        Javalin.create(config -> {
          configure(config, engine, clock, options);
          config.jetty.addConnector((server, http) -> listening(server, http, host, port));
        });
    try {
      app.start();
    } catch (UncheckedIOException e) {
      app.stop();
      throw new IOException(e.getMessage(), e);
    }
    return new WebServer(app, host, options.grace());
  }

  /** The port that is listened on. */
  public int port() {
    return port;
  }

  /** Where a browser on this machine finds the search page. */
  public URI url() {
    return url;
  }

  /** The paths that are answered, as they were registered. */
  List<String> paths() {
    return app.unsafe.internalRouter.allHttpHandlers().stream()
        .filter(handler -> HandlerType.GET.equals(handler.endpoint.method))
        .map(handler -> handler.endpoint.path)
        .toList();
  }

  /**
   * Takes no new requests, lets those under way end, and stops: all within the grace, whatever is
   * still under way then.
   */
  @Override
  public void close() {
    Thread stopping = Thread.ofPlatform().name("stopping").daemon().start(this::stop);
    try {
      stopping.join(grace.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    try {
      app.stop();
    } catch (JavalinException e) {
      LOG.debug("something was still under way", e);
    }
  }

  private static void configure(
      JavalinConfig config, SearchEngine engine, InstantSource clock, WebOptions options) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    var traffic = new Traffic(options.door().limits());
    var metrics = new Metrics(WebServer::route, traffic);
    metrics.follow(() -> numbers(engine, traffic), clock::instant);
    config.jetty.modifyServer(server -> configure(server, options, traffic, metrics, clock));
    config.jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      http.setRequestHeaderSize(MAX_REQUEST_HEADER_BYTES);
      http.setIdleTimeout(options.door().limits().idle().toMillis());
    });
    var assets = Assets.load();
    var base = new BaseUrl(options.baseUrl());
    var pages = new Pages(assets, base);
    var editions = new Editions(engine, clock);
    var failures = new Failures(pages);
    config.router.javaLangErrorHandler(failures::answerError);
    config.routes.before(ctx -> ResponseHeaders.onEveryResponse(ctx::header));
    config.routes.before(options.cors()::answer);
    config.routes.before(Reading::require);
    Tokens tokens = options.door().tokens();
    if (tokens != null) {
      config.routes.before(new TokenCheck(tokens)::require);
    }
    config.routes.after(Edition::answerHolderOfAny);
    config.routes.after(new WholeAnswer(config.http.compressionStrategy)::sayLength);
    failures.register(config.routes);
    assets.register(config.routes);
    new SearchRoute(engine, clock, editions, pages, base).register(config.routes);
    new SimilarRoute(engine, base).register(config.routes);
    new SuggestRoute(engine, editions).register(config.routes);
    new StoryRoute(engine, editions, pages, base).register(config.routes);
    new HealthRoutes(engine, traffic).register(config.routes);
    new OpenSearchRoute(base, assets).register(config.routes);
    new ApiRoutes(pages, base).register(config.routes);
    new MetricsRoute(metrics).register(config.routes);
    new McpRoute(AssistantTools.assistance(engine, clock), options).register(config.routes);
  }

  /** Opened here, because a port that is taken is an everyday matter and no error to log. */
  private static ServerConnector listening(
      Server server, HttpConfiguration http, String host, int port) {
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    try {
      connector.open();
    } catch (IOException e) {
      // Jetty says that it failed, and its cause why
      Throwable why = e.getCause() == null ? e : e.getCause();
      String reason =
          why instanceof UnresolvedAddressException ? "no such host is known" : why.getMessage();
      throw new UncheckedIOException("cannot listen on " + host + ":" + port + ": " + reason, e);
    }
    return connector;
  }

  private static void configure(
      Server server, WebOptions options, Traffic traffic, Metrics metrics, InstantSource clock) {
    // a tenth of the time is for breaking off what is under way by then
    server.setStopTimeout(options.grace().toMillis() * 9 / 10);
    var graceful = new GracefulHandler();
    traffic.guard(server, graceful);
    server.setHandler(new PathPrefix(new BaseUrl(options.baseUrl()).prefix(), graceful));
    server.setErrorHandler(new ConnectionErrors());
    server.addBean(metrics);
    Path file = options.door().accessLog();
    if (file == null) {
      server.setRequestLog(metrics);
    } else {
      AccessLog log = accessLog(file, clock);
      server.addBean(log); // closed with the server
      server.setRequestLog(new RequestLog.Collection(metrics, log));
    }
  }

  private static AccessLog accessLog(Path file, InstantSource clock) {
    try {
      return AccessLog.to(file, clock);
    } catch (IOException e) {
      throw new UncheckedIOException("the access log " + file + " cannot be written", e);
    }
  }

  /** The route of a path, for numbers that are kept by route. */
  private static String route(String path) {
    for (String family : List.of("/stories/", "/static/", "/health/")) {
      if (path.startsWith(family)) {
        return family + "*";
      }
    }
    return ROUTES.contains(path) ? path : "other";
  }

  private static Optional<Metrics.IndexNumbers> numbers(SearchEngine engine, Traffic traffic) {
    if (!engine.isReady()) {
      return Optional.empty();
    }
    SearchEngine.Vitals vitals = engine.vitals();
    return Optional.of(
        new Metrics.IndexNumbers(
            engine.isFollowing() && traffic.overdue() == 0,
            vitals.index().generation(),
            vitals.index().stories(),
            vitals.index().builtAt(),
            vitals.newestCapture(),
            vitals.lastRun()));
  }

  private static String reachable(String host) {
    if (host.equals("0.0.0.0") || host.equals("::") || host.isEmpty()) {
      return "localhost";
    }
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }
}
