package wellhead.server.traffic;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * What Prometheus reads. {@code wellhead_last_run_age_seconds} is the number that says cron has
 * died; {@code wellhead_newest_capture_age_seconds} the one that says the captures have stopped.
 */
public final class Metrics implements RequestLog, AutoCloseable {
  /** The text format that {@link #scrape} writes. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** Where a search's latency is worth telling apart; the last is the timeout of a search. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final UnaryOperator<String> routes;

  /**
   * @param routes the route's template for a path, so that the number of series stays small
   */
  public Metrics(UnaryOperator<String> routes, Traffic traffic) {
    this.routes = routes;
    new JvmMemoryMetrics().bindTo(registry);
    collections.bindTo(registry);
    Gauge.builder("wellhead.requests.waiting", traffic, Traffic::waiting)
        .description("Requests that wait for their turn")
        .register(registry);
    Gauge.builder("wellhead.requests.overdue", traffic, Traffic::overdue)
        .description("Requests that go on though they should be over: a fault, 0 when all is well")
        .register(registry);
    FunctionCounter.builder("wellhead.requests.overloaded", traffic, Traffic::overloaded)
        .description("Requests refused with 503 because too many came at once")
        .register(registry);
  }

  /** What the index says of itself whenever somebody reads the numbers; NaN where unknown. */
  public void follow(Supplier<Optional<IndexNumbers>> index, Supplier<Instant> clock) {
    gauge(
        "wellhead.stories", "Stories in the index", () -> number(index, n -> (double) n.stories()));
    gauge(
        "wellhead.generation",
        "Commit that answers now",
        () -> number(index, n -> (double) n.generation()));
    gauge(
        "wellhead.ready",
        "1 when searches are answered from the newest commit, as /health/ready",
        () -> index.get().filter(IndexNumbers::ready).isPresent() ? 1 : 0);
    gauge(
        "wellhead.newest.capture.age.seconds",
        "Age of the newest capture",
        () -> number(index, n -> age(n.newestCapture(), clock.get())));
    gauge(
        "wellhead.last.commit.age.seconds",
        "Since a run last found something new",
        () -> number(index, n -> age(Optional.of(n.committedAt()), clock.get())));
    gauge(
        "wellhead.last.run.age.seconds",
        "Since a run last began, with or without something new",
        () -> number(index, n -> age(n.lastRun(), clock.get())));
  }

  /**
   * What is to be seen of an index.
   *
   * @param ready whether searches are answered from the newest commit
   * @param newestCapture empty when no capture has a time
   * @param lastRun when a run last took the index to write; empty when that cannot be told
   */
  public record IndexNumbers(
      boolean ready,
      long generation,
      int stories,
      Instant committedAt,
      Optional<Instant> newestCapture,
      Optional<Instant> lastRun) {}

  private void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }

  private static Number number(
      Supplier<Optional<IndexNumbers>> index, ToDoubleFunction<IndexNumbers> value) {
    return index.get().map(n -> value.applyAsDouble(n)).orElse(Double.NaN);
  }

  private static double age(Optional<Instant> then, Instant now) {
    return then.map(t -> Duration.between(t, now).toMillis() / 1e3).orElse(Double.NaN);
  }

  @Override
  public void log(Request request, Response response) {
    String path = request.getHttpURI().getPath();
    Timer.builder("wellhead.requests")
        .description("Requests by route and status, and how long they took")
        .serviceLevelObjectives(BUCKETS)
        .tag("route", path == null ? "other" : routes.apply(path))
        .tag("status", Integer.toString(response.getStatus()))
        .register(registry)
        .record(Duration.ofNanos(NanoTime.since(request.getBeginNanoTime())));
  }

  /** All numbers, in the text format of Prometheus. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
