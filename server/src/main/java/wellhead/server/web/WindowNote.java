package wellhead.server.web;

import org.jspecify.annotations.Nullable;
import wellhead.server.search.SearchRequest.Match;
import wellhead.server.search.SearchResults.Total;

/**
 * What a window means for intervals.
 *
 * @param words how many are certainly inside, how many are left out
 * @param action the other way to count; {@code null} when it makes no difference
 */
record WindowNote(String words, @Nullable Choice action) {

  static @Nullable WindowNote of(SearchCall call, Total total) {
    if (call.request().since() == null && call.request().until() == null) {
      return null;
    }
    String undated =
        total.undated() == 0
            ? ""
            : " " + SearchPage.count(total.undated()) + " more left out: nothing tells their time.";
    QueryParams given = call.given().without("offset", "cursor");
    boolean unsure = total.possible() > total.certain();
    if (call.request().match() == Match.CERTAIN) {
      return note(
          unsure
              ? SearchPage.count(total.possible() - total.certain())
                  + " more may fall inside this window."
              : "",
          undated,
          unsure ? new Choice("Include them", given.without("match").on("/search"), false) : null);
    }
    return note(
        unsure
            ? SearchPage.count(total.certain())
                + " certainly inside this window, the others possibly."
            : "",
        undated,
        unsure
            ? new Choice("Only the certain", given.with("match", "certain").on("/search"), false)
            : null);
  }

  private static @Nullable WindowNote note(String words, String undated, @Nullable Choice action) {
    String all = (words + undated).strip();
    return all.isEmpty() ? null : new WindowNote(all, action);
  }
}
