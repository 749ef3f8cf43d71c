package wellhead.server.search;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;
import wellhead.schema.PublishedField;

/** Gathers the published intervals of stories, because buckets are known only after the last. */
final class TimeTally implements Tally {
  private NumericDocValues earliest = DocValues.emptyNumeric();
  private NumericDocValues latest = DocValues.emptyNumeric();
  private long[] ends = new long[256];
  private int size;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  @Override
  public void enter(LeafReaderContext segment) throws IOException {
    earliest = DocValues.getNumeric(segment.reader(), PublishedField.earliestField());
    latest = DocValues.getNumeric(segment.reader(), PublishedField.latestField());
  }

  @Override
  public void count(int[] documents, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      count(documents[i]);
    }
  }

  private void count(int document) throws IOException {
    boolean begins = earliest.advanceExact(document);
    boolean ends = latest.advanceExact(document);
    if (begins || ends) {
      long from = begins ? earliest.longValue() : Long.MIN_VALUE;
      long to = ends ? latest.longValue() : Long.MAX_VALUE;
      first = Math.min(first, begins ? from : to);
      last = Math.max(last, ends ? to : from);
      add(from, to);
    }
  }

  private void add(long from, long to) {
    if (ends.length < size + 2) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    ends[size++] = from;
    ends[size++] = to;
  }

  /**
   * The time to show: the window, and where it is open, as far as the intervals have known ends.
   * Empty when nothing bounds it.
   */
  Optional<Span> span(@Nullable Instant since, @Nullable Instant until) {
    if ((since == null || until == null) && size == 0) {
      return Optional.empty();
    }
    Instant from = since == null ? Instant.ofEpochSecond(first) : since;
    Instant to = until == null ? Instant.ofEpochSecond(last).plusSeconds(1) : until;
    return from.isBefore(to) ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  /** [from, to), not empty. */
  record Span(Instant from, Instant to) {}

  /** Takes each interval in turn; ends in whole seconds since 1970, both included. */
  void forEach(IntervalConsumer consumer) {
    for (int i = 0; i < size; i += 2) {
      consumer.accept(ends[i], ends[i + 1]);
    }
  }

  /** Takes a closed interval; an unknown end is the end of {@code long}. */
  @FunctionalInterface
  interface IntervalConsumer {
    void accept(long from, long to);
  }
}
