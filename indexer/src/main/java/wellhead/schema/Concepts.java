package wellhead.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that a run of tokens can stand for: the vocabulary, numbers, measures, and words that
 * end in a plus.
 */
final class Concepts {
  private final Vocabulary vocabulary;

  Concepts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The concepts that the tokens begin with.
   *
   * @param tokens as the stemmer leaves them, at least one; more than {@link #reach} make no
   *     difference
   */
  List<Concept> at(List<String> tokens) {
    var found = new ArrayList<Concept>(vocabulary.at(tokens));
    if (Quantity.mayBegin(tokens.getFirst())) {
      Quantity.at(tokens).forEach(found::add);
      measure(tokens).ifPresent(found::add);
    }
    plus(tokens.getFirst()).ifPresent(found::add);
    return found;
  }

  /** Whether a concept may begin with this token; asked of every word of every text. */
  boolean mayBegin(String token) {
    return vocabulary.mayBegin(token) || Quantity.mayBegin(token) || token.endsWith("+");
  }

  /** No measure ends within a longer unit: in "3 bcf/d" the flow is taken, not "3 bcf". */
  private Optional<Concept> measure(List<String> tokens) {
    return Measure.at(tokens)
        .filter(measure -> {
          for (int i = 1; i < measure.length(); i++) {
            int end = measure.length() - i;
            if (vocabulary.at(tokens.subList(i, tokens.size())).stream()
                .anyMatch(c -> c.length() > end)) {
              return false;
            }
          }
          return true;
        });
  }

  /** How many tokens the longest concept has. */
  int reach() {
    return Math.max(Measure.LONGEST, vocabulary.longest());
  }

  /** The other ways, of several tokens, in which a text may have written the term. */
  List<List<String>> spellings(String term) {
    return Stream.of(vocabulary.spellings(term), Quantity.spellings(term), Measure.spellings(term))
        .flatMap(List::stream)
        .toList();
  }

  /** {@code c++} is found by {@code c}, too. */
  private static Optional<Concept> plus(String token) {
    if (!token.endsWith("+")) {
      return Optional.empty();
    }
    String stripped = token.replaceFirst("(?<!\\+)\\++$", "");
    return stripped.isEmpty()
        ? Optional.empty()
        : Optional.of(new Concept(token, List.of(stripped), 1));
  }
}
