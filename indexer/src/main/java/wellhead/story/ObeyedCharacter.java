package wellhead.story;

/**
 * A character that whatever shows a text obeys instead of showing it: formats, such as directions
 * and marks of no width; line ends of Unicode's; half characters.
 */
public final class ObeyedCharacter {
  /** Letters of some scripts need these, and they hold emoji together. */
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

  private ObeyedCharacter() {}

  /** Whether a code point is one. */
  public static boolean is(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          codePoint != ZERO_WIDTH_JOINER && codePoint != ZERO_WIDTH_NON_JOINER;
      case Character.SURROGATE -> true;
      default -> false;
    };
  }
}
