package wellhead.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a story's texts, as {@link Gazetteer}s look at them: one analysis serves them all.
 *
 * @param texts word by word; words that are alike are one object, for a text may have a million
 * @param tokens that occur in any of the texts
 */
record StoryWords(List<List<Word>> texts, Set<String> tokens) {

  /**
   * A token and the capitals that it was written with.
   *
   * @param capital whether it began with a letter that is no small one, or with none
   * @param inner whether it had a capital behind a small letter
   * @param capitals whether it had no small letter; an {@code 's} at its end does not count
   */
  record Word(String token, boolean capital, boolean inner, boolean capitals) {
    static Word of(EnergyAnalysis.Spelled spelled) {
      String written = spelled.written();
      return new Word(
          spelled.token(),
          !written.isEmpty() && !Character.isLowerCase(written.codePointAt(0)),
          hasInnerCapital(written),
          !hasSmallLetter(written));
    }

    private static boolean hasInnerCapital(String written) {
      for (int i = 1; i < written.length(); i++) {
        if (Character.isUpperCase(written.charAt(i))
            && Character.isLowerCase(written.charAt(i - 1))) {
          return true;
        }
      }
      return false;
    }

    private static boolean hasSmallLetter(String written) {
      int end = written.length();
      if (end > 1
          && (written.charAt(end - 1) == 's' || written.charAt(end - 1) == 'S')
          && (written.charAt(end - 2) == '\'' || written.charAt(end - 2) == '’')) {
        end -= 2;
      }
      for (int i = 0; i < end; i++) {
        if (Character.isLowerCase(written.charAt(i))) {
          return true;
        }
      }
      return false;
    }
  }

  static StoryWords of(Collection<String> texts) {
    Map<Word, Word> known = new HashMap<>();
    var words = new ArrayList<List<Word>>();
    for (String text : texts) {
      var ofText = new ArrayList<Word>();
      EnergyAnalysis.spelled(
          text,
          spelled -> {
            Word word = Word.of(spelled);
            Word same = known.putIfAbsent(word, word);
            ofText.add(same == null ? word : same);
          });
      words.add(ofText);
    }
    var tokens = new HashSet<String>();
    known.keySet().forEach(word -> tokens.add(word.token()));
    return new StoryWords(words, tokens);
  }
}
