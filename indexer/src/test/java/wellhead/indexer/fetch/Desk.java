package wellhead.indexer.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** Whoever captures in a test: a clock that only waiting moves, and a folder. */
final class Desk {
  static final Instant START = Instant.parse("2026-07-08T12:00:00Z");

  final Path captures;
  final Path state;
  final List<Instant> waits = new ArrayList<>();
  private volatile Instant now = START;
  private Manners manners = quick(Manners.USUAL);
  private AddressGuard guard = AddressGuard.ANY;
  private boolean ignoreRobots;
  private Duration spread = Duration.ZERO;
  private @Nullable String render;
  private WebClient.Names names = host -> List.of(InetAddress.getAllByName(host));

  Desk(Path folder) {
    captures = folder.resolve("captures");
    state = folder.resolve("state");
  }

  /** The same gaps; what must not be waited for by the real clock is over soon. */
  static Manners quick(Manners usual) {
    return new Manners(
        usual.gap(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        1 << 20,
        usual.redirects(),
        usual.robotsAge(),
        usual.patience());
  }

  Desk taking(Duration whole) {
    manners =
        new Manners(
            manners.gap(),
            whole,
            whole,
            manners.bodyBytes(),
            manners.redirects(),
            manners.robotsAge(),
            manners.patience());
    return this;
  }

  Desk publicOnly() {
    guard = AddressGuard.PUBLIC_ONLY;
    return this;
  }

  Desk ignoringRobots() {
    ignoreRobots = true;
    return this;
  }

  Desk over(Duration time) {
    spread = time;
    return this;
  }

  Desk drawing(String command) {
    render = command;
    return this;
  }

  Desk naming(WebClient.Names lookup) {
    names = lookup;
    return this;
  }

  Instant now() {
    return now;
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  CaptureOutcome capture(WebAddress address) throws IOException, InterruptedException {
    return captureAll(List.of(address)).getFirst();
  }

  List<CaptureOutcome> captureAll(List<WebAddress> addresses)
      throws IOException, InterruptedException {
    var settings =
        new CaptureSettings(
            captures,
            state,
            spread,
            UserAgent.of("1.0", "desk@example.com"),
            guard,
            ignoreRobots,
            render,
            manners);
    var outcomes = new ArrayList<CaptureOutcome>();
    new CaptureRun(settings, () -> now, this::wait, names).run(addresses, outcomes::add);
    return outcomes;
  }

  private synchronized void wait(Instant until) {
    waits.add(until);
    now = until.isAfter(now) ? until : now;
  }

  /** The files that were written, hidden ones included. */
  List<Path> files() throws IOException {
    if (!Files.isDirectory(captures)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(captures)) {
      return files.sorted().toList();
    }
  }

  Path file() throws IOException {
    List<Path> files = files();
    if (files.size() != 1) {
      throw new AssertionError("one file was expected: " + files);
    }
    return files.getFirst();
  }

  /** A record as a reader of WARC finds it; of two, nobody asks whether they are equal. */
  @SuppressWarnings("ArrayRecordComponent")
  record Found(String type, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  static List<Found> records(Path file) throws IOException {
    var records = new ArrayList<Found>();
    try (var reader = new WarcReader(file)) {
      for (WarcRecord record = reader.next().orElse(null);
          record != null;
          record = reader.next().orElse(null)) {
        var headers = new HashMap<String, String>();
        record.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        byte[] body = record.body().stream().readAllBytes();
        records.add(new Found(record.type(), headers, body));
      }
    }
    return records;
  }

  static Found only(String type, Path file) throws IOException {
    List<Found> found =
        records(file).stream().filter(record -> record.type().equals(type)).toList();
    if (found.size() != 1) {
      throw new AssertionError("one " + type + " was expected: " + found.size());
    }
    return found.getFirst();
  }
}
