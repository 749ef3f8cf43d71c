package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text capture before it is looked at.
 *
 * @param number from 1, as in the capture
 * @param text without its line end and what is never printed
 */
record PrintedLine(int number, String text) {

  /** Takes a text apart at the line ends of every system. */
  static List<PrintedLine> of(String text) {
    List<PrintedLine> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !breaksLine(text.charAt(end))) {
        end++;
      }
      lines.add(new PrintedLine(lines.size() + 1, Lines.visible(text.substring(at, end))));
      boolean crlf =
          end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
      at = end + (crlf ? 2 : 1);
    }
    return lines;
  }

  private static boolean breaksLine(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\f'
        || c == '\u000B'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
