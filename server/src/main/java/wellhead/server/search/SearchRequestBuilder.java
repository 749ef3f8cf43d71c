package wellhead.server.search;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.SearchRequest.Group;
import wellhead.server.search.SearchRequest.Match;
import wellhead.server.search.SearchRequest.Sort;
import wellhead.story.Story;

/** A {@link SearchRequest} under construction; what is not said has its default. */
public final class SearchRequestBuilder {
  private final String query;
  private final Instant now;
  private final Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
  private Story.@Nullable Kind in;
  private @Nullable Instant since;
  private @Nullable Instant until;
  private @Nullable Instant addedSince;
  private Match match = Match.POSSIBLE;
  private Sort sort;
  private double recency = SearchRequest.DEFAULT_RECENCY;
  private ZoneId zone = ZoneOffset.UTC;
  private int limit = 10;
  private int offset;
  private @Nullable Cursor after;
  private boolean highlight = true;
  private boolean timeWords = true;
  private boolean explain;
  private boolean collapse;
  private Group group = Group.NONE;
  private Wanted wanted = Wanted.NOTHING;

  SearchRequestBuilder(String query, Instant now) {
    this.query = query;
    this.now = now;
    sort = SearchRequest.usualSort(query);
  }

  public SearchRequestBuilder in(Story.@Nullable Kind kind) {
    in = kind;
    return this;
  }

  /** Either end may be open. */
  public SearchRequestBuilder window(@Nullable Instant from, @Nullable Instant to) {
    since = from;
    until = to;
    return this;
  }

  public SearchRequestBuilder addedSince(@Nullable Instant instant) {
    addedSince = instant;
    return this;
  }

  public SearchRequestBuilder match(Match how) {
    match = how;
    return this;
  }

  public SearchRequestBuilder filter(Facet facet, List<String> values) {
    filters.put(facet, values);
    return this;
  }

  public SearchRequestBuilder sort(Sort by) {
    sort = by;
    return this;
  }

  public SearchRequestBuilder recency(double weight) {
    recency = weight;
    return this;
  }

  public SearchRequestBuilder zone(ZoneId where) {
    zone = where;
    return this;
  }

  public SearchRequestBuilder page(int size, int from) {
    limit = size;
    offset = from;
    return this;
  }

  public SearchRequestBuilder after(@Nullable Cursor cursor) {
    after = cursor;
    return this;
  }

  public SearchRequestBuilder highlight(boolean marked) {
    highlight = marked;
    return this;
  }

  public SearchRequestBuilder timeWords(boolean read) {
    timeWords = read;
    return this;
  }

  public SearchRequestBuilder explain(boolean why) {
    explain = why;
    return this;
  }

  public SearchRequestBuilder collapse(boolean folded) {
    collapse = folded;
    return this;
  }

  public SearchRequestBuilder group(Group by) {
    group = by;
    return this;
  }

  public SearchRequestBuilder wanted(Wanted counts) {
    wanted = counts;
    return this;
  }

  /**
   * The request.
   *
   * @throws IllegalArgumentException when a number is out of its range
   */
  public SearchRequest build() {
    return new SearchRequest(
        query,
        in,
        since,
        until,
        addedSince,
        match,
        filters,
        sort,
        recency,
        now,
        zone,
        limit,
        offset,
        after,
        highlight,
        timeWords,
        explain,
        collapse,
        group,
        wanted);
  }
}
