package wellhead.server.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in one commit for lists without words: the page that everybody sees first counts
 * all stories, and no commit ever changes.
 */
final class CountedBefore {
  private static final int MOST = 32;

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
   */
  record Asked(
      Query stories,
      @Nullable Instant since,
      @Nullable Instant until,
      Wanted wanted,
      ZoneId zone) {}

  synchronized Optional<Breakdown> of(Asked asked) {
    return Optional.ofNullable(byAsked.get(asked));
  }

  synchronized void remember(Asked asked, Breakdown breakdown) {
    byAsked.put(asked, breakdown);
  }
}
