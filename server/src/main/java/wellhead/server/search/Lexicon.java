package wellhead.server.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import wellhead.schema.WordsField;
import wellhead.server.query.Questions;

/**
 * The words that the stories of one commit have, to find those that a misspelt one may be meant as.
 *
 * <p>Words lie together by first letter and length, each with the set of its letters as a bit mask:
 * an edit changes two bits of it at most, so nearly all words are passed over by one operation on
 * one number, and what is left is compared letter by letter. Lucene's spell checker walks an
 * automaton over the terms of each field in each segment instead, which took a quarter of all
 * search time. A word takes some 20 bytes.
 */
final class Lexicon {
  /** Letters of a word that may be meant, and that may be misspelt. */
  static final Pattern WORD = Pattern.compile("\\p{L}{3,30}");

  /** A word that shares less than this with another is none of its misspellings. */
  private static final float ALIKE = 0.5f;

  private static final int FIRST_LETTERS = 64;
  private static final int LENGTHS = 64;

  /** Of each shelf, the number of its first word; behind the last, how many words there are. */
  private final int[] shelves = new int[FIRST_LETTERS * LENGTHS + 1];

  private final int[] letters;
  private final int[] stories;
  private final int[] ends;
  private final byte[] text;

  private Lexicon(IndexReader reader) throws IOException {
    var bytes = new int[shelves.length];
    each(
        reader,
        (word, term, having) -> {
          int shelf = shelf(word.charAt(0), word.length());
          shelves[shelf + 1]++;
          bytes[shelf + 1] += term.length;
        });
    for (int i = 1; i < shelves.length; i++) {
      shelves[i] += shelves[i - 1];
      bytes[i] += bytes[i - 1];
    }
    int words = shelves[shelves.length - 1];
    letters = new int[words];
    stories = new int[words];
    ends = new int[words];
    text = new byte[bytes[bytes.length - 1]];
    int[] next = shelves.clone();
    each(
        reader,
        (word, term, having) -> {
          int shelf = shelf(word.charAt(0), word.length());
          int place = next[shelf]++;
          System.arraycopy(term.bytes, term.offset, text, bytes[shelf], term.length);
          bytes[shelf] += term.length;
          ends[place] = bytes[shelf];
          letters[place] = letters(word);
          stories[place] = having;
        });
  }

  /** Reads the words of a commit: twice, for a list of them all would take ten times the memory. */
  static Lexicon of(IndexReader reader) throws IOException {
    return new Lexicon(reader);
  }

  /** What is done with a word. */
  @FunctionalInterface
  private interface Placing {
    void of(String word, BytesRef term, int having);
  }

  private static void each(IndexReader reader, Placing placing) throws IOException {
    TermsEnum each = WordsField.all(reader);
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      String word = term.utf8ToString();
      if (isWord(word) && Questions.isSubject(word)) {
        placing.of(word, term, each.docFreq());
      }
    }
  }

  private static boolean isWord(String word) {
    return WORD.matcher(word).matches();
  }

  /**
   * The words that a misspelt one is most likely meant as, the likeliest first: those with the
   * fewest mistakes for their length, then those of the most stories.
   *
   * @param word folded as texts are, in no story
   * @param mistakes letters that are missing, too many, others, or two of them swapped; at most so
   *     many, and never the first letter
   * @param most how many words
   */
  List<String> near(String word, int mistakes, int most) {
    var found = new ArrayList<Near>();
    var comparison = new Comparison(word, mistakes);
    int wanted = letters(word);
    int longest = Math.min(word.length() + mistakes, LENGTHS - 1);
    for (int length = Math.max(1, word.length() - mistakes); length <= longest; length++) {
      int shelf = shelf(word.charAt(0), length);
      for (int i = shelves[shelf]; i < shelves[shelf + 1]; i++) {
        if (Integer.bitCount(letters[i] ^ wanted) > 2 * mistakes) {
          continue;
        }
        String other = word(i);
        int apart = comparison.mistakes(other);
        float alike = 1 - (float) apart / Math.min(length, word.length());
        if (apart > 0 && apart <= mistakes && alike >= ALIKE) {
          found.add(new Near(other, alike, stories[i]));
        }
      }
    }
    return found.stream().sorted(Near.LIKELIEST_FIRST).limit(most).map(Near::word).toList();
  }

  private record Near(String word, float alike, int stories) {
    static final Comparator<Near> LIKELIEST_FIRST =
        Comparator.comparingDouble(Near::alike)
            .thenComparingInt(Near::stories)
            .reversed()
            .thenComparing(Near::word);
  }

  private static int shelf(char first, int length) {
    return (first % FIRST_LETTERS) * LENGTHS + length;
  }

  private static int letters(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1 << word.charAt(i); // of the shift, five bits count
    }
    return letters;
  }

  private String word(int i) {
    int start = i == 0 ? 0 : ends[i - 1];
    return new String(text, start, ends[i] - start, StandardCharsets.UTF_8);
  }

  /** Counts the mistakes between a word and others: optimal string alignment. */
  private static final class Comparison {
    private final String word;
    private final int most;
    private int[] row;
    private int[] before;
    private int[] twoBefore;

    Comparison(String word, int most) {
      this.word = word;
      this.most = most;
      row = new int[word.length() + 1];
      before = row.clone();
      twoBefore = row.clone();
    }

    /** More than {@code most} for any number above it, and where the first letter is another. */
    int mistakes(String other) {
      if (other.charAt(0) != word.charAt(0)) {
        return most + 1;
      }
      for (int j = 0; j < row.length; j++) {
        row[j] = j;
      }
      int best = 0;
      for (int i = 1; i <= other.length() && best <= most; i++) {
        int[] next = twoBefore;
        twoBefore = before;
        before = row;
        row = next;
        best = fill(other, i);
      }
      return best > most ? best : row[word.length()];
    }

    /** The least of the row of the other word's {@code i}th letter. */
    private int fill(String other, int i) {
      row[0] = i;
      int best = i;
      char letter = other.charAt(i - 1);
      for (int j = 1; j < row.length; j++) {
        int changed = before[j - 1] + (letter == word.charAt(j - 1) ? 0 : 1);
        int cost = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && letter == word.charAt(j - 2)
                && other.charAt(i - 2) == word.charAt(j - 1);
        row[j] = swapped ? Math.min(cost, twoBefore[j - 2] + 1) : cost;
        best = Math.min(best, row[j]);
      }
      return best;
    }
  }
}
