package wellhead.server.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * How many documents match, counted up to a bound: whether 400,000 stories say "oil" or 410,000
 * matters to nobody, and counting them would take longer than finding the best ten.
 *
 * <p>What the index knows without looking at documents, such as how many have a single word in a
 * field, is exact whatever it is.
 *
 * @param value the number, or the bound when there are more
 * @param exact whether {@code value} is the number
 */
record BoundedCount(int value, boolean exact) {
  /** Counts a query. */
  static BoundedCount of(IndexSearcher searcher, Query query, int most) throws IOException {
    var counter = new Counter(most);
    search(searcher, query, counter);
    return counter.counted();
  }

  @SuppressWarnings("deprecation") // a collector that is shared by no threads needs no manager
  private static void search(IndexSearcher searcher, Query query, Counter counter)
      throws IOException {
    searcher.search(query, counter);
  }

  private static final class Counter implements Collector {
    private final int most;
    private @Nullable Weight weight;
    private int count;
    private boolean stopped;

    Counter(int most) {
      this.most = most;
    }

    BoundedCount counted() {
      return stopped ? new BoundedCount(most, false) : new BoundedCount(count, true);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public void setWeight(Weight weight) {
      this.weight = weight;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
      int known = weight == null ? -1 : weight.count(segment);
      if (known >= 0) {
        count += known;
      }
      if (known >= 0 || stopped) {
        throw new CollectionTerminatedException();
      }
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) {
          add(1);
        }

        @Override
        public void collectRange(int min, int max) {
          add(max - min);
        }

        @Override
        public void collect(DocIdStream documents) throws IOException {
          add(documents.count());
        }
      };
    }

    private void add(int more) {
      count += more;
      if (count > most) {
        stopped = true;
        throw new CollectionTerminatedException();
      }
    }
  }
}
