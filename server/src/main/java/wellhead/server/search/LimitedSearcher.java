package wellhead.server.search;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Searches for one request until its time is over, and says whether it was. Lucene looks at the
 * clock while it goes through matches, but not while it looks for the words that begin with some
 * letters: where a query asks for that, this does.
 */
final class LimitedSearcher extends IndexSearcher {
  private final QueryTimeout timeout;
  private boolean over;

  private LimitedSearcher(DirectoryReader reader, Similarity similarity, QueryTimeout timeout) {
    super(reader);
    this.timeout = timeout;
    setSimilarity(similarity);
    setTimeout(timeout);
  }

  /**
   * @param expands whether the query asks for words by how they begin
   */
  static LimitedSearcher of(
      DirectoryReader reader, Similarity similarity, QueryTimeout timeout, boolean expands)
      throws IOException {
    return new LimitedSearcher(
        expands ? LimitedTerms.of(reader, timeout) : reader, similarity, timeout);
  }

  @Override
  protected void searchLeaf(
      LeafReaderContext segment, int from, int to, Weight weight, Collector collector)
      throws IOException {
    try {
      super.searchLeaf(segment, from, to, weight, collector);
    } catch (TimeIsOverException e) {
      over = true;
    }
  }

  /** Whether the time is over; what is left to be done is then left out. */
  boolean isOver() {
    over |= timeout.shouldExit();
    return over;
  }

  @Override
  public boolean timedOut() {
    return over || super.timedOut();
  }
}
