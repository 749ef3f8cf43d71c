package wellhead.indexer.page;

/** Where two texts were set side by side and the space between them is lost. */
final class Seam {
  private static final String OPENERS = "\"“‘„«‹¿¡([$€£「『《【#";
  private static final String ENDS = ".!?…\"”’»)]%";

  private Seam() {}

  /** Whether a text may begin with it: a letter, a digit, a mark that opens. */
  static boolean opens(int first) {
    return Character.isLetterOrDigit(first) || OPENERS.indexOf(first) >= 0;
  }

  /**
   * Whether one text ends and another begins between two signs: "websiteWells", "jinx'13",
   * "settlement13". "ExxonMobil" has such a seam, too: what else parts the texts has to be known.
   */
  static boolean parts(int before, int first) {
    boolean behindWord = Character.isLetterOrDigit(before);
    boolean behindEnd = ENDS.indexOf(before) >= 0;
    if (Character.isUpperCase(first) || Character.isTitleCase(first)) {
      return Character.isLowerCase(before) || Character.isDigit(before) || behindEnd;
    }
    return Character.isDigit(first)
        ? Character.isLetter(before) || behindEnd
        : OPENERS.indexOf(first) >= 0 && behindWord;
  }
}
