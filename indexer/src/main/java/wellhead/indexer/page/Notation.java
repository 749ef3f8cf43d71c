package wellhead.indexer.page;

import java.util.List;

/**
 * How a text capture writes what markup said: nothing, Markdown, or numbered links.
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

  static Notation of(List<PrintedLine> lines) {
    if (Markdown.isUsedIn(lines)) {
      return new Markdown();
    }
    return NumberedLinks.isUsedIn(lines) ? new NumberedLinks(lines) : Notation::plain;
  }

  private static Plain plain(String line) {
    return new Plain(line, Markup.NONE);
  }
}
