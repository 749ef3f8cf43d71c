package wellhead.server.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import wellhead.schema.TextField;

/**
 * Two words side by side in the field where that weighs most: as much in every text, by how rare
 * the words are (the sum of their inverse document frequencies, as BM25 has them).
 *
 * <p>How often and in how long a text they stand so makes no difference to rankings, but to their
 * cost: what a text may gain beyond its words is then known exactly, and all texts that lack more
 * can be skipped. The most that BM25 may give a phrase is known to Lucene only as two to three
 * times what any text gets.
 */
final class Neighbours extends Query {
  /**
   * Of the words' own weight. Swept from 0.02 to 0.1 over four collections of abstracts, one of
   * news and our own topics: nDCG@10 is the same to 0.002 up to 0.04, and falls for news from
   * there.
   */
  private static final double FRACTION = 0.035;

  private final String first;
  private final String second;
  private final Set<TextField> fields;

  /**
   * @param first as analysed
   * @param second as analysed
   */
  Neighbours(String first, String second, Set<TextField> fields) {
    this.first = first;
    this.second = second;
    this.fields = fields;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    var ways = new ArrayList<Query>();
    for (TextField field : fields) {
      double rarity = rarity(searcher, field);
      if (rarity > 0) {
        Query together = TextQueries.unweighed(field, List.of(first, second));
        ways.add(
            new BoostQuery(
                new ConstantScoreQuery(together),
                (float) (FRACTION * rarity * TextQueries.weight(field))));
      }
    }
    return ways.isEmpty()
        ? new MatchNoDocsQuery("no text has both words")
        : new DisjunctionMaxQuery(ways, 0);
  }

  /** 0 when no text has both words in the field. */
  private double rarity(IndexSearcher searcher, TextField field) throws IOException {
    var statistics = searcher.collectionStatistics(field.field());
    int firsts = searcher.getIndexReader().docFreq(field.term(first));
    int seconds = searcher.getIndexReader().docFreq(field.term(second));
    if (statistics == null || firsts == 0 || seconds == 0) {
      return 0;
    }
    return rarity(firsts, statistics.docCount()) + rarity(seconds, statistics.docCount());
  }

  private static double rarity(int having, long all) {
    return Math.log1p((all - having + 0.5) / (having + 0.5));
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return first + " beside " + second + " in " + fields;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Neighbours that
        && first.equals(that.first)
        && second.equals(that.second)
        && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * first.hashCode() + second.hashCode()) + fields.hashCode();
  }
}
