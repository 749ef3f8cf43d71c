package wellhead.indexer.time;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import wellhead.indexer.time.Token.Gap;
import wellhead.indexer.time.Token.Kind;

/**
 * Cuts a text into tokens that remember where they stood, so that a headline can be cut out exactly
 * as printed.
 *
 * <p>Folding: NFKC, format characters (soft hyphen, zero width) dropped, every Unicode space the
 * same, digits of every script to ASCII, lower case of the root locale, and the Turkish dotless i
 * to i, since "SAAT ÖNCE" and "DAKIKA" are printed from either. Superscripts and circled digits are
 * not digits here: NFKC would read "10²" as 102. Scripts that write without spaces give a token a
 * character, and a capital inside a word begins a new one.
 */
final class PrintedText {
  private static final Map<Integer, String> FRACTIONS = Map.of(0xBC, "25", 0xBD, "5", 0xBE, "75");
  private static final int YEAR_DIGITS = 4;
  private static final int COMBINING_DOT = 0x307;

  /** Thai, the first of them in Unicode. */
  private static final int FIRST_WITHOUT_SPACES = 0x0E00;

  private static final int FIRST_COMBINING = 0x300;

  /** Nearly every character of an English page, folded. */
  private static final String[] ASCII =
      IntStream.range(0, 128).mapToObj(c -> fold(Character.toString(c))).toArray(String[]::new);

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder folded = new StringBuilder();
  private Kind open = Kind.MARK;
  private int openStart;
  private int openEnd;
  private int spaces;
  private Gap gap = Gap.NONE;

  private PrintedText(String text) {
    this.text = text;
  }

  /** The tokens of a text, in order. */
  static List<Token> tokens(String text) {
    return new PrintedText(text).cut();
  }

  private List<Token> cut() {
    int i = 0;
    while (i < text.length()) {
      int end = clusterEnd(i);
      read(text.codePointAt(i), i, end);
      i = end;
    }
    close();
    return List.copyOf(tokens);
  }

  /** A character with the marks that combine with it. */
  private int clusterEnd(int from) {
    int end = from + Character.charCount(text.codePointAt(from));
    while (end < text.length() && isCombining(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private void read(int codePoint, int start, int end) {
    int type = Character.getType(codePoint);
    if (type == Character.FORMAT) {
      return;
    }
    if (Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || type == Character.CONTROL) {
      space(codePoint);
    } else if (type == Character.DECIMAL_DIGIT_NUMBER) {
      grow(Kind.NUMBER, Integer.toString(Character.digit(codePoint, 10)), start, end);
    } else if (type == Character.OTHER_NUMBER) {
      fraction(codePoint, start, end);
    } else {
      letterOrMark(codePoint, start, end);
    }
  }

  private void space(int codePoint) {
    close();
    spaces += Character.getType(codePoint) == Character.CONTROL ? 2 : 1;
    gap = spaces > 1 ? Gap.WIDE : Gap.SPACE;
  }

  /** "1½" reads as 1.5, "½" as 0.5; any other number of this kind is a mark. */
  private void fraction(int codePoint, int start, int end) {
    String decimals = FRACTIONS.get(codePoint);
    if (decimals == null) {
      single(Kind.MARK, Character.toString(codePoint), start, end);
      return;
    }
    if (open != Kind.NUMBER) {
      grow(Kind.NUMBER, "0", start, start);
    }
    single(Kind.MARK, ".", start, start);
    single(Kind.NUMBER, decimals, start, end);
  }

  private void letterOrMark(int codePoint, int start, int end) {
    String fold = fold(start, end);
    if (fold.isEmpty()) {
      return;
    }
    if (!isOfWord(fold)) {
      if (isApostrophe(codePoint) && open == Kind.WORD && isLetterAt(end)) {
        grow(Kind.WORD, "'", start, end);
      } else {
        single(Kind.MARK, fold, start, end);
      }
    } else if (isWrittenWithoutSpaces(fold.codePointAt(0))) {
      single(Kind.WORD, fold, start, end);
    } else {
      if (isCapital(start) && open == Kind.WORD && beginsAWord(start, end)) {
        close();
      }
      grow(Kind.WORD, fold, start, end);
    }
  }

  private static boolean isOfWord(String fold) {
    for (int i = 0; i < fold.length(); ) {
      int c = fold.codePointAt(i);
      i += Character.charCount(c);
      if (!Character.isLetter(c) && !isCombining(c)) {
        return false;
      }
    }
    return true;
  }

  /** Lost markup: "hours agoOil", "UTCUpdated". */
  private boolean beginsAWord(int start, int end) {
    boolean behindSmall = Character.isLowerCase(text.codePointBefore(start));
    boolean lastOfCapitals =
        isCapital(openStart) && end < text.length() && Character.isLowerCase(text.codePointAt(end));
    return behindSmall || lastOfCapitals;
  }

  private boolean isCapital(int at) {
    return Character.isUpperCase(text.codePointAt(at));
  }

  private boolean isLetterAt(int at) {
    return at < text.length() && Character.isLetter(text.codePointAt(at));
  }

  private String fold(int start, int end) {
    return end == start + 1 && text.charAt(start) < ASCII.length
        ? ASCII[text.charAt(start)]
        : fold(text.substring(start, end));
  }

  private static String fold(String cluster) {
    String lower =
        Normalizer.normalize(cluster, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace(Character.toString(COMBINING_DOT), "")
            .replace('ı', 'i')
            .replace('ё', 'е');
    int first = lower.isEmpty() ? ' ' : lower.codePointAt(0);
    if (Character.getType(first) == Character.DASH_PUNCTUATION || first == '−') {
      return "-";
    }
    return isApostrophe(first) ? "'" : lower;
  }

  private void grow(Kind kind, String fold, int start, int end) {
    if (open != kind) {
      close();
      open = kind;
      openStart = start;
    }
    folded.append(fold);
    openEnd = end;
  }

  private void single(Kind kind, String fold, int start, int end) {
    close();
    add(kind, fold, start, end);
  }

  private void close() {
    if (!folded.isEmpty()) {
      if (open == Kind.NUMBER && isYearAndHour()) {
        int hour = openEnd - (folded.length() - YEAR_DIGITS);
        add(open, folded.substring(0, YEAR_DIGITS), openStart, hour);
        folded.delete(0, YEAR_DIGITS);
        openStart = hour;
      }
      add(open, folded.toString(), openStart, openEnd);
      folded.setLength(0);
    }
    open = Kind.MARK;
  }

  /** Lost markup: "October 16, 20235:00 PM". */
  private boolean isYearAndHour() {
    boolean oneOrTwoMore = folded.length() == YEAR_DIGITS + 1 || folded.length() == YEAR_DIGITS + 2;
    return oneOrTwoMore
        && openEnd - openStart == folded.length()
        && (folded.indexOf("20") == 0 || folded.indexOf("199") == 0)
        && openEnd + 1 < text.length()
        && text.charAt(openEnd) == ':'
        && Character.isDigit(text.charAt(openEnd + 1));
  }

  private void add(Kind kind, String fold, int start, int end) {
    String printed = start == end ? fold : text.substring(start, end);
    tokens.add(new Token(kind, fold, printed, start, end, gap));
    gap = Gap.NONE;
    spaces = 0;
  }

  private static boolean isCombining(int codePoint) {
    if (codePoint < FIRST_COMBINING) {
      return false;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isApostrophe(int codePoint) {
    return codePoint == '\'' || codePoint == 0x2019 || codePoint == 0x2018 || codePoint == 0x2BC;
  }

  static boolean isWrittenWithoutSpaces(int codePoint) {
    if (codePoint < FIRST_WITHOUT_SPACES) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
      default -> false;
    };
  }
}
