package wellhead.server.web;

import io.javalin.config.RoutesConfig;
import java.nio.charset.StandardCharsets;
import wellhead.server.traffic.Metrics;

/** {@code /metrics}: what Prometheus reads. */
final class MetricsRoute {
  private final Metrics metrics;

  MetricsRoute(Metrics metrics) {
    this.metrics = metrics;
  }

  void register(RoutesConfig routes) {
    Reading.route(
        routes,
        "/metrics",
        ctx ->
            ctx.contentType(Metrics.CONTENT_TYPE)
                .result(metrics.scrape().getBytes(StandardCharsets.UTF_8)));
  }
}
