package wellhead.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a story's texts, as {@link Gazetteer}s look at them. */
final class StoryWords {
  private final List<Text> texts;
  private @Nullable Set<String> tokens;

  /**
   * A text and its words.
   *
   * @param words without concepts, each by its stem
   */
  record Text(String text, List<WrittenTokens.Token> words) {
    static Text of(String text, WrittenTokens written) {
      return new Text(text, written.stems());
    }

    String token(int word) {
      return words.get(word).term();
    }

    Word word(int word) {
      WrittenTokens.Token token = words.get(word);
      return new Word(token.term(), text.substring(token.start(), token.end()));
    }
  }

  /**
   * A token and what stood in the text for it.
   *
   * @param written with its capitals
   */
  record Word(String token, String written) {
    /** Whether it began with a letter that is no small one, or with none. */
    boolean capital() {
      return !written.isEmpty() && !Character.isLowerCase(written.codePointAt(0));
    }

    /** Whether it had a capital behind a small letter. */
    boolean inner() {
      for (int i = 1; i < written.length(); i++) {
        if (Character.isUpperCase(written.charAt(i))
            && Character.isLowerCase(written.charAt(i - 1))) {
          return true;
        }
      }
      return false;
    }

    /** Whether it had no small letter; an {@code 's} at its end does not count. */
    boolean capitals() {
      int end = written.length();
      if (end > 1
          && (written.charAt(end - 1) == 's' || written.charAt(end - 1) == 'S')
          && (written.charAt(end - 2) == '\'' || written.charAt(end - 2) == '’')) {
        end -= 2;
      }
      for (int i = 0; i < end; i++) {
        if (Character.isLowerCase(written.charAt(i))) {
          return false;
        }
      }
      return true;
    }
  }

  StoryWords(List<Text> texts) {
    this.texts = List.copyOf(texts);
  }

  List<Text> texts() {
    return texts;
  }

  /** Whether a token occurs in any of the texts. */
  boolean has(String token) {
    Set<String> known = tokens;
    if (known == null) {
      known = new HashSet<>();
      for (Text text : texts) {
        for (WrittenTokens.Token word : text.words) {
          known.add(word.term());
        }
      }
      tokens = known;
    }
    return known.contains(token);
  }
}
