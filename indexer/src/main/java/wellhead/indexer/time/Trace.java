package wellhead.indexer.time;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import wellhead.indexer.time.Vocabulary.Topic;

/**
 * Whether a text may hold a label at all, told in one pass over its characters: most lines of a
 * page are words that no label has, and need not be cut into tokens, several times over, to know.
 *
 * <p>A label has a digit, or a word that is a time by itself ("yesterday", "now", "noon"), or the
 * unit and the number word of one language ("an hour ago"). Only text in ASCII is judged, with the
 * punctuation that English is printed with; any other may hold a label.
 */
final class Trace {
  /** A word's bit for "is a time by itself"; below it two for each language. */
  private static final int BY_ITSELF = 1 << (2 * Vocabulary.ALL.size());

  private static final int UNITS =
      Arrays.stream(new int[Vocabulary.ALL.size()]).reduce(0, (mask, i) -> (mask << 2) | 1);

  private static final Map<String, Integer> WORDS = words();

  private static final int LONGEST =
      WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);

  /** Marks beyond ASCII that fold to no letter and no digit. */
  private static final String MARKS = "\u00a0‘’“”–—…•·«»‹›£€§©®|";

  private Trace() {}

  private static Map<String, Integer> words() {
    var words = new HashMap<String, Integer>();
    for (int i = 0; i < Vocabulary.ALL.size(); i++) {
      Vocabulary language = Vocabulary.ALL.get(i);
      int unit = 1 << (2 * i);
      add(words, unit, language.longestWords(Topic.UNIT));
      add(words, unit << 1, language.longestWords(Topic.NUMBER, Topic.SEVERAL));
      add(
          words,
          BY_ITSELF,
          language.longestWords(
              Topic.AMOUNT,
              Topic.SINGLE,
              Topic.NOW,
              Topic.DAY,
              Topic.LAST,
              Topic.WEEKDAY,
              Topic.HOUR));
    }
    return words;
  }

  private static void add(Map<String, Integer> words, int bit, Iterable<String> some) {
    some.forEach(word -> words.merge(word, bit, (a, b) -> a | b));
  }

  /** Whether it may; {@code false} only where {@link LabelParser} finds nothing. */
  static boolean isIn(String text) {
    int found = 0;
    int length = text.length();
    int at = 0;
    while (at < length) {
      char c = text.charAt(at);
      if (isAsciiLetter(c)) {
        int end = endOfWord(text, at);
        if (end < 0) {
          return true;
        }
        found |= end - at > LONGEST ? 0 : of(text.substring(at, end));
        if (isLabel(found)) {
          return true;
        }
        at = end;
      } else if ((c >= '0' && c <= '9') || (c >= 0x80 && MARKS.indexOf(c) < 0)) {
        return true;
      } else {
        at++;
      }
    }
    return false;
  }

  /** Behind the letters and the apostrophes between them; -1 where words may be glued. */
  private static int endOfWord(String text, int start) {
    int at = start + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isAsciiLetter(c)) {
        boolean capital = c <= 'Z';
        boolean behindSmall = text.charAt(at - 1) >= 'a';
        boolean beforeSmall = at + 1 < text.length() && text.charAt(at + 1) >= 'a';
        if (capital && (behindSmall || beforeSmall)) {
          return -1;
        }
        at++;
      } else if (isApostrophe(c) && at + 1 < text.length() && isAsciiLetter(text.charAt(at + 1))) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  private static int of(String word) {
    return WORDS.getOrDefault(
        word.replace('’', '\'').replace('‘', '\'').toLowerCase(Locale.ROOT), 0);
  }

  private static boolean isLabel(int found) {
    return (found & BY_ITSELF) != 0 || (found & (found >> 1) & UNITS) != 0;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == '‘';
  }
}
