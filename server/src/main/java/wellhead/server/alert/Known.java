package wellhead.server.alert;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an alert knows: all that it found so far, told or not. It only grows, so that whatever
 * happens to the index, nothing is news twice.
 *
 * @param query what it looked for; what another query finds at first is no news
 * @param lastRunAt when it was due last; {@code null} before its first run
 * @param stories by id, each with what a change of it would change
 */
record Known(String query, @Nullable Instant lastRunAt, Map<String, String> stories) {
  Known {
    query = query == null ? "" : query;
    stories = stories == null ? Map.of() : Map.copyOf(stories);
  }

  Known with(Map<String, String> more) {
    var all = new TreeMap<>(stories);
    all.putAll(more);
    return new Known(query, lastRunAt, all);
  }

  Known ranAt(Instant now) {
    return new Known(query, now, stories);
  }
}
