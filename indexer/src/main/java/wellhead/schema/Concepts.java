package wellhead.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that a run of tokens can stand for: the vocabulary, numbers, and words that end in a
 * plus.
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
    return Stream.of(vocabulary.at(tokens), Quantity.at(tokens), plus(tokens.getFirst()).stream())
        .flatMap(s -> s)
        .toList();
  }

  /** How many tokens the longest concept has. */
  int reach() {
    return Math.max(2, vocabulary.longest());
  }

  /** The other ways, of several tokens, in which a text may have written the term. */
  List<List<String>> spellings(String term) {
    return Stream.concat(vocabulary.spellings(term).stream(), Quantity.spellings(term).stream())
        .toList();
  }

  /** {@code c++} is found by {@code c}, too. */
  private static Optional<Concept> plus(String token) {
    String stripped = token.replaceFirst("\\++$", "");
    return stripped.isEmpty() || stripped.length() == token.length()
        ? Optional.empty()
        : Optional.of(new Concept(token, List.of(stripped), 1));
  }
}
