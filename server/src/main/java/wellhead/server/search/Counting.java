package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import wellhead.schema.CaptureDocument;

/**
 * Counts what a request wants counted beside its hits, in one pass over the full matches; a
 * property that the request filters by in a pass of its own, without that filter.
 */
final class Counting {
  private final IndexSearcher searcher;
  private final SearchRequest request;
  private final Selection selection;

  Counting(IndexSearcher searcher, SearchRequest request, Selection selection) {
    this.searcher = searcher;
    this.request = request;
    this.selection = selection;
  }

  /** What the breakdown depends on. */
  CountedBefore.Asked asked() {
    return new CountedBefore.Asked(
        selection.full(),
        request.filter(Facet.SOURCE),
        selection.since(),
        selection.until(),
        request.wanted(),
        request.zone());
  }

  Breakdown breakdown(SearchResults.Total total) throws IOException {
    Wanted wanted = request.wanted();
    if (wanted.equals(Wanted.NOTHING)) {
      return Breakdown.NONE;
    }
    Map<Facet, ValueTally> values = new EnumMap<>(Facet.class);
    wanted.facets().forEach(facet -> values.put(facet, new ValueTally(facet.keyword())));
    TimeTally times = new TimeTally();
    List<Tally> tallies = new ArrayList<>();
    for (Map.Entry<Facet, ValueTally> facet : values.entrySet()) {
      if (request.filter(facet.getKey()).isEmpty()) {
        tallies.add(facet.getValue());
      } else { // what another value would add
        Query others = selection.fullWithout(facet.getKey());
        Tally.all(searcher, others, List.of(facet.getValue()));
      }
    }
    if (wanted.histogram() != null) {
      tallies.add(times);
    }
    if (!tallies.isEmpty()) {
      Tally.all(searcher, selection.full(), tallies);
    }
    Optional<TimeTally.Span> span = times.span(selection.since(), selection.until());
    Breakdown.@Nullable Histogram histogram =
        wanted.histogram() == null
            ? null
            : histogram(wanted.histogram(), span, times, total.undated());
    BucketSize size = histogram == null ? BucketSize.DAY : histogram.size();
    return new Breakdown(facets(values), histogram, wanted.coverage() ? coverage(size) : null);
  }

  private @Nullable Map<Facet, List<Breakdown.Value>> facets(Map<Facet, ValueTally> values) {
    if (values.isEmpty()) {
      return null;
    }
    Map<Facet, List<Breakdown.Value>> facets = new EnumMap<>(Facet.class);
    values.forEach((facet, tally) -> facets.put(facet, tally.mostFrequent()));
    return facets;
  }

  private Breakdown.Histogram histogram(
      Bucketing asked, Optional<TimeTally.Span> span, TimeTally times, int undated) {
    if (span.isEmpty()) {
      BucketSize size =
          switch (asked) {
            case BucketSize fixed -> fixed;
            case Fitting fitting -> BucketSize.DAY;
          };
      return new Breakdown.Histogram(size, request.zone(), List.of(), undated);
    }
    return switch (asked) {
      case BucketSize size -> histogram(size, span.get(), times, undated);
      case Fitting fitting -> {
        BucketSize size = fitting.over(span.get().from(), span.get().to());
        Breakdown.Histogram fits = histogram(size, span.get(), times, undated);
        yield fits.filled() <= fitting.most() || size != BucketSize.MONTH
            ? fits
            : histogram(BucketSize.YEAR, span.get(), times, undated);
      }
    };
  }

  private Breakdown.Histogram histogram(
      BucketSize size, TimeTally.Span span, TimeTally times, int undated) {
    Buckets buckets = Buckets.over(span, size, request.zone());
    return new Breakdown.Histogram(buckets.size(), request.zone(), buckets.count(times), undated);
  }

  private Breakdown.Coverage coverage(BucketSize size) throws IOException {
    Query taken =
        CaptureDocument.takenIn(selection.since(), selection.until(), request.filter(Facet.SOURCE));
    var captures = new CaptureTally();
    Tally.all(searcher, taken, List.of(captures));
    return captures.coverage(size, request.zone());
  }
}
