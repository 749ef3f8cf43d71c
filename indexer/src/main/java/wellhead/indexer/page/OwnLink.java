package wellhead.indexer.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.ParsedPage.Article;
import wellhead.indexer.page.ParsedPage.Headline;

/**
 * The address of the article on a page. It is the page's, but for an article that stands on a page
 * of others for a while, below their list: there the next one has the same address, and both would
 * be one story.
 *
 * @param captured where the page was captured; {@code null} when not known
 * @param page with the headlines around the article
 */
record OwnLink(@Nullable String captured, ParsedPage page) {

  /**
   * The address; {@code null} when only that of the whole site is known.
   *
   * @param metadata what the page says of itself; believed of a page that says that it is an
   *     article
   */
  @Nullable String of(Article article, PageMetadata metadata) {
    String own =
        Stream.of(Optional.ofNullable(metadata.url()), Optional.ofNullable(captured))
            .flatMap(Optional::stream)
            .filter(url -> !path(url).isEmpty())
            .findFirst()
            .orElse(null);
    String listed = listed(article.title());
    boolean elsewhere =
        listed != null && (own == null || (!metadata.article() && !path(own).equals(path(listed))));
    return elsewhere ? listed : own;
  }

  /** Where the page's own list leads from the same title. */
  private @Nullable String listed(String title) {
    String folded = Titles.fold(title);
    return page.headlines().stream()
        .filter(headline -> headline.url() != null && Titles.fold(headline.title()).equals(folded))
        .map(Headline::url)
        .findFirst()
        .orElse(null);
  }

  /** Without a slash at its end; empty for the whole site. */
  private static String path(String url) {
    try {
      URI uri = new URI(url);
      String path = Objects.requireNonNullElse(uri.getRawPath(), "").replaceFirst("/$", "");
      return path.isEmpty() && uri.getRawQuery() != null ? "?" : path;
    } catch (URISyntaxException e) {
      return url; // nothing is known of such an address
    }
  }
}
