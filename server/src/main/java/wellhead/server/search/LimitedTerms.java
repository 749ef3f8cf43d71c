package wellhead.server.search;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * An index that tells its words one after the other only until the time is over. Whatever else is
 * read from it is read as ever: Lucene's own reader that does so looks at the clock for doc values,
 * too, and then not even what was found in time can be shown.
 */
final class LimitedTerms extends FilterDirectoryReader {
  /** The clock is looked at once in so many words, which take some microseconds. */
  private static final int SELDOM = 64;

  private final QueryTimeout timeout;

  private LimitedTerms(DirectoryReader reader, QueryTimeout timeout) throws IOException {
    super(
        reader,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader segment) {
            return new Segment(segment, timeout);
          }
        });
    this.timeout = timeout;
  }

  /**
   * @throws TimeIsOverException from what it returns, when the time is over
   */
  static DirectoryReader of(DirectoryReader reader, QueryTimeout timeout) throws IOException {
    return new LimitedTerms(reader, timeout);
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader reader) throws IOException {
    return new LimitedTerms(reader, timeout);
  }

  @Override
  public CacheHelper getReaderCacheHelper() {
    return in.getReaderCacheHelper();
  }

  private static final class Segment extends FilterLeafReader {
    private final QueryTimeout timeout;

    Segment(LeafReader segment, QueryTimeout timeout) {
      super(segment);
      this.timeout = timeout;
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      Terms terms = in.terms(field);
      return terms == null ? null : new Limited(terms, timeout);
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  private static final class Limited extends FilterLeafReader.FilterTerms {
    private final QueryTimeout timeout;

    Limited(Terms terms, QueryTimeout timeout) {
      super(terms);
      this.timeout = timeout;
    }

    @Override
    public TermsEnum iterator() throws IOException {
      return new OneByOne(in.iterator(), timeout);
    }

    @Override
    public TermsEnum intersect(CompiledAutomaton automaton, @Nullable BytesRef start)
        throws IOException {
      return new OneByOne(in.intersect(automaton, start), timeout);
    }
  }

  private static final class OneByOne extends FilterLeafReader.FilterTermsEnum {
    private final QueryTimeout timeout;
    private int told;

    OneByOne(TermsEnum terms, QueryTimeout timeout) {
      super(terms);
      this.timeout = timeout;
    }

    @Override
    public @Nullable BytesRef next() throws IOException {
      if (told++ % SELDOM == 0 && timeout.shouldExit()) {
        throw new TimeIsOverException();
      }
      return in.next();
    }
  }
}
