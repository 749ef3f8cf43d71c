package wellhead.schema;

import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.similarities.BM25Similarity;
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

  private Schema() {}

  /** A new configuration for the one writer; it may set what the schema does not care about. */
  public static IndexWriterConfig writerConfig() {
    return new IndexWriterConfig(EnergyAnalysis.WRITING)
        .setSimilarity(similarity())
        .setIndexSort(order());
  }

  /**
   * The order in the index, and of "newest": the newest first, undated last, ties by id. Documents
   * that are no stories come last.
   */
  public static Sort order() {
    return new Sort(PublishedField.newestFirst(), Keyword.ID.ascending());
  }

  /** How a term weighs in a text. */
  public static Similarity similarity() {
    return new BM25Similarity();
  }
}
