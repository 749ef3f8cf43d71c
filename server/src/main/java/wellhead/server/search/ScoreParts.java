package wellhead.server.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a hit's score is made of: the parts' points together, times the factor of freshness.
 *
 * @param points of the text alone, as a sum of the parts but for rounding
 * @param freshness 1 for undated stories, at most 1 + recency
 * @param parts those with points, in the order of the query
 */
public record ScoreParts(double points, double freshness, List<Part> parts) {
  public ScoreParts {
    parts = List.copyOf(parts);
  }

  /** What gave points. */
  public enum Kind {
    WORD,
    /** A phrase, a beginning of words, words near each other. */
    PHRASE,
    /** Two words of the query that stand side by side in the story, too. */
    NEIGHBOURS,
    /** Words like "of", which need not match. */
    SMALL_WORDS,
    /** Words that the best matches of a long query share. */
    SHARED_WORDS;

    /** The name that answers use. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One part.
   *
   * @param words of the query; empty for small and shared words
   * @param fields how often a word stands in which part of the story; empty for all others
   */
  public record Part(Kind kind, String words, double points, Map<String, Integer> fields) {}
}
