package wellhead.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.CaptureTimes;
import wellhead.schema.CaptureDocument;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedList;
import wellhead.story.Interval;

/** When the front pages of a source were captured, as the index knows it. */
final class CaptureHistory implements CaptureTimes {
  private final OpenIndex index;
  private final Map<String, Instant> newest = new HashMap<>();
  private final Set<String> rewritten = new TreeSet<>();
  private final Map<String, Optional<CapturedList>> byCapture = new HashMap<>();
  private final Map<String, Optional<CapturedList>> before = new HashMap<>();
  private long asOf;

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

  @Override
  public Optional<CapturedList> list(String capture) {
    forgetWhatChanged();
    return byCapture.computeIfAbsent(
        capture,
        id -> {
          try {
            return index
                .get(CaptureDocument.byId(id), CaptureDocument::read)
                .flatMap(CaptureDocument::list);
          } catch (IOException e) {
            throw new UncheckedIOException("reading the list of a capture", e);
          }
        });
  }

  @Override
  public Optional<CapturedList> before(CapturedList list) {
    forgetWhatChanged();
    return before.computeIfAbsent(list.capture(), id -> newestBefore(list));
  }

  private Optional<CapturedList> newestBefore(CapturedList list) {
    try {
      OptionalLong newest =
          index.greatest(
              CaptureDocument.sameListBefore(list, list.at()), CaptureDocument.newestFirst());
      if (newest.isEmpty()) {
        return Optional.empty();
      }
      Instant at = Instant.ofEpochSecond(newest.getAsLong());
      return index.find(CaptureDocument.sameListAt(list, at), CaptureDocument::read).stream()
          .flatMap(capture -> capture.list().stream())
          .max(Comparator.comparing(CapturedList::capture)); // of one second, whatever the order
    } catch (IOException e) {
      throw new UncheckedIOException("reading the captures of " + list.source(), e);
    }
  }

  private void forgetWhatChanged() {
    if (asOf != index.refreshed()) {
      asOf = index.refreshed();
      byCapture.clear();
      before.clear();
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
