package wellhead.server.query;

import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A part of a query that has a share in a score.
 *
 * @param words as a person would know it again
 * @param query what scores
 * @param term the single word that it is, as analysed; {@code null} for a phrase and the like
 * @param times how often the query says it
 * @param alwaysCounts whether it has its share in what matches in part, too
 */
public record Piece(
    Kind kind, String words, Query query, @Nullable String term, int times, boolean alwaysCounts) {

  /** What it is. */
  public enum Kind {
    WORD,
    /** A phrase, a beginning of words, words near each other. */
    PHRASE,
    /** Two words that stand side by side in the query. */
    NEIGHBOURS
  }
}
