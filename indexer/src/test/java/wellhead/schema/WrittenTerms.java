package wellhead.schema;

import java.util.Set;
import java.util.stream.Collectors;

/** What the index holds of a text. */
final class WrittenTerms {
  private WrittenTerms() {}

  static Set<String> of(String text) {
    return WrittenTokens.of(text).tokens().stream()
        .map(WrittenTokens.Token::term)
        .collect(Collectors.toSet());
  }

  /** The piece of the text that the term lies over. */
  static String marked(String text, String wanted) {
    return WrittenTokens.of(text).tokens().stream()
        .filter(token -> token.term().equals(wanted))
        .map(token -> text.substring(token.start(), token.end()))
        .collect(Collectors.joining());
  }
}
