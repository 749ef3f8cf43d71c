package wellhead.server.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All full matches, counted as a request {@link Wanted}.
 *
 * @param facets the values of each property asked for, the most frequent first, ties by value;
 *     {@code null} when none was
 * @param histogram {@code null} when not asked for
 * @param coverage {@code null} when not asked for
 */
public record Breakdown(
    @Nullable Map<Facet, List<Value>> facets,
    @Nullable Histogram histogram,
    @Nullable Coverage coverage) {
  /** Nothing was asked for. */
  public static final Breakdown NONE = new Breakdown(null, null, null);

  public Breakdown {
    if (facets != null) {
      var copy = new LinkedHashMap<Facet, List<Value>>();
      facets.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
      facets = Collections.unmodifiableMap(copy);
    }
  }

  /**
   * A value of a property.
   *
   * @param count the full matches that have it
   */
  public record Value(String value, int count) {}

  /**
   * Full matches by when they were published.
   *
   * @param buckets without a gap, oldest first
   * @param undated as in {@link SearchResults.Total}: what stands in no bucket because nothing is
   *     known of its time
   */
  public record Histogram(BucketSize size, ZoneId zone, List<Bucket> buckets, int undated) {
    public Histogram {
      buckets = List.copyOf(buckets);
    }

    /** How many have something in them. */
    int filled() {
      return (int) buckets.stream().filter(bucket -> bucket.possible() > 0).count();
    }
  }

  /**
   * Stories of one span [start, end).
   *
   * @param certain whose interval lies inside
   * @param possible whose interval overlaps it, those included
   */
  public record Bucket(Instant start, Instant end, int certain, int possible) {}

  /**
   * When captures were taken: where there are none, a search finds nothing whatever happened.
   *
   * @param captures how many have a known time in the window
   * @param spans days (or the histogram's buckets) in a row that have a capture each, oldest first
   */
  public record Coverage(int captures, List<Span> spans) {
    public Coverage {
      spans = List.copyOf(spans);
    }
  }

  /** Captures taken in [start, end). */
  public record Span(Instant start, Instant end, int captures) {}
}
