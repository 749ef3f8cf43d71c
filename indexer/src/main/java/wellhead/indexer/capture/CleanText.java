package wellhead.indexer.capture;

import org.jspecify.annotations.Nullable;

/**
 * Text from machines, fit to be shown: without control characters, without marks that turn the
 * writing direction around, without halves of characters.
 */
final class CleanText {
  private CleanText() {}

  /** On one line, with single spaces; {@code null} when nothing is left. */
  static @Nullable String line(@Nullable String text) {
    return text == null ? null : clean(text, false);
  }

  /** With its line ends, at most one blank line in a row; {@code null} when nothing is left. */
  static @Nullable String block(@Nullable String text) {
    return text == null ? null : clean(text.replace("\r\n", "\n").replace('\r', '\n'), true);
  }

  private static @Nullable String clean(String text, boolean lines) {
    var clean = new StringBuilder(text.length());
    int breaks = 0;
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (lines && (c == '\n' || c == '\u2028' || c == '\u2029')) {
        breaks += c == '\u2029' ? 2 : 1;
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else if (!isDropped(c)) {
        if (!clean.isEmpty() && breaks > 0) {
          clean.append(breaks > 1 ? "\n\n" : "\n");
        } else if (!clean.isEmpty() && space) {
          clean.append(' ');
        }
        breaks = 0;
        space = false;
        clean.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
      }
    }
    return clean.isEmpty() ? null : clean.toString();
  }

  /** Joiners stay: they are letters of some scripts, and hold emoji together. */
  private static boolean isDropped(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> true;
      case Character.FORMAT -> c != 0x200C && c != 0x200D;
      default -> false;
    };
  }
}
