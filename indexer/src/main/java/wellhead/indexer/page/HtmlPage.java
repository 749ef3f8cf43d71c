package wellhead.indexer.page;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.ParsedPage.Article;

/**
 * Reads a capture in HTML: the lines that a reader sees, labelled as those of a text capture are,
 * with links and machine-readable times, and what the page says of itself believed first.
 */
public final class HtmlPage {

  private HtmlPage() {}

  /**
   * Reads one capture.
   *
   * @param source whose page it is; {@code null} when not known
   * @param url where it was captured, for its relative links; {@code null} when not known
   */
  public static ParsedPage read(String html, @Nullable String source, @Nullable String url) {
    Document document =
        Jsoup.parse(html, url == null ? "" : url, Parser.htmlParser().setTrackPosition(true));
    List<Line> lines = HtmlLines.of(document);
    if (lines.isEmpty()) {
      return new ParsedPage(List.of(), null, List.of());
    }
    PageMetadata metadata = PageMetadata.of(document);
    List<Row> rows = Rows.of(lines, Phrases.of(source));
    ParsedPage page = PageRows.read(rows, metadata.title(), false);
    return new ParsedPage(
        page.headlines(), withMetadata(page.article(), metadata, url), page.rejected());
  }

  private static @Nullable Article withMetadata(
      @Nullable Article article, PageMetadata metadata, @Nullable String url) {
    if (article == null) {
      return null;
    }
    boolean machine = metadata.published() != null;
    String author = metadata.author() == null ? article.author() : metadata.author();
    String own = metadata.url();
    return new Article(
        article.title(),
        author == null ? metadata.marked() : author,
        article.age(),
        machine ? metadata.published() : article.date(),
        machine || article.machineReadable(),
        own == null ? url : own,
        article.takeaways(),
        article.body(),
        article.comments(),
        article.line());
  }
}
