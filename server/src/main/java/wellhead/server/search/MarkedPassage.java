package wellhead.server.search;

import org.apache.lucene.search.uhighlight.Passage;

/**
 * A piece of text in which something was found.
 *
 * @param plain as it stands, one line
 * @param html escaped, with {@code <mark>} around what was found
 * @param matches how often something was found; 0 for the beginning of a text
 * @param score how well it fits, compared with other passages of the text
 */
record MarkedPassage(String plain, String html, int matches, float score) {

  static MarkedPassage of(Passage passage, String content) {
    return new MarkedPassage(
        oneLine(content.substring(passage.getStartOffset(), passage.getEndOffset())),
        oneLine(html(passage, content)),
        passage.getNumMatches(),
        passage.getScore());
  }

  /** Without a mark. */
  static String escaped(String text) {
    var escaped = new StringBuilder();
    append(escaped, text, 0, text.length());
    return escaped.toString();
  }

  private static String html(Passage passage, String content) {
    var html = new StringBuilder();
    int at = passage.getStartOffset();
    for (int i = 0; i < passage.getNumMatches(); ) {
      int start = Math.max(at, passage.getMatchStarts()[i]);
      int end = passage.getMatchEnds()[i];
      i++;
      // a concept lies over its words, a sign touches its number: one mark for what overlaps or
      // touches
      while (i < passage.getNumMatches() && passage.getMatchStarts()[i] <= end) {
        end = Math.max(end, passage.getMatchEnds()[i++]);
      }
      end = Math.min(end, passage.getEndOffset());
      if (end > start) {
        append(html, content, at, start);
        append(html.append("<mark>"), content, start, end);
        html.append("</mark>");
        at = end;
      }
    }
    append(html, content, at, passage.getEndOffset());
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
