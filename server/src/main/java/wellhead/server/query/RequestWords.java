package wellhead.server.query;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wellhead.schema.EnergyAnalysis;

/**
 * Words by which a person asks, and which say nothing about what is asked for: "what articles exist
 * about", "I am looking for information on".
 *
 * <p>In a sentence that asks they need not match, as function words need not. Elsewhere they are
 * words like others: who types {@code exist} means it. Stories that match in part are ranked
 * without them, as long as enough is left.
 */
final class RequestWords {
  private static final String ENGLISH =
      """
      please give gives given get show find tell explain describe described describes discuss
      discussed know known like want wants interested interesting looking search exist exists happen happens happened happening going
      information article articles paper papers document documents text texts
      concerning regarding dealing deal deals used using use
      """;

  private static final String OPENINGS =
      """
      what which who whom whose when where why how is are was were do does did has have had can
      could should will would i i'm i'd please show find give tell list explain describe discuss
      looking search
      """;

  private static final Set<String> TERMS = terms(ENGLISH);
  private static final Set<String> OPENING_TERMS = terms(OPENINGS);

  /** Shorter ones are headlines: "Find Oil". */
  private static final int SHORTEST_SENTENCE = 4;

  private RequestWords() {}

  private static Set<String> terms(String words) {
    return Arrays.stream(words.split("\\s+"))
        .flatMap(word -> EnergyAnalysis.terms(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param term as analysed
   */
  static boolean contain(String term) {
    return TERMS.contains(term) || NewsWords.contain(term);
  }

  /** Whether words are a sentence that asks for something. */
  static boolean ask(List<String> terms) {
    return terms.size() >= SHORTEST_SENTENCE && OPENING_TERMS.contains(terms.getFirst());
  }
}
