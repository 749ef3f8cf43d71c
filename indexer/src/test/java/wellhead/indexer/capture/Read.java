package wellhead.indexer.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What comes of reading some bytes as a file of a name. */
record Read(List<Outcome> outcomes) {

  /** As of which everything is read. */
  static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

  static Read text(String name, String text) {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Read bytes(String name, byte[] bytes) {
    return bytes(name, bytes, CaptureOptions.NONE);
  }

  static Read bytes(String name, byte[] bytes, CaptureOptions options) {
    var file = new CaptureFile(null, name, -1, null);
    var all = new ArrayList<Outcome>();
    try (Captures captures =
        new CaptureReader(options, new ByteArrayInputStream(bytes), NOW).open(file)) {
      for (Outcome next = captures.next(); next != null; next = captures.next()) {
        all.add(next);
      }
    } catch (IOException e) {
      throw new AssertionError("reading never throws for what is in a file", e);
    }
    return new Read(List.copyOf(all));
  }

  List<Capture> captures() {
    return outcomes.stream()
        .flatMap(o -> o instanceof Outcome.Read read ? Stream.of(read.capture()) : Stream.of())
        .toList();
  }

  /** The entries of feeds and JSON Lines. */
  List<Entry> entries() {
    return captures().stream()
        .flatMap(c ->
            c.content() instanceof Content.Entries entries
                ? entries.entries().stream()
                : Stream.of())
        .toList();
  }

  /** The texts of pages. */
  List<String> pages() {
    return captures().stream()
        .flatMap(
            c -> c.content() instanceof Content.Page page ? Stream.of(page.text()) : Stream.of())
        .toList();
  }

  List<Rejection> rejections() {
    return outcomes.stream()
        .flatMap(o -> o instanceof Outcome.Rejected r ? Stream.of(r.rejection()) : Stream.of())
        .toList();
  }

  List<Cause> causes() {
    return rejections().stream().map(Rejection::cause).toList();
  }

  /** Why records were skipped, in order. */
  List<String> skipped() {
    return outcomes.stream()
        .flatMap(o -> o instanceof Outcome.Skipped s ? Stream.of(s.reason()) : Stream.of())
        .toList();
  }
}
