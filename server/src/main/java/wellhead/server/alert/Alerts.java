package wellhead.server.alert;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.fetch.AddressGuard;
import wellhead.indexer.fetch.WebPost;
import wellhead.indexer.state.StateFiles;
import wellhead.schema.Summary;
import wellhead.server.search.ExportSink;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchRequest;
import wellhead.server.search.SearchResults;

/** The alerts of an index. */
public final class Alerts {
  /** How many stories a test shows. */
  private static final int STORIES_OF_A_TEST = 3;

  private final List<Alert> alerts;
  private final StateFiles known;
  private final StateFiles outbox;
  private final AlertLog log;
  private final InstantSource clock;
  private final AlertReport report;
  private final AlertRun run;

  /** Another run of alerts is on. */
  public static final class HeldException extends Exception {
    HeldException() {
      super("another run of alerts is on; it tells what is new");
    }
  }

  /** Where what is said and sent goes. */
  public record Outside(
      Predicate<String> printer,
      Function<AddressGuard, WebPost> posts,
      Function<String, @Nullable String> environment,
      Consumer<String> notes,
      Consumer<String> complaints) {}

  /**
   * Alerts as their file has them.
   *
   * @param folder where it is kept what they know
   */
  public Alerts(List<Alert> alerts, Path folder, Outside outside, InstantSource clock) {
    this(alerts, new StateFiles(folder), new StateFiles(folder.resolve("outbox")), outside, clock);
  }

  Alerts(
      List<Alert> alerts,
      StateFiles known,
      StateFiles outbox,
      Outside outside,
      InstantSource clock) {
    this.alerts = List.copyOf(alerts);
    this.known = known;
    this.outbox = outbox;
    this.clock = clock;
    this.log = new AlertLog(known);
    this.report = new AlertReport(outside.notes(), outside.complaints());
    this.run =
        new AlertRun(
            known,
            outbox,
            log,
            new Delivery(outside.printer(), outside.posts(), outside.environment()),
            clock,
            report);
  }

  /** Makes a request of an alert's parameters. */
  @FunctionalInterface
  public interface Requests {
    /**
     * The request.
     *
     * @throws AlertsFileException when they cannot be used
     */
    SearchRequest of(Alert alert, Instant now) throws AlertsFileException;
  }

  /** The alert of this name. */
  public Optional<Alert> named(String name) {
    return alerts.stream().filter(alert -> alert.name().equals(name)).findFirst();
  }

  /**
   * Tells what is new.
   *
   * @param only the alert to run, due or not; {@code null} for all that are due
   * @return how many messages could not be delivered
   */
  public int run(SearchEngine engine, Requests requests, @Nullable Alert only)
      throws IOException, InterruptedException, AlertsFileException, HeldException {
    try (FileChannel held = known.tryLock("run").orElseThrow(HeldException::new)) {
      requireHeld(held);
      run.run(only == null ? alerts : List.of(only), only != null, engine, requests);
    }
    return report.failures();
  }

  /**
   * Sends the newest of what an alert finds to whom it tells, as a test: nothing is written down.
   *
   * @return how many of them could not be told
   */
  public int test(SearchEngine engine, Requests requests, Alert alert)
      throws IOException, InterruptedException, AlertsFileException {
    var newest = new ArrayList<Summary>();
    engine.export(
        requests.of(alert, clock.instant()),
        new ExportSink() {
          @Override
          public void begin(SearchResults.IndexState index) {}

          @Override
          public boolean take(Found found) {
            newest.add(found.summary());
            return newest.size() < STORIES_OF_A_TEST;
          }
        });
    run.test(alert, newest);
    return report.failures();
  }

  /** Makes an alert begin anew: what it finds next is taken as known. */
  public void reset(Alert alert) throws IOException, HeldException {
    try (FileChannel held = known.tryLock("run").orElseThrow(HeldException::new)) {
      known.delete(AlertRun.key(alert.name()));
      requireHeld(held);
      log.add(clock.instant(), alert.name() + " is reset");
    }
  }

  private static void requireHeld(FileChannel lock) throws IOException {
    if (!lock.isOpen()) {
      throw new IOException("the lock of the alerts was let go of");
    }
  }

  /** What was told to whom, oldest first. */
  public List<String> log() throws IOException {
    return log.read();
  }

  /** A line an alert: what it is for, what it knows, and what is still to be sent. */
  public List<String> list() throws IOException {
    var pending = new ArrayList<Message>();
    for (String batch : outbox.names()) {
      outbox.read(batch, Batch.class).ifPresent(b -> pending.addAll(b.messages()));
    }
    var lines = new ArrayList<String>();
    for (Alert alert : alerts) {
      Known knows = known.read(AlertRun.key(alert.name()), Known.class).orElse(null);
      long waiting = pending.stream().filter(m -> m.alerts().contains(alert.name())).count();
      lines.add(
          alert.name()
              + ": "
              + told(alert)
              + " · "
              + (knows == null
                  ? "has not run yet"
                  : "knows " + knows.stories().size() + ", last run " + knows.lastRunAt())
              + (waiting == 0 ? "" : " · messages still to be sent: " + waiting));
    }
    return lines;
  }

  private static String told(Alert alert) {
    return alert.to().stream()
        .map(target -> AlertReport.shown(target.toString()))
        .collect(Collectors.joining(", "));
  }
}
