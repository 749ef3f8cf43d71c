package wellhead.server.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import wellhead.schema.Summary;
import wellhead.schema.SummaryField;

/** Reads what hits show. */
final class Stories {
  private Stories() {}

  /**
   * The summary of a story.
   *
   * @param document its number in the searcher
   */
  static Summary summary(IndexSearcher searcher, int document) throws IOException {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
    return SummaryField.read(segment.reader(), document - segment.docBase);
  }
}
