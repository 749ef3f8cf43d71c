package wellhead.server.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.story.Story;

/** A request under construction; what is not said has its default. */
record Asked(
    String query,
    Story.@Nullable Kind in,
    @Nullable Instant since,
    @Nullable Instant until,
    SearchRequest.Match match,
    List<String> sources,
    SearchRequest.Sort sort,
    double recency,
    int limit,
    int offset) {

  static Asked of(String query) {
    return new Asked(
        query,
        null,
        null,
        null,
        SearchRequest.Match.POSSIBLE,
        List.of(),
        SearchRequest.Sort.RELEVANCE,
        SearchRequest.DEFAULT_RECENCY,
        10,
        0);
  }

  Asked in(Story.Kind kind) {
    return new Asked(query, kind, since, until, match, sources, sort, recency, limit, offset);
  }

  Asked window(@Nullable Instant from, @Nullable Instant to, SearchRequest.Match how) {
    return new Asked(query, in, from, to, how, sources, sort, recency, limit, offset);
  }

  Asked from(String... names) {
    return new Asked(query, in, since, until, match, List.of(names), sort, recency, limit, offset);
  }

  Asked sort(SearchRequest.Sort by) {
    return new Asked(query, in, since, until, match, sources, by, recency, limit, offset);
  }

  Asked recency(double weight) {
    return new Asked(query, in, since, until, match, sources, sort, weight, limit, offset);
  }

  Asked page(int size, int from) {
    return new Asked(query, in, since, until, match, sources, sort, recency, size, from);
  }

  SearchRequest request() {
    return SearchRequest.of(query, TestIndex.NOW)
        .in(in)
        .window(since, until)
        .match(match)
        .filter(Facet.SOURCE, sources)
        .sort(sort)
        .recency(recency)
        .page(limit, offset)
        .build();
  }
}
