package wellhead.server.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The buckets of a histogram. */
final class Buckets {
  /**
   * Buckets of one answer: hours of more than a year, days of 27 years, and all years that there
   * are.
   */
  static final int MAX = 10_000;

  static final Buckets NONE = new Buckets(BucketSize.DAY, new long[] {0});

  private final BucketSize size;

  /** Seconds since 1970, rising; bucket i is [edge i, edge i+1). */
  private final long[] edges;

  private Buckets(BucketSize size, long[] edges) {
    this.size = size;
    this.edges = edges;
  }

  /**
   * The buckets that together cover a span: longer ones than asked for where those are too many.
   */
  static Buckets over(TimeTally.Span span, BucketSize asked, ZoneId zone) {
    BucketSize size = asked;
    Optional<Buckets> buckets = ifFew(span, size, zone);
    while (buckets.isEmpty() && size != BucketSize.YEAR) {
      size = size.longer();
      buckets = ifFew(span, size, zone);
    }
    return buckets.orElse(NONE);
  }

  private static Optional<Buckets> ifFew(TimeTally.Span span, BucketSize size, ZoneId zone) {
    if (size.atLeast(span.from(), span.to()) > MAX) {
      return Optional.empty();
    }
    var edges = new ArrayList<Long>();
    Instant edge = size.startOf(span.from(), zone);
    edges.add(edge.getEpochSecond());
    while (edge.isBefore(span.to())) {
      edge = size.next(edge, zone);
      edges.add(edge.getEpochSecond());
      if (edges.size() - 1 > MAX) {
        return Optional.empty();
      }
    }
    return Optional.of(new Buckets(size, edges.stream().mapToLong(Long::longValue).toArray()));
  }

  /** How long they are. */
  BucketSize size() {
    return size;
  }

  /** How many intervals lie inside each bucket, and how many overlap it. */
  List<Breakdown.Bucket> count(TimeTally times) {
    int buckets = edges.length - 1;
    int[] certain = new int[buckets + 1];
    int[] steps =
        new int[buckets + 1]; // of the count of overlapping intervals, from bucket to bucket
    times.forEach((from, to) -> {
      int first = Math.max(0, bucketOf(from));
      int last = Math.min(buckets - 1, bucketOf(to));
      if (first <= last) {
        steps[first]++;
        steps[last + 1]--;
        if (first == last && edges[first] <= from && to < edges[first + 1]) {
          certain[first]++;
        }
      }
    });
    var counted = new ArrayList<Breakdown.Bucket>(buckets);
    int possible = 0;
    for (int i = 0; i < buckets; i++) {
      possible += steps[i];
      counted.add(
          new Breakdown.Bucket(
              Instant.ofEpochSecond(edges[i]),
              Instant.ofEpochSecond(edges[i + 1]),
              certain[i],
              possible));
    }
    return counted;
  }

  /** -1 before the first, the number of buckets after the last. */
  private int bucketOf(long second) {
    int found = Arrays.binarySearch(edges, second);
    return found >= 0 ? found : -found - 2;
  }
}
