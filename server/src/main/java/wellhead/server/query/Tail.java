package wellhead.server.query;

/**
 * The word that a text ends with. (A pattern that is anchored at its end alone looks at each word.)
 */
public final class Tail {
  private Tail() {}

  /** Where the letters, digits and accents begin that a text ends with; its length for none. */
  public static int of(String text) {
    int at = text.length();
    while (at > 0 && isOfWord(text.codePointBefore(at))) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return at;
  }

  /** The same with the groups of digits before it: "80,000" is one word. */
  public static int withDigitGroups(String text) {
    int at = of(text);
    int group = at == text.length() ? at : groupBefore(text, at);
    while (group < at) {
      at = group;
      group = groupBefore(text, at);
    }
    return at;
  }

  private static int groupBefore(String text, int at) {
    if (at < 2 || (text.charAt(at - 1) != ',' && text.charAt(at - 1) != '.')) {
      return at;
    }
    int from = at - 1;
    while (from > 0 && isDigit(text.codePointBefore(from))) {
      from -= Character.charCount(text.codePointBefore(from));
    }
    return from == at - 1 ? at : from;
  }

  private static boolean isOfWord(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> Character.isLetter(codePoint) || isDigit(codePoint);
    };
  }

  private static boolean isDigit(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }
}
