package wellhead.indexer.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which languages a label may be in, told by the words in it before any grammar is asked. Eleven
 * grammars at every word of every line take most of the time of reading a page.
 *
 * <p>A label begins with a number or with a phrase of its language. A language none of whose
 * phrases begins at any of the words reads them as any other such language does: one is enough.
 */
final class Openings {
  private static final Map<String, Integer> LANGUAGES = languages();

  private static final int ALL = (1 << Vocabulary.ALL.size()) - 1;

  private static final int DIGITS_OF_CLOCK = 4;

  private Openings() {}

  private static Map<String, Integer> languages() {
    var languages = new HashMap<String, Integer>();
    for (int i = 0; i < Vocabulary.ALL.size(); i++) {
      for (String word : Vocabulary.ALL.get(i).openings()) {
        languages.merge(word, 1 << i, (a, b) -> a | b);
      }
    }
    return languages;
  }

  /**
   * The languages that may read a label at a token.
   *
   * @return a bit a language, in the order of {@link Vocabulary#ALL}
   */
  static int languages(List<Token> tokens, int at) {
    if (at >= tokens.size()) {
      return 0;
    }
    if (!tokens.get(at).isNumber()) {
      return of(tokens.get(at));
    }
    boolean mayBeClock = tokens.get(at).text().length() == DIGITS_OF_CLOCK; // "1700 GMT"
    if (!mayBeClock && at + 1 < tokens.size() && isStrange(tokens.get(at + 1))) {
      return 0; // "12 wells": no label goes on like this in any language
    }
    int speaking = 0;
    for (int i = at; i < tokens.size() && speaking != ALL; i++) {
      speaking |= of(tokens.get(i));
    }
    return speaking | Integer.lowestOneBit(ALL & ~speaking);
  }

  /** A word that begins no phrase; "1700Z" is glued. */
  private static boolean isStrange(Token word) {
    return word.isWord() && !word.isGlued() && of(word) == 0;
  }

  private static int of(Token token) {
    return LANGUAGES.getOrDefault(token.text(), 0);
  }
}
