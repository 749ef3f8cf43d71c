package wellhead.schema;

import java.util.List;

/**
 * One term that stands for a run of tokens.
 *
 * @param term what a query that uses the run asks for
 * @param wider further terms that find the run, such as {@code opec} for {@code opec+}; never asked
 *     for by it
 * @param length how many tokens the run has
 */
record Concept(String term, List<String> wider, int length) {
  Concept {
    wider = List.copyOf(wider);
    if (term.isEmpty() || length < 1) {
      throw new IllegalArgumentException("a concept needs a term and a token: " + term);
    }
  }
}
