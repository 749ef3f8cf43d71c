package wellhead.server.web;

import org.jspecify.annotations.Nullable;
import wellhead.server.search.SearchResults;
import wellhead.server.search.SearchResults.Total;

/**
 * Where we are in the list.
 *
 * @param range "11–20 of 41"; empty when all is on one page
 */
record Paging(String range, @Nullable String previous, @Nullable String next) {
  /** Offsets end here; beyond, a narrower search is the better way. */
  private static final int MAX_OFFSET = 1000;

  static Paging of(SearchCall call, SearchResults results) {
    if (call.request().after() != null) {
      // beyond the reach of offsets nobody counts pages: on, or back to the beginning
      return new Paging("further results", at(call, 0), further(call, results));
    }
    int offset = call.request().offset();
    int limit = call.request().limit();
    Total total = results.total();
    int end = offset + results.hits().size();
    boolean more = total.value() > offset + limit || (!total.exact() && end == offset + limit);
    boolean reachable = more && offset + limit <= MAX_OFFSET;
    String of = (total.exact() ? "" : "at least ") + SearchPage.count(total.value());
    return new Paging(
        (offset > 0 || more) && end > offset
            ? SearchPage.count(offset + 1) + "–" + SearchPage.count(end) + " of " + of
            : "",
        offset == 0 ? null : at(call, Math.max(0, offset - limit)),
        reachable ? at(call, offset + limit) : further(call, results));
  }

  private static @Nullable String further(SearchCall call, SearchResults results) {
    String cursor = results.nextCursor();
    return cursor == null
        ? null
        : call.given().without("offset").with("cursor", cursor).on("/search");
  }

  private static String at(SearchCall call, int offset) {
    QueryParams given = call.given().without("offset", "cursor");
    return (offset == 0 ? given : given.with("offset", Integer.toString(offset))).on("/search");
  }
}
