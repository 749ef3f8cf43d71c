package wellhead.indexer.time;

/**
 * A word, a run of digits or a single mark of a printed text.
 *
 * @param text folded: NFKC, lower case whatever the locale, dashes and apostrophes of one kind
 * @param printed as it stands in the text
 * @param start offset of its first character in the text
 * @param end offset behind its last character in the text
 * @param gap what stands before it
 */
record Token(Kind kind, String text, String printed, int start, int end, Gap gap) {

  /** What a token is made of. */
  enum Kind {
    WORD,
    NUMBER,
    MARK
  }

  /** What stands before a token. */
  enum Gap {
    NONE,
    SPACE,
    /** A tab, a line break, or more than one space: columns. */
    WIDE
  }

  boolean is(String mark) {
    return text.equals(mark);
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isGlued() {
    return gap == Gap.NONE;
  }

  /** Whether its script puts no spaces between words. */
  boolean isWrittenWithoutSpaces() {
    return PrintedText.isWrittenWithoutSpaces(text.codePointAt(0));
  }

  /** Whether it begins with a small letter. */
  boolean startsSmall() {
    return Character.isLowerCase(printed.codePointAt(0));
  }

  /** Whether it begins with a capital letter. */
  boolean startsCapital() {
    return Character.isUpperCase(printed.codePointAt(0));
  }

  /** Whether it has no small letter. */
  boolean isCapitals() {
    return isWord() && printed.codePoints().noneMatch(Character::isLowerCase);
  }
}
