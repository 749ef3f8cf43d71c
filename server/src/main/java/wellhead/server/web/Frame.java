package wellhead.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param title for the window, without the product's name
 * @param query what stands in the search box
 * @param kept the rest of the search, so that new words keep its filters
 * @param focus whether the search box has the focus when the page opens
 * @param feeds that follow what the page shows, for browsers and feed readers to find
 */
record Frame(String title, String query, List<Field> kept, boolean focus, List<Feed> feeds) {

  Frame {
    kept = List.copyOf(kept);
    feeds = List.copyOf(feeds);
  }

  static Frame plain(String title, @Nullable String query) {
    return new Frame(title, query == null ? "" : query, List.of(), false, List.of());
  }

  /**
   * Where to follow a page.
   *
   * @param type its media type
   * @param url on this server
   */
  record Feed(String type, String title, String url) {}

  /** A parameter that goes along with the form. */
  record Field(String name, String value) {

    static List<Field> of(QueryParams params) {
      return params.values().entrySet().stream()
          .flatMap(e -> e.getValue().stream().map(value -> new Field(e.getKey(), value)))
          .toList();
    }
  }
}
