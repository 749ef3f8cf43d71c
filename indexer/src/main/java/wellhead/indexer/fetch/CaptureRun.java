package wellhead.indexer.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.state.StateFiles;

/** Captures some addresses: those of one host one after the other, hosts beside each other. */
public final class CaptureRun {
  /** How many pages are on their way at once, each of them in memory. */
  private static final int AT_ONCE = 8;

  private final CaptureSettings settings;
  private final InstantSource clock;
  private final Pause pause;
  private final PageCapture capture;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * A run that looks up names as the system does.
   *
   * @param pause how it waits, by the same clock
   */
  public CaptureRun(CaptureSettings settings, InstantSource clock, Pause pause) {
    this(settings, clock, pause, host -> List.of(InetAddress.getAllByName(host)));
  }

  CaptureRun(CaptureSettings settings, InstantSource clock, Pause pause, WebClient.Names names) {
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
    Manners manners = settings.manners();
    var client = new WebClient(manners, settings.agent(), settings.guard(), names, clock);
    var turns = new Turns(new StateFiles(settings.state()), clock, pause, manners);
    var robots = new Robots(turns, client, clock, manners, settings.ignoreRobots());
    String render = settings.render();
    this.capture =
        new PageCapture(
            new Visits(turns, robots, client, manners, render == null),
            turns,
            robots,
            render == null ? null : new Rendering(render, manners.whole(), manners.bodyBytes()),
            new WarcFile(settings.to(), settings.agent()));
  }

  /**
   * Captures each address once.
   *
   * @param told what came of each, as it comes; called by one thread at a time
   * @throws IOException when a file cannot be written; those that were told of are there
   */
  public void run(List<WebAddress> addresses, Consumer<CaptureOutcome> told)
      throws IOException, InterruptedException {
    List<WebAddress> once = List.copyOf(new LinkedHashSet<>(addresses));
    Map<WebAddress, Instant> due = Spread.due(once, clock.instant(), settings.spread());
    Map<String, List<WebAddress>> byHost =
        once.stream()
            .sorted(Comparator.comparing(address -> due.getOrDefault(address, Instant.MAX)))
            .collect(Collectors.groupingBy(WebAddress::host));
    var failure = new AtomicReference<Exception>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (List<WebAddress> ofHost : byHost.values()) {
        threads.execute(() -> {
          try {
            for (WebAddress address : ofHost) {
              one(address, due.getOrDefault(address, Instant.MIN), told);
            }
          } catch (IOException | InterruptedException | RuntimeException e) {
            failure.compareAndSet(null, e);
            threads.shutdownNow();
          }
        });
      }
    }
    rethrow(failure.get());
  }

  private void one(WebAddress address, Instant time, Consumer<CaptureOutcome> told)
      throws IOException, InterruptedException {
    if (time.isAfter(clock.instant())) {
      pause.until(time);
    }
    places.acquire();
    CaptureOutcome outcome;
    try {
      outcome = capture.capture(address);
    } finally {
      places.release();
    }
    synchronized (told) {
      told.accept(outcome);
    }
  }

  private static void rethrow(@Nullable Exception e) throws IOException, InterruptedException {
    switch (e) {
      case null -> {}
      case IOException io -> throw io;
      case InterruptedException interrupted -> throw interrupted;
      case RuntimeException unexpected -> throw unexpected;
      default -> throw new IllegalStateException(e);
    }
  }
}
