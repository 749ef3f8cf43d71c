package wellhead.server.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Keyword;

/**
 * Counts documents by the values of a keyword.
 *
 * <p>Counted by ordinal within a segment, by value across segments: each value that occurs is
 * looked up once a segment, and nothing has to be prepared when a new commit is opened.
 */
final class ValueTally implements Tally {
  /** Values that an answer names, at most. */
  static final int MAX_VALUES = 100;

  private final Keyword keyword;
  private final Map<String, Integer> counts = new HashMap<>();
  private SortedSetDocValues values = DocValues.emptySortedSet();
  private @Nullable SortedDocValues single;
  private int[] ofOrdinal = {};

  ValueTally(Keyword keyword) {
    this.keyword = keyword;
  }

  @Override
  public void enter(LeafReaderContext segment) throws IOException {
    values = DocValues.getSortedSet(segment.reader(), keyword.field());
    single = DocValues.unwrapSingleton(values);
    ofOrdinal = new int[Math.toIntExact(values.getValueCount())];
  }

  @Override
  public void count(int[] documents, int size) throws IOException {
    SortedDocValues only = single;
    if (only == null) {
      countAll(documents, size);
      return;
    }
    for (int i = 0; i < size; i++) {
      if (only.advanceExact(documents[i])) {
        ofOrdinal[only.ordValue()]++;
      }
    }
  }

  private void countAll(int[] documents, int size) throws IOException {
    for (int i = 0; i < size; i++) {
      if (values.advanceExact(documents[i])) {
        for (int value = 0; value < values.docValueCount(); value++) {
          ofOrdinal[(int) values.nextOrd()]++;
        }
      }
    }
  }

  @Override
  public void leave() throws IOException {
    for (int ordinal = 0; ordinal < ofOrdinal.length; ordinal++) {
      if (ofOrdinal[ordinal] > 0) {
        counts.merge(values.lookupOrd(ordinal).utf8ToString(), ofOrdinal[ordinal], Integer::sum);
      }
    }
  }

  /** The values with the most documents, ties in the order of the values. */
  List<Breakdown.Value> mostFrequent() {
    return counts.entrySet().stream()
        .map(entry -> new Breakdown.Value(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(Breakdown.Value::count)
                .reversed()
                .thenComparing(Breakdown.Value::value))
        .limit(MAX_VALUES)
        .toList();
  }
}
