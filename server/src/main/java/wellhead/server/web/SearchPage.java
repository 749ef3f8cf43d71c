package wellhead.server.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.Facet;
import wellhead.server.search.SearchResults;
import wellhead.server.search.SearchResults.Folded;
import wellhead.server.search.SearchResults.Hit;
import wellhead.server.search.SearchResults.Told;
import wellhead.server.search.SearchResults.Total;
import wellhead.story.Interval;

/**
 * The page of results, and with nothing asked the front page.
 *
 * @param home whether nothing was asked
 * @param heading how many there are, in words
 * @param understood how the query was read, when that differs from what was typed
 * @param meant what was probably meant by words that no story has
 * @param indexNote what to know of the index before trusting the page; absent when all is well
 * @param histogram absent when there is nothing to tell apart by time
 * @param facets what else tells the results apart
 * @param full hits that have all the words
 * @param partial hits that have some of them
 * @param firstRank the place of the first hit in the whole list, from 1
 * @param advice what to try when there is nothing; empty when there is something
 * @param otherForms the same search for programs and readers of feeds
 * @param empty whether there is nothing to list
 * @param emptyIndex whether that is because the index holds nothing at all
 * @param footer the generation that answered
 */
record SearchPage(
    Frame frame,
    boolean home,
    String heading,
    @Nullable String understood,
    @Nullable Meant meant,
    List<String> warnings,
    @Nullable String indexNote,
    Refinements refinements,
    @Nullable HistogramView histogram,
    List<FacetView> facets,
    @Nullable WindowNote windowNote,
    List<HitView> full,
    List<HitView> partial,
    int firstRank,
    Paging paging,
    List<Choice> advice,
    List<Choice> otherForms,
    boolean empty,
    boolean emptyIndex,
    String footer) {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  SearchPage {
    warnings = List.copyOf(warnings);
    facets = List.copyOf(facets);
    full = List.copyOf(full);
    partial = List.copyOf(partial);
    advice = List.copyOf(advice);
    otherForms = List.copyOf(otherForms);
  }

  static SearchPage of(SearchCall call, SearchResults results, @Nullable String indexNote) {
    return of(call, results, Meant.offered(call.given(), results.corrected()), indexNote);
  }

  /**
   * @param meant how the query came to be another than was asked
   */
  static SearchPage of(
      SearchCall call, SearchResults results, @Nullable Meant meant, @Nullable String indexNote) {
    QueryParams given = call.given();
    String query = call.request().query();
    boolean home = given.without("tz").isEmpty(); // the zone is how, not what
    boolean empty = results.hits().isEmpty();
    return new SearchPage(
        new Frame(
            query.isBlank() ? "Newest" : query,
            query,
            Frame.Field.of(
                given.without("q", "offset", "cursor", "timewords", "correct", "format")),
            home,
            feeds(call)),
        home,
        heading(call, results),
        understood(query, results.understood()),
        meant,
        results.warnings(),
        results.index().stories() == 0 ? null : indexNote,
        Refinements.of(call, results.time()),
        HistogramView.of(call, results.breakdown()),
        FacetView.of(call, results.breakdown().facets()),
        WindowNote.of(call, results.total()),
        hits(call, results, false),
        hits(call, results, true),
        call.request().offset() + 1,
        Paging.of(call, results),
        empty ? advice(call) : List.of(),
        otherForms(call),
        empty,
        results.index().stories() == 0,
        footer(call, results));
  }

  static String count(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  private static List<HitView> hits(SearchCall call, SearchResults results, boolean partial) {
    Map<String, List<Folded>> folded = results.folded() == null ? Map.of() : results.folded();
    Map<String, Told> told = results.told() == null ? Map.of() : results.told();
    return results.hits().stream()
        .filter(hit -> hit.partial() == partial)
        .map((Hit hit) ->
            HitView.of(hit, folded.getOrDefault(hit.id(), List.of()), told.get(hit.id()), call))
        .toList();
  }

  private static String heading(SearchCall call, SearchResults results) {
    Total total = results.total();
    boolean newest = call.request().query().isBlank();
    if (results.hits().isEmpty() && total.value() > 0) {
      return "No results this far down";
    }
    if (total.value() == 0) {
      return results.hits().isEmpty() ? "No results" : "No story has all the words";
    }
    String number = (total.exact() ? "" : "at least ") + count(total.value());
    String noun =
        newest
            ? (total.value() == 1 ? " story" : " stories") + order(call)
            : total.value() == 1 ? " result" : " results";
    String heading = number + noun;
    return heading.substring(0, 1).toUpperCase(Locale.ROOT) + heading.substring(1);
  }

  private static String order(SearchCall call) {
    return switch (call.request().sort()) {
      case NEWEST -> ", newest first";
      case OLDEST -> ", oldest first";
      case RELEVANCE -> "";
    };
  }

  private static @Nullable String understood(String query, String understood) {
    boolean asTyped = query.isBlank() || comparable(query).equals(comparable(understood));
    return asTyped ? null : understood;
  }

  /** Spacing and case are no difference that a person needs to be told about. */
  private static String comparable(String query) {
    return SPACES.matcher(query.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /** Which filter to let go, the narrowest first. */
  private static List<Choice> advice(SearchCall call) {
    QueryParams given = call.given().without("offset", "cursor");
    Stream<Step> facets =
        Stream.of(Facet.values())
            .map(Facet::wireName)
            .map(name -> drop("Search every " + name, given, name));
    Stream<Step> others =
        Stream.of(
            new Step("Go back to the first results", call.given(), given),
            drop("Count stories that may fall inside the window", given, "match"),
            drop("Search all time", given, "window", "since", "until", "match"),
            drop("Search headlines and articles alike", given, "in"));
    return Stream.concat(others, facets)
        .filter(step -> !step.from().equals(step.to()))
        .map(step -> new Choice(step.label(), step.to().on("/search"), false))
        .toList();
  }

  /** A feed follows the search; a table holds all of its results. */
  private static List<Choice> otherForms(SearchCall call) {
    return Stream.of(Format.RSS, Format.ATOM, Format.JSONFEED, Format.CSV, Format.NDJSON)
        .map(form -> new Choice(label(form), url(call, form), false))
        .toList();
  }

  /** Some readers of feeds take the first they find: RSS is what all of them read. */
  private static List<Frame.Feed> feeds(SearchCall call) {
    String query = call.request().query();
    String what = query.isBlank() ? "newest" : query;
    return Stream.of(Format.values())
        .filter(Format::isFeed)
        .map(form ->
            new Frame.Feed(form.mediaType(), what + " (" + label(form) + ")", url(call, form)))
        .toList();
  }

  private static String url(SearchCall call, Format form) {
    QueryParams given = call.given().without("offset", "cursor", "limit");
    return given.with("format", form.wireName()).on("/search");
  }

  private static String label(Format form) {
    return switch (form) {
      case RSS -> "RSS";
      case ATOM -> "Atom";
      case JSONFEED -> "JSON Feed";
      case CSV -> "CSV";
      case NDJSON -> "NDJSON";
      case JSON, HTML -> throw new IllegalArgumentException("no other form: " + form);
    };
  }

  /** A filter to let go. */
  private record Step(String label, QueryParams from, QueryParams to) {}

  private static Step drop(String label, QueryParams from, String... names) {
    return new Step(label, from, from.without(names));
  }

  private static String footer(SearchCall call, SearchResults results) {
    SearchResults.IndexState index = results.index();
    return count(index.stories())
        + (index.stories() == 1 ? " story" : " stories")
        + " in the index, as of "
        + HonestTime.moment(index.builtAt(), call.zone())
        + ago(index.builtAt(), call);
  }

  /** Whoever reads old news for new should be able to see it. */
  private static String ago(Instant builtAt, SearchCall call) {
    String ago = Ago.words(Interval.between(builtAt, builtAt), call.request().now());
    return builtAt.isAfter(call.request().now()) ? "" : " (" + ago + ")";
  }
}
