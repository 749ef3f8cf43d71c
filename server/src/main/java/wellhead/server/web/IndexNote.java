package wellhead.server.web;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.SearchEngine;
import wellhead.story.Interval;

/** What a reader should know of the index before taking a page for the news. */
final class IndexNote {
  /** A run a day, and two hours for it to be late. */
  private static final Duration LONG = Duration.ofHours(26);

  private IndexNote() {}

  /** A sentence or two; {@code null} when all is well. */
  static @Nullable String of(SearchEngine engine, Instant now) {
    if (!engine.isFollowing()) {
      return "The index can no longer be read. These results come from its last good state; nothing"
          + " newer will appear until it is back.";
    }
    SearchEngine.Vitals vitals = engine.vitals();
    Instant updated =
        Stream.concat(Stream.of(vitals.index().builtAt()), vitals.lastRun().stream())
            .max(Instant::compareTo)
            .orElseThrow();
    if (updated.plus(LONG).isAfter(now)) {
      return null;
    }
    return "The index was last updated "
        + Ago.words(Interval.between(updated, updated), now)
        + ": newer headlines are not in it.";
  }
}
