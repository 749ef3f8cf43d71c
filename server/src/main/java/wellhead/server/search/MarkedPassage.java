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
        before + plain(text, start, end) + after,
        before + html(text, start, end, found) + after,
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
    return html(text, 0, text.length(), found);
  }

  private static String html(String text, int from, int to, List<Finder.Found> found) {
    var line = new Line(to - from + 16 * found.size());
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
        line.escaped(text, at, start);
        line.tag("<mark>");
        line.escaped(text, start, end);
        line.tag("</mark>");
        at = end;
      }
    }
    line.escaped(text, at, to);
    return line.toString();
  }

  private static String plain(String text, int from, int to) {
    var line = new Line(to - from);
    for (int i = from; i < to; i++) {
      line.add(text.charAt(i));
    }
    return line.toString();
  }

  /** Text in one line: any run of spaces and breaks is a space, and there is none at the ends. */
  private static final class Line {
    private final StringBuilder line;
    private boolean isGap;

    Line(int length) {
      line = new StringBuilder(length);
    }

    void add(char c) {
      if (isSpace(c)) {
        isGap = true;
      } else {
        closeGap();
        line.append(c);
      }
    }

    void escaped(String text, int from, int to) {
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        switch (c) {
          case '&' -> tag("&amp;");
          case '<' -> tag("&lt;");
          case '>' -> tag("&gt;");
          case '"' -> tag("&quot;");
          case '\'' -> tag("&#39;");
          default -> add(c);
        }
      }
    }

    void tag(String markup) {
      closeGap();
      line.append(markup);
    }

    private void closeGap() {
      if (isGap && !line.isEmpty()) {
        line.append(' ');
      }
      isGap = false;
    }

    private static boolean isSpace(char c) {
      if (c > ' ' && c < '\u007f') {
        return false; // nearly all of them
      }
      return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    @Override
    public String toString() {
      return line.toString();
    }
  }
}
