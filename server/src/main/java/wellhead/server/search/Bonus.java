package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What adds to a score and is never required, such as two words side by side. As optional clauses
 * of the query they would be looked for in every match; here only in those that they can still
 * bring among the best. The scores are the same.
 */
final class Bonus {
  private final List<Weight> weights = new ArrayList<>();

  Bonus(IndexSearcher searcher, List<Query> queries) throws IOException {
    for (Query query : queries) {
      weights.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.TOP_SCORES, 1));
    }
  }

  /** The part in one segment, for one pass over its documents. */
  Segment in(LeafReaderContext segment) throws IOException {
    var parts = new ArrayList<Part>();
    float highest = 0;
    for (Weight weight : weights) {
      Scorer scorer = weight.scorer(segment);
      if (scorer != null) {
        scorer.advanceShallow(0);
        highest += scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
        TwoPhaseIterator checked = scorer.twoPhaseIterator();
        parts.add(
            new Part(
                scorer, checked == null ? scorer.iterator() : checked.approximation(), checked));
      }
    }
    return new Segment(parts, highest);
  }

  /**
   * A query's scorer.
   *
   * @param checked tells candidates that match from others; {@code null} when all match
   */
  private record Part(
      Scorer scorer, DocIdSetIterator candidates, @Nullable TwoPhaseIterator checked) {
    float of(int document) throws IOException {
      if (candidates.docID() < document) {
        candidates.advance(document);
      }
      return candidates.docID() == document && (checked == null || checked.matches())
          ? scorer.score()
          : 0;
    }
  }

  /**
   * What adds to scores in one segment.
   *
   * @param highest that it can add to any
   */
  record Segment(List<Part> parts, float highest) {
    static final Segment NONE = new Segment(List.of(), 0);

    /**
     * What it adds to a document's score.
     *
     * @param document its number in the segment, higher than the last that was asked for
     */
    float of(int document) throws IOException {
      float sum = 0;
      for (Part part : parts) {
        sum += part.of(document);
      }
      return sum;
    }
  }
}
