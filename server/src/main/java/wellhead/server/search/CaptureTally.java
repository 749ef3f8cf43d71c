package wellhead.server.search;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.ArrayUtil;
import wellhead.schema.CaptureDocument;

/** Gathers when captures were taken. */
final class CaptureTally implements Tally {
  private SortedNumericDocValues times = DocValues.emptySortedNumeric();
  private long[] taken = new long[64];
  private int size;

  @Override
  public void enter(LeafReaderContext segment) throws IOException {
    times = DocValues.getSortedNumeric(segment.reader(), CaptureDocument.timeField());
  }

  @Override
  public void count(int[] documents, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      count(documents[i]);
    }
  }

  private void count(int document) throws IOException {
    if (times.advanceExact(document)) {
      taken = ArrayUtil.grow(taken, size + 1);
      taken[size++] = times.nextValue();
    }
  }

  /** The spans in a row that have a capture each. */
  Breakdown.Coverage coverage(BucketSize bucket, ZoneId zone) {
    Arrays.sort(taken, 0, size);
    var spans = new ArrayList<Breakdown.Span>();
    Instant start = Instant.MIN;
    Instant end = Instant.MIN;
    int captures = 0;
    for (int i = 0; i < size; i++) {
      Instant time = Instant.ofEpochSecond(taken[i]);
      if (!time.isBefore(end)) {
        Instant begins = bucket.startOf(time, zone);
        if (!begins.equals(end)) {
          addTo(spans, start, end, captures);
          start = begins;
          captures = 0;
        }
        end = bucket.next(begins, zone);
      }
      captures++;
    }
    addTo(spans, start, end, captures);
    return new Breakdown.Coverage(size, spans);
  }

  private static void addTo(List<Breakdown.Span> spans, Instant start, Instant end, int captures) {
    if (captures > 0) {
      spans.add(new Breakdown.Span(start, end, captures));
    }
  }
}
