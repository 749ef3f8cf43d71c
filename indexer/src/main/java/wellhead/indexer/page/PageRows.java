package wellhead.indexer.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From rows to the page: which block is what. */
final class PageRows {

  private PageRows() {}

  static ParsedPage read(List<Row> rows) {
    return read(rows, null, null, false);
  }

  /**
   * Reads rows of which more is known than they show.
   *
   * @param main which rows are the main text by the page's markup; {@code null} when it has none
   * @param declared whether the capture says that it is an article
   * @param title what the page itself says is its article's title; {@code null} when it says
   *     nothing
   */
  static ParsedPage read(
      List<Row> rows, boolean @Nullable [] main, @Nullable String title, boolean declared) {
    Comments comments = new Comments(rows);
    boolean[] closed = comments.taken();
    AuthorCards.close(rows, closed);
    Optional<Articles.Found> article =
        new Articles(rows, closed.clone(), main, title, declared).read(comments.remarks());
    article.ifPresent(a -> Arrays.fill(closed, a.first(), a.last() + 1, true));
    @Nullable Cue[] flavours = Flavours.of(rows);
    Headlines headlines = new Headlines(rows);
    new DatedLists(rows, closed, flavours, headlines).read();
    new LinkLists(rows, closed, flavours, headlines).read();
    return new ParsedPage(
        headlines.headlines(),
        article.map(Articles.Found::article).orElse(null),
        headlines.refused());
  }
}
