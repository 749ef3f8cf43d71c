package wellhead.server.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in one commit: the page that everybody sees first counts all stories, each
 * further page of a list counts what the first did, and no commit ever changes.
 */
final class CountedBefore {
  private static final int MOST = 32;

  /** Of a histogram, about a hundred bytes each; a page draws far fewer. */
  private static final int MOST_BUCKETS = 1000;

  /** The least recently asked goes first. */
  private final Map<Asked, Breakdown> byAsked =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Breakdown> eldest) {
          return size() > MOST;
        }
      };

  /**
   * All that a breakdown depends on.
   *
   * @param stories what is counted
   * @param sources whose captures cover the time; empty for all
   */
  record Asked(
      Query stories,
      List<String> sources,
      @Nullable Instant since,
      @Nullable Instant until,
      Wanted wanted,
      ZoneId zone) {

    Asked {
      sources = List.copyOf(sources);
    }
  }

  synchronized Optional<Breakdown> of(Asked asked) {
    return Optional.ofNullable(byAsked.get(asked));
  }

  /** Remembers a breakdown, unless it would fill the memory of many. */
  synchronized void remember(Asked asked, Breakdown breakdown) {
    Breakdown.Histogram histogram = breakdown.histogram();
    if (histogram == null || histogram.buckets().size() <= MOST_BUCKETS) {
      byAsked.put(asked, breakdown);
    }
  }
}
