package wellhead.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.Breakdown.Value;
import wellhead.server.search.Facet;

/**
 * A property of the results and its values, each a way to narrow the search or to widen it again.
 *
 * @param label in words
 * @param first the values that are shown at once
 * @param more the others
 */
record FacetView(String label, List<Item> first, List<Item> more) {
  private static final int AT_ONCE = 6;

  /** No list of everything: who looks for the fiftieth value types its name. */
  private static final int AT_MOST = 40;

  FacetView {
    first = List.copyOf(first);
    more = List.copyOf(more);
  }

  /**
   * A value.
   *
   * @param count of the results that have it, in digits
   * @param url the search with it, or without it when it is chosen
   */
  record Item(String label, String count, String url, boolean chosen) {}

  /** Properties that tell the results apart: a single value that all have is no choice. */
  static List<FacetView> of(SearchCall call, @Nullable Map<Facet, List<Value>> facets) {
    var views = new ArrayList<FacetView>();
    if (facets != null) {
      facets.forEach((facet, values) -> {
        boolean chosen = !call.request().filter(facet).isEmpty();
        if (values.size() > 1 || (chosen && !values.isEmpty())) {
          List<Item> items = values.stream().limit(AT_MOST).map(v -> item(facet, v, call)).toList();
          int cut = Math.min(AT_ONCE, items.size());
          views.add(
              new FacetView(label(facet), items.subList(0, cut), items.subList(cut, items.size())));
        }
      });
    }
    return views;
  }

  private static Item item(Facet facet, Value value, SearchCall call) {
    List<String> chosen = call.request().filter(facet);
    boolean isChosen = chosen.contains(value.value());
    var next = new ArrayList<String>(chosen);
    if (isChosen) {
      next.remove(value.value());
    } else {
      next.add(value.value());
    }
    return new Item(
        value.value(),
        SearchPage.count(value.count()),
        call.given().without("offset", "cursor").with(facet.wireName(), next).on("/search"),
        isChosen);
  }

  private static String label(Facet facet) {
    return switch (facet) {
      case SOURCE -> "Source";
      case AUTHOR -> "Author";
      case COMPANY -> "Company";
      case COUNTRY -> "Country";
      case COMMODITY -> "Commodity";
      case PERSON -> "Person";
    };
  }
}
