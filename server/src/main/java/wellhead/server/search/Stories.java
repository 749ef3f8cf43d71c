package wellhead.server.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import wellhead.schema.DocumentType;
import wellhead.schema.Documents;
import wellhead.schema.Keyword;
import wellhead.schema.RecordField;
import wellhead.schema.Summary;
import wellhead.schema.SummaryField;
import wellhead.story.Story;

/** Reads stories and what hits show of them. */
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

  /**
   * A story, whole.
   *
   * @param id its own, or one that it took over; its own goes first
   */
  static Optional<Story> story(IndexSearcher searcher, String id) throws IOException {
    for (Keyword field : List.of(Keyword.ID, Keyword.ALIAS)) {
      var story =
          new BooleanQuery.Builder()
              .add(field.is(id), BooleanClause.Occur.FILTER)
              .add(DocumentType.STORY.query(), BooleanClause.Occur.FILTER)
              .build();
      for (ScoreDoc hit : searcher.search(story, 1).scoreDocs) {
        return Optional.of(RecordField.read(new Documents(searcher.getIndexReader()), hit.doc));
      }
    }
    return Optional.empty();
  }
}
