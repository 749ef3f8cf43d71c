package wellhead.indexer.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import wellhead.schema.Documents;

/** Walks over all documents that match a query, in the order in which they lie. */
final class EachDocument {
  private EachDocument() {}

  /** What is done with a document. */
  @FunctionalInterface
  interface Look {
    /**
     * Looks at one document.
     *
     * @param fields of its segment
     * @param doc its number in the segment
     */
    void at(Documents fields, LeafReaderContext leaf, int doc) throws IOException;
  }

  static void of(DirectoryReader reader, Query query, Look look) throws IOException {
    var searcher = new IndexSearcher(reader);
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        Documents fields = new Documents(leaf.reader());
        var live = leaf.reader().getLiveDocs();
        DocIdSetIterator docs = scorer.iterator();
        while (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          if (live == null || live.get(docs.docID())) {
            look.at(fields, leaf, docs.docID());
          }
        }
      }
    }
  }
}
