package wellhead.server.web;

import org.jspecify.annotations.Nullable;
import wellhead.server.search.SearchResults;

/**
 * What was probably meant by words that no story has: offered, or shown in place of an empty page.
 *
 * @param before the words before the link
 * @param link to the other search: what was meant, or only what was asked
 * @param after the sign behind it
 */
record Meant(String before, Choice link, String after) {

  /** Where what was asked finds something of its own, if only in part. */
  static @Nullable Meant offered(QueryParams given, @Nullable String corrected) {
    if (corrected == null) {
      return null;
    }
    QueryParams other = given.without("offset", "cursor", "correct").with("q", corrected);
    return new Meant("Did you mean", new Choice(corrected, other.on("/search"), false), "?");
  }

  /** On a page that shows the other search; one click goes back to what was asked. */
  static Meant shown(SearchCall asked, String corrected) {
    String query = asked.request().query().strip();
    QueryParams only = asked.given().without("offset", "cursor").with("correct", "false");
    return new Meant(
        "No story has “" + query + "”; showing “" + corrected + "”. Search only for",
        new Choice(query, only.on("/search"), false),
        ".");
  }

  /**
   * The search to show in place of one that finds nothing.
   *
   * @return {@code null} when the page shows what was asked
   */
  static @Nullable SearchCall inPlaceOf(SearchCall asked, SearchResults results) {
    boolean first = asked.request().offset() == 0 && asked.request().after() == null;
    return asked.mayCorrect() && first && results.hits().isEmpty() && results.corrected() != null
        ? asked.asking(results.corrected())
        : null;
  }
}
