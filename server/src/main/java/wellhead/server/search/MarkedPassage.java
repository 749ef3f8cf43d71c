package wellhead.server.search;

import java.util.List;

/**
 * A piece of text in which something was found.
 *
 * @param start where it begins in the text
 * @param plain as it stands, one line
 * @param html escaped, with {@code <mark>} around what was found
 * @param matches how often something was found; 0 for the beginning of a text
 * @param score how well it fits, compared with other passages of the text
 */
record MarkedPassage(int start, String plain, String html, int matches, float score) {

  /**
   * Cuts a passage.
   *
   * @param end behind its last character
   * @param found what to mark in it, in order
   */
  static MarkedPassage of(String text, int start, int end, List<Finder.Found> found, float score) {
    String before = isCut(text, start) ? "…" : "";
    String after = isCut(text, end) ? "…" : "";
    return new MarkedPassage(
        start,
        before + oneLine(text.substring(start, end)) + after,
        before + oneLine(html(text, start, end, found)) + after,
        found.size(),
        score);
  }

  /** Whether a passage begins or ends within a sentence. */
  private static boolean isCut(String text, int at) {
    for (int i = at - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        return at < text.length() && Character.isLetterOrDigit(c);
      }
    }
    return false;
  }

  /** A text as a whole. */
  static String html(String text, List<Finder.Found> found) {
    return oneLine(html(text, 0, text.length(), found));
  }

  private static String html(String text, int from, int to, List<Finder.Found> found) {
    var html = new StringBuilder();
    int at = from;
    for (int i = 0; i < found.size(); ) {
      int start = Math.max(at, found.get(i).start());
      int end = found.get(i).end();
      i++;
      // a concept lies over its words, a sign touches its number: one mark for what overlaps or
      // touches
      while (i < found.size() && found.get(i).start() <= end) {
        end = Math.max(end, found.get(i++).end());
      }
      end = Math.min(end, to);
      if (end > start) {
        append(html, text, at, start);
        append(html.append("<mark>"), text, start, end);
        html.append("</mark>");
        at = end;
      }
    }
    append(html, text, at, to);
    return html.toString();
  }

  private static void append(StringBuilder html, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }

  private static String oneLine(String text) {
    var line = new StringBuilder(text.length());
    boolean isGap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
        isGap = true;
      } else {
        line.append(isGap && !line.isEmpty() ? " " : "").append(c);
        isGap = false;
      }
    }
    return line.toString();
  }
}
