package wellhead.server.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts documents by something that their doc values tell; used by one thread. */
interface Tally {
  /** Goes on in another segment. */
  void enter(LeafReaderContext segment) throws IOException;

  /**
   * Counts documents.
   *
   * @param documents their numbers in the segment, rising, from one call to the next too
   * @param size how many of the array they are, from its beginning
   */
  void count(int[] documents, int size) throws IOException;

  /** Ends the segment. */
  default void leave() throws IOException {}

  /** Lets the tallies count every match of a query, in one pass. */
  @SuppressWarnings("deprecation") // a collector that is shared by no threads needs no manager
  static void all(IndexSearcher searcher, Query query, List<Tally> tallies) throws IOException {
    searcher.search(query, new Blocks(tallies));
  }

  /**
   * Gives the matches to one tally after another in blocks, so that each goes along its own column
   * of the index instead of all columns being visited for each document.
   */
  final class Blocks extends SimpleCollector {
    /** Documents of a block: as many numbers as lie close to a processor. */
    static final int SIZE = 1024;

    private final List<Tally> tallies;
    private final int[] documents = new int[SIZE];
    private int size;

    private Blocks(List<Tally> tallies) {
      this.tallies = List.copyOf(tallies);
    }

    @Override
    protected void doSetNextReader(LeafReaderContext segment) throws IOException {
      for (Tally tally : tallies) {
        tally.enter(segment);
      }
    }

    @Override
    public void collect(int document) throws IOException {
      if (size == SIZE) {
        count();
      }
      documents[size++] = document;
    }

    @Override
    public void collect(DocIdStream stream) throws IOException {
      count();
      for (size = stream.intoArray(documents); size > 0; size = stream.intoArray(documents)) {
        count();
      }
    }

    private void count() throws IOException {
      if (size > 0) {
        for (Tally tally : tallies) {
          tally.count(documents, size);
        }
        size = 0;
      }
    }

    @Override
    public void finish() throws IOException {
      count();
      for (Tally tally : tallies) {
        tally.leave();
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
