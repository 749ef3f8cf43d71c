package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text capture before it is looked at.
 *
 * @param number from 1, as editors and {@code sed} count: by the line ends of Unix, Windows and old
 *     Macs, and by none of the others that text may have
 * @param text without its line end and what is never printed
 */
record PrintedLine(int number, String text) {

  /** Takes a text apart at the line ends of every system. */
  static List<PrintedLine> of(String text) {
    List<PrintedLine> lines = new ArrayList<>();
    int at = 0;
    int number = 1;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !breaksLine(text.charAt(end))) {
        end++;
      }
      lines.add(new PrintedLine(number, Lines.visible(text.substring(at, end))));
      boolean crlf =
          end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
      number += end < text.length() && isCounted(text.charAt(end)) ? 1 : 0;
      at = end + (crlf ? 2 : 1);
    }
    return lines;
  }

  private static boolean breaksLine(char c) {
    return isCounted(c)
        || c == '\f'
        || c == '\u000B'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }

  private static boolean isCounted(char c) {
    return c == '\n' || c == '\r';
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
