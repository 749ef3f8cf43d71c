package wellhead.server.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts documents by something that their doc values tell; used by one thread. */
interface Tally {
  /** Goes on in another segment. */
  void enter(LeafReaderContext segment) throws IOException;

  /**
   * Counts a document.
   *
   * @param document its number in the segment; rising
   */
  void count(int document) throws IOException;

  /** Ends the segment. */
  default void leave() throws IOException {}

  /** Lets the tallies count every match of a query, in one pass. */
  @SuppressWarnings("deprecation") // a collector that is shared by no threads needs no manager
  static void all(IndexSearcher searcher, Query query, List<Tally> tallies) throws IOException {
    searcher.search(
        query,
        new SimpleCollector() {
          @Override
          protected void doSetNextReader(LeafReaderContext segment) throws IOException {
            for (Tally tally : tallies) {
              tally.enter(segment);
            }
          }

          @Override
          public void collect(int document) throws IOException {
            for (Tally tally : tallies) {
              tally.count(document);
            }
          }

          @Override
          public void finish() throws IOException {
            for (Tally tally : tallies) {
              tally.leave();
            }
          }

          @Override
          public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
          }
        });
  }
}
