package wellhead.server.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.BucketSize;
import wellhead.server.search.Bucketing;
import wellhead.server.search.Cursor;
import wellhead.server.search.Facet;
import wellhead.server.search.Fitting;
import wellhead.server.search.SearchRequest;
import wellhead.server.search.SearchRequest.Group;
import wellhead.server.search.SearchRequest.Match;
import wellhead.server.search.SearchRequest.Sort;
import wellhead.server.search.SearchRequestBuilder;
import wellhead.server.search.Wanted;
import wellhead.story.Story;

/**
 * A search as it came over HTTP: every parameter read, every default filled in.
 *
 * @param given the parameters as they came, for links that change one of them
 * @param zone where days begin and in which times are shown
 * @param format as asked for by {@code format=}; {@code null} leaves it to {@code Accept}
 */
record SearchCall(QueryParams given, SearchRequest request, ZoneId zone, @Nullable Format format) {
  private static final Pattern SHARE = Pattern.compile("(0(\\.[0-9]*)?|1(\\.0*)?|\\.[0-9]+)");

  /** The longest query that is answered, in UTF-16 units. */
  static final int MAX_QUERY_LENGTH = 10_000;

  static final int DEFAULT_LIMIT = 10;

  /** Of a histogram that fits; as many as are still wide enough to be hit on a phone. */
  static final int BARS = 48;

  /** The forms that an answer is given in. */
  static final Set<Format> FORMS = Collections.unmodifiableSet(EnumSet.allOf(Format.class));

  /** Whether a table begins with a byte-order mark. */
  static final String BOM = "bom";

  /** Every parameter that a search knows. */
  static final List<String> NAMES =
      List.of(
          "q",
          "in",
          "since",
          "until",
          "window",
          "tz",
          "match",
          "source",
          "author",
          "company",
          "country",
          "commodity",
          "person",
          "sort",
          "recency",
          "now",
          "limit",
          "offset",
          "format",
          "highlight",
          "cursor",
          "timewords",
          "correct",
          "collapse",
          "group",
          "explain",
          "facets",
          "histogram",
          "coverage",
          BOM,
          "added_since");

  private static final Set<String> REPEATABLE =
      Arrays.stream(Facet.values()).map(Facet::wireName).collect(Collectors.toUnmodifiableSet());

  private static final List<String> ONCE =
      NAMES.stream().filter(n -> !REPEATABLE.contains(n)).toList();

  /** What a form sends empty when nothing was typed: then it is as if it were not there. */
  private static final Set<String> MAY_BE_EMPTY = Set.of("q", "since", "until", "added_since");

  /**
   * @param clock what now is when {@code now=} does not pin it
   * @throws ProblemException naming the parameter at fault
   */
  static SearchCall read(QueryParams params, Instant clock) {
    Params.refuseUnknown(params, NAMES);
    Params.refuseRepeated(params, ONCE);
    Params.flag(params, BOM, false);
    QueryParams given = params.without(blankNames(params));
    String q = query(params);
    ZoneId zone = Params.zone(given.first("tz"));
    String pinned = given.first("now");
    Cursor after = cursor(given);
    Instant begun = after == null ? clock : after.now();
    Instant now = pinned == null ? begun : TimeParam.instant("now", pinned);
    String added = given.first("added_since");
    Window window = Window.read(given, new TimeParam(now, zone));
    Params.flag(given, "correct", true);
    SearchRequestBuilder request =
        SearchRequest.of(q, now)
            .in(kind(given.first("in")))
            .window(window.since(), window.until())
            .addedSince(added == null ? null : TimeParam.instant("added_since", added))
            .match(Params.choice(given, "match", Match.values(), Match::wireName, Match.POSSIBLE))
            .sort(Params.choice(given, "sort", Sort.values(), Sort::wireName, usualSort(q)))
            .recency(recency(given.first("recency")))
            .zone(zone)
            .page(
                Params.number(given, "limit", DEFAULT_LIMIT, 1, 100),
                Params.number(given, "offset", 0, 0, 1000))
            .after(after)
            .highlight(Params.flag(given, "highlight", true))
            .collapse(Params.flag(given, "collapse", false))
            .group(Params.choice(given, "group", Group.values(), Group::wireName, Group.NONE))
            .timeWords(Params.flag(given, "timewords", true))
            .explain(Params.flag(given, "explain", false))
            .wanted(wanted(given));
    for (Facet facet : Facet.values()) {
      request.filter(facet, exact(given, facet.wireName()));
    }
    return new SearchCall(
        given, request.build(), zone, Params.format(given.first("format"), FORMS));
  }

  /** A table of what is found, as a spreadsheet or as a program wants it. */
  CsvRows csv() {
    return new CsvRows(Params.flag(given, BOM, false));
  }

  /** The order when none is asked for. */
  static Sort usualSort(String query) {
    return SearchRequest.usualSort(query);
  }

  private static @Nullable Cursor cursor(QueryParams given) {
    String text = given.first("cursor");
    if (text == null) {
      return null;
    }
    if (given.first("offset") != null) {
      throw ProblemException.badRequest(
          "conflicting_parameters",
          "offset",
          "A cursor says where to go on: give no offset with it.");
    }
    return Cursor.parse(text)
        .orElseThrow(() ->
            ProblemException.unusable(
                "cursor",
                Quoted.text(text)
                    + " is no cursor: give the next_cursor of an answer, or leave it out."));
  }

  private static Wanted wanted(QueryParams given) {
    return new Wanted(
        Params.choices(given, "facets", Facet.values(), Facet::wireName),
        histogram(given.first("histogram")),
        Params.flag(given, "coverage", false));
  }

  private static @Nullable Bucketing histogram(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.equals("auto")) {
      return new Fitting(BARS);
    }
    return Stream.of(BucketSize.values())
        .filter(size -> size.wireName().equals(text))
        .findFirst()
        .orElseThrow(() ->
            Params.notOneOf(
                "histogram", text, List.of("hour", "day", "week", "month", "year", "auto")));
  }

  /** Whether a page that would be empty may show what was probably meant. */
  boolean mayCorrect() {
    return Params.flag(given, "correct", true);
  }

  /** The same with another query. */
  SearchCall asking(String query) {
    return read(given.with("q", query), request.now());
  }

  /** The same as a page asks it: with what narrows a search further, and what is alike as one. */
  SearchCall forPage() {
    Wanted page = new Wanted(Set.of(Facet.values()), new Fitting(BARS), true);
    boolean collapse = given.first("collapse") == null || request.collapse();
    Group group = given.first("group") == null ? Group.EVENT : request.group();
    return new SearchCall(
        given, request.but().wanted(page).collapse(collapse).group(group).build(), zone, format);
  }

  /** The window [since, until); {@code null} leaves an end open. */
  private record Window(@Nullable Instant since, @Nullable Instant until) {

    static Window read(QueryParams given, TimeParam time) {
      String since = given.first("since");
      String until = given.first("until");
      String window = given.first("window");
      if (window != null && since != null) {
        throw ProblemException.badRequest(
            "conflicting_parameters", "window", "window is short for since: give one of the two.");
      }
      Instant from =
          window != null
              ? time.windowStart("window", window)
              : since == null ? null : time.moment("since", since);
      Instant to = until == null ? null : time.moment("until", until);
      if (from != null && to != null && !from.isBefore(to)) {
        throw ProblemException.unusable(
            "until", "The window is empty: until (" + to + ") must come after " + from + ".");
      }
      return new Window(from, to);
    }
  }

  private static String[] blankNames(QueryParams params) {
    return params.names().stream()
        .filter(MAY_BE_EMPTY::contains)
        .filter(name -> params.all(name).getFirst().isBlank())
        .toArray(String[]::new);
  }

  /** What was asked for; empty when nothing was. */
  static String query(QueryParams params) {
    String q = params.first("q");
    if (q == null) {
      return "";
    }
    if (q.length() > MAX_QUERY_LENGTH) {
      throw new ProblemException(
          Problem.badRequest(
              "query_too_long",
              "q",
              MAX_QUERY_LENGTH,
              "The query has "
                  + q.length()
                  + " characters; at most "
                  + MAX_QUERY_LENGTH
                  + " are read."));
    }
    return q;
  }

  private static Story.@Nullable Kind kind(@Nullable String text) {
    return switch (text) {
      case null -> null;
      case "all" -> null;
      case "headline" -> Story.Kind.HEADLINE;
      case "article" -> Story.Kind.ARTICLE;
      default -> throw Params.notOneOf("in", text, List.of("headline", "article", "all"));
    };
  }

  private static List<String> exact(QueryParams given, String name) {
    List<String> values = given.all(name);
    if (values.stream().anyMatch(String::isBlank)) {
      throw ProblemException.unusable(name, name + " is empty: give a name or leave it out.");
    }
    return values;
  }

  private static double recency(@Nullable String text) {
    if (text == null) {
      return SearchRequest.DEFAULT_RECENCY;
    }
    if (text.length() <= 20 && SHARE.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    throw ProblemException.unusable(
        "recency", Quoted.text(text) + " cannot be used for recency: give a number from 0 to 1.");
  }
}
