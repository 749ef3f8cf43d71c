package wellhead.schema;

import java.util.List;
import java.util.Set;

/**
 * One term that stands for a run of tokens.
 *
 * @param term what a query that uses the run asks for
 * @param wider further terms that find the run, such as {@code opec} for {@code opec+}; never asked
 *     for by it
 * @param length how many tokens the run has
 */
record Concept(String term, List<String> wider, int length) {
  /**
   * What characters.txt spells the signs of currencies that have a name in the vocabulary out to.
   */
  private static final Set<String> CURRENCIES = Set.of("usd", "eur");

  Concept {
    wider = List.copyOf(wider);
    if (term.isEmpty() || length < 1) {
      throw new IllegalArgumentException("a concept needs a term and a token: " + term);
    }
  }

  /**
   * What a query that uses the run asks for. "500 million dollars" is a sum like "$500m", while
   * "dollar" alone does not ask for every price.
   *
   * @param afterNumber whether a number stands before the run
   */
  String asked(boolean afterNumber) {
    return afterNumber && wider.size() == 1 && CURRENCIES.contains(wider.getFirst())
        ? wider.getFirst()
        : term;
  }
}
