package wellhead.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.CaptureTimes;
import wellhead.schema.CaptureDocument;
import wellhead.story.CaptureRef;
import wellhead.story.Interval;

/** When the front pages of a source were captured, as the index knows it. */
final class CaptureHistory implements CaptureTimes {
  private final OpenIndex index;
  private final Map<String, Instant> newest = new HashMap<>();
  private final Set<String> rewritten = new TreeSet<>();

  CaptureHistory(OpenIndex index) {
    this.index = index;
  }

  @Override
  public boolean anyBetween(@Nullable String source, Instant from, Instant to) {
    try {
      return source != null && index.any(CaptureDocument.listsBetween(source, from, to));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the captures of " + source, e);
    }
  }

  /** A list was captured, perhaps between others that were read before. */
  void add(CaptureRef list) throws IOException {
    Instant at = list.capturedAt().instant();
    String source = list.source();
    if (source == null || at == null) {
      return;
    }
    Instant last = newest.get(source);
    if ((last != null && at.isBefore(last))
        || index.any(CaptureDocument.listsBetween(source, at, Interval.CEILING))) {
      rewritten.add(source);
    }
    if (last == null || at.isAfter(last)) {
      newest.put(source, at);
    }
  }

  /** A capture no longer counts. */
  void remove(@Nullable String source) {
    if (source != null) {
      rewritten.add(source);
    }
  }

  /** The sources that may answer otherwise about times that were asked of before, in order. */
  Set<String> rewritten() {
    return rewritten;
  }
}
