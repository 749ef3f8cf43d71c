package wellhead.indexer.page;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
    return prepared(html, source, url).read(Weights.SHIPPED);
  }

  /** Reads one capture and keeps the numbers that decided. */
  public static PageExplanation explain(
      String html, @Nullable String source, @Nullable String url) {
    return new PageExplanation(prepared(html, source, url), Weights.SHIPPED);
  }

  static PreparedPage prepared(String html, @Nullable String source, @Nullable String url) {
    Document document =
        Jsoup.parse(html, url == null ? "" : url, Parser.htmlParser().setTrackPosition(true));
    List<Line> lines =
        ReadOn.takenOff(DateLeaves.joined(RowNumbers.takenOff(HtmlLines.of(document))));
    ListedForMachines listed = ListedForMachines.on(document);
    PageMetadata metadata = PageMetadata.of(document);
    List<Row> rows = Rows.of(lines, Phrases.of(source));
    UnaryOperator<ParsedPage> shell =
        DrawnByScript.is(document, lines) ? ParsedPage::ofScripts : UnaryOperator.identity();
    if (lines.isEmpty()) {
      return new PreparedPage(
          Layout.of(rows, null, null, false, false),
          List::of,
          page -> shell.apply(listed.addedTo(page)));
    }
    boolean[] main =
        metadata.article() || MainText.mayBeIn(rows)
            ? MainText.mark(document, lines)
            : new boolean[lines.size()];
    return new PreparedPage(
        Layout.of(rows, main, metadata.title(), false, metadata.article()),
        List::of,
        page ->
            shell.apply(
                listed.addedTo(
                    new ParsedPage(
                        page.headlines(),
                        withMetadata(
                            page.article(), metadata, new OwnLink(url, page), headings(lines)),
                        page.rejected()))));
  }

  private static @Nullable Article withMetadata(
      @Nullable Article article, PageMetadata metadata, OwnLink link, Set<String> headings) {
    if (article == null) {
      return null;
    }
    boolean machine = metadata.published() != null;
    String author = metadata.author() == null ? article.author() : metadata.author();
    return new Article(
        title(article.title(), metadata, headings),
        author == null ? metadata.marked() : author,
        article.age(),
        machine ? metadata.published() : article.date(),
        machine || article.machineReadable(),
        metadata.modified() == null ? article.updated() : metadata.modified(),
        link.of(article, metadata),
        article.takeaways(),
        article.body(),
        article.comments(),
        article.line());
  }

  /** The page's first headings, folded. */
  private static Set<String> headings(List<Line> lines) {
    return lines.stream()
        .filter(l -> l.markup().heading() == 1)
        .map(l -> Titles.fold(l.text()))
        .collect(Collectors.toSet());
  }

  /**
   * What a page that says that it is an article also says is its title, unless what was read is the
   * same, or is the page's first heading: what is said for machines may be cut or reworded.
   */
  private static String title(String read, PageMetadata metadata, Set<String> headings) {
    String said = metadata.title();
    String folded = Titles.fold(read);
    return said == null
            || !metadata.article()
            || headings.contains(folded)
            || Titles.fold(said).startsWith(folded)
        ? read
        : Titles.withoutSite(said);
  }
}
