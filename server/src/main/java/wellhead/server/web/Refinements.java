package wellhead.server.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.server.query.TimeReading;
import wellhead.server.search.Facet;
import wellhead.server.search.SearchRequest;
import wellhead.server.search.SearchRequest.Match;
import wellhead.server.search.SearchRequest.Sort;
import wellhead.story.Story;

/**
 * How a search can be narrowed or turned, each way a link.
 *
 * @param rows kind, order, time
 * @param since what stands in the form for a window of one's own: a day, or empty
 * @param until like {@code since}
 * @param kept the rest of the search, which goes along with that form
 * @param ownWindow whether a window of one's own is in force
 * @param active filters in force that no row shows, each with the link that takes it away
 */
record Refinements(
    List<Choice.Row> rows,
    String since,
    String until,
    List<Frame.Field> kept,
    boolean ownWindow,
    List<Choice> active) {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final String[] WINDOW = {"window", "since", "until", "match"};

  private static final List<Map.Entry<String, String>> WINDOWS =
      List.of(Map.entry("24h", "24 hours"), Map.entry("7d", "7 days"), Map.entry("30d", "30 days"));

  Refinements {
    rows = List.copyOf(rows);
    kept = List.copyOf(kept);
    active = List.copyOf(active);
  }

  static Refinements of(SearchCall call, @Nullable TimeReading time) {
    QueryParams given = call.given().without("offset", "cursor", "format");
    return new Refinements(
        List.of(kinds(call, given), orders(call, given), times(given)),
        dayOrNothing(given, "since"),
        dayOrNothing(given, "until"),
        Frame.Field.of(given.without("window", "since", "until")),
        given.first("since") != null || given.first("until") != null,
        active(call, given, time));
  }

  private static Choice.Row kinds(SearchCall call, QueryParams given) {
    Story.Kind in = call.request().in();
    return new Choice.Row(
        "Show",
        List.of(
            new Choice("All", given.without("in").on("/search"), in == null),
            kind("Headlines", Story.Kind.HEADLINE, in == Story.Kind.HEADLINE, given),
            kind("Articles", Story.Kind.ARTICLE, in == Story.Kind.ARTICLE, given)));
  }

  private static Choice kind(String label, Story.Kind kind, boolean current, QueryParams given) {
    return new Choice(label, given.with("in", kind.wireName()).on("/search"), current);
  }

  private static Choice.Row times(QueryParams given) {
    var choices = new ArrayList<Choice>();
    QueryParams anyTime = given.without(WINDOW);
    choices.add(new Choice("Any time", anyTime.on("/search"), anyTime.equals(given)));
    QueryParams keptMatch = given.without("window", "since", "until");
    for (Map.Entry<String, String> window : WINDOWS) {
      choices.add(
          new Choice(
              window.getValue(),
              keptMatch.with("window", window.getKey()).on("/search"),
              window.getKey().equals(given.first("window")) && given.first("until") == null));
    }
    return new Choice.Row("Published", choices);
  }

  private static Choice.Row orders(SearchCall call, QueryParams given) {
    boolean words = !call.request().query().isBlank();
    Sort usual = SearchCall.usualSort(call.request().query());
    var choices = new ArrayList<Choice>();
    for (Sort sort : Sort.values()) {
      // without words there is nothing to be relevant to
      if (sort != Sort.RELEVANCE || words) {
        QueryParams there =
            sort == usual ? given.without("sort") : given.with("sort", sort.wireName());
        choices.add(new Choice(label(sort), there.on("/search"), sort == call.request().sort()));
      }
    }
    return new Choice.Row("Order", choices);
  }

  private static String label(Sort sort) {
    return switch (sort) {
      case RELEVANCE -> "Relevance";
      case NEWEST -> "Newest";
      case OLDEST -> "Oldest";
    };
  }

  private static List<Choice> active(
      SearchCall call, QueryParams given, @Nullable TimeReading time) {
    SearchRequest request = call.request();
    var active = new ArrayList<Choice>();
    if (time != null) {
      active.add(
          new Choice(
              "“" + time.words() + "”: " + window(time.since(), time.until(), call.zone()),
              given.with("timewords", "false").on("/search"),
              true));
    }
    if (isOwnWindow(given)) {
      active.add(
          new Choice(
              window(request.since(), request.until(), call.zone()),
              given.without(WINDOW).on("/search"),
              true));
    }
    if (request.addedSince() != null) {
      active.add(
          new Choice(
              "new here since " + HonestTime.moment(request.addedSince(), call.zone()),
              given.without("added_since").on("/search"),
              true));
    }
    if (request.match() == Match.CERTAIN) {
      active.add(
          new Choice("certainly inside the window", given.without("match").on("/search"), true));
    }
    for (Facet facet : Facet.values()) {
      String words = facet == Facet.AUTHOR ? "by " : facet.wireName() + " ";
      listed(active, given, facet.wireName(), words);
    }
    return active;
  }

  private static void listed(List<Choice> active, QueryParams given, String param, String words) {
    List<String> all = given.all(param);
    for (String value : all) {
      List<String> others = all.stream().filter(v -> !v.equals(value)).toList();
      active.add(new Choice(words + value, given.with(param, others).on("/search"), true));
    }
  }

  private static boolean isOwnWindow(QueryParams given) {
    boolean chip =
        WINDOWS.stream().anyMatch(w -> w.getKey().equals(given.first("window")))
            && given.first("until") == null;
    return !chip
        && (given.first("window") != null
            || given.first("since") != null
            || given.first("until") != null);
  }

  private static String window(@Nullable Instant since, @Nullable Instant until, ZoneId zone) {
    if (since == null) {
      return until == null ? "any time" : "before " + HonestTime.moment(until, zone);
    }
    String from = "from " + HonestTime.moment(since, zone);
    return until == null ? from : from + " to " + HonestTime.moment(until, zone);
  }

  /** A date field takes a day only; a moment or a span is shown among the active filters. */
  private static String dayOrNothing(QueryParams given, String param) {
    String value = given.first(param);
    return value != null && DAY.matcher(value).matches() ? value : "";
  }
}
