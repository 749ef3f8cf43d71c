package wellhead.schema;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** What the writer and the searcher of the index must agree on, beyond the single fields. */
public final class Schema {
  /** The commit's user data: the schema version that the index was written with. */
  public static final String VERSION_KEY = "wellhead.schema";

  /** The commit's user data: counts commits. */
  public static final String GENERATION_KEY = "wellhead.generation";

  /** The commit's user data: when it was made, ISO 8601. */
  public static final String BUILT_AT_KEY = "wellhead.built_at";

  /** The commit's user data: how many stories it holds. */
  public static final String STORIES_KEY = "wellhead.stories";

  /**
   * BM25's k1 and b. Swept over four collections of abstracts and one of news wire stories with the
   * weights of {@link TextField}: a plateau of nDCG@10 from k1 = 1.6 to 2.4; abstracts, all of a
   * length, care little for b between 0.4 and 0.6, news stories of three lines to three pages lose
   * a twentieth from 0.4 to 0.6. Chosen on all but one of testdata, Cranfield, Reuters-21578 by its
   * labels and its longest texts by their titles, from k1 1.2 and 1.8 and b 0.45 and 0.7, it is
   * this for each but the labelled ones, which lose 0.05 by 0.7 and of which the others know
   * nothing ({@code -Devaluate=held-out}).
   */
  private static final float SATURATION = 1.8f;

  private static final float LENGTH = 0.45f;

  private Schema() {}

  /** A new configuration for the one writer; it may set what the schema does not care about. */
  public static IndexWriterConfig writerConfig() {
    return new IndexWriterConfig(new TextsApart())
        .setSimilarity(similarity())
        .setIndexSort(order());
  }

  /** Texts come as tokens: all that the writer has to know is how far apart it lays them. */
  private static final class TextsApart extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      return new TokenStreamComponents(new KeywordTokenizer());
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return EnergyAnalysis.GAP;
    }
  }

  /**
   * The order in the index, and of "newest": the newest first, undated last, ties by id. Documents
   * that are no stories come last.
   */
  public static Sort order() {
    return new Sort(PublishedField.newestFirst(), Keyword.ID.ascending());
  }

  /**
   * How much an occurrence of a word counts: BM25 (Robertson and Zaragoza, "The Probabilistic
   * Relevance Framework", 2009).
   *
   * <p>Over several fields together (BM25F), frequencies come multiplied by the fields' weights, so
   * the saturation is given in the body's weight, too: what counts is their quotient. So they come
   * out of {@link WordsField}, and out of a query over some of the fields.
   */
  public static Similarity similarity() {
    return similarity(SATURATION, LENGTH);
  }

  /**
   * As {@link #similarity()}, of other parameters. Any index may be searched with it: what is
   * written does not hang on them.
   *
   * @param saturation k1, at least 0
   * @param length b, from 0 to 1
   */
  public static Similarity similarity(float saturation, float length) {
    var single = new BM25Similarity(saturation, length);
    var combined =
        new BM25Similarity(saturation * TextField.BODY.weight(), length) {
          @Override
          public long computeNorm(FieldInvertState written) {
            return WordsField.norm(written);
          }
        };
    return new PerFieldSimilarityWrapper() {
      @Override
      public Similarity get(String field) {
        return TextField.isName(field) ? single : combined;
      }
    };
  }
}
