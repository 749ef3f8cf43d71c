package wellhead.indexer.page;

import java.util.List;

/**
 * How a text capture writes what markup said: nothing, Markdown, numbered links, or underlined
 * ones.
 *
 * <p>The general habit: extractors that keep links write them in one of few ways, all over the
 * page. So the page as a whole is asked, never one line.
 */
interface Notation {

  /**
   * A line in plain words.
   *
   * @param text without marks; blank when the line was only marks
   */
  record Plain(String text, Markup markup) {}

  /** Reads one line; what is no mark stays as it is. */
  Plain read(String line);

  /**
   * The one that a page is written in.
   *
   * @param addresses the lines of the list of addresses behind the page; none where it has none
   */
  static Notation of(List<PrintedLine> lines, List<PrintedLine> addresses) {
    if (Underlined.isUsedIn(lines)) {
      return new Underlined();
    }
    if (Markdown.isUsedIn(lines)) {
      return new Markdown();
    }
    return NumberedLinks.isUsedIn(lines) ? new NumberedLinks(addresses) : Notation::plain;
  }

  private static Plain plain(String line) {
    return new Plain(line, Markup.NONE);
  }
}
