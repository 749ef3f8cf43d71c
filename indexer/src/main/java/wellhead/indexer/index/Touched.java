package wellhead.indexer.index;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Story;

/** What of the index a run changed, as far as events hang on it. */
final class Touched {
  private static final long SECONDS_A_DAY = 86_400;

  private final Set<String> gone = new HashSet<>();
  private final SortedSet<Long> days = new TreeSet<>();

  /** A story that was written. */
  void written(Story story) {
    day(story.published());
  }

  /** A story that was deleted; it may be written again. */
  void deleted(Story story) {
    gone.add(story.id());
    day(story.published());
  }

  private void day(@Nullable Published published) {
    if (published != null) {
      published.interval().midpoint().ifPresent(instant -> days.add(day(instant)));
    }
  }

  /** The UTC day of an instant, counted from 1970. */
  static long day(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), SECONDS_A_DAY);
  }

  /** The beginning of a day. */
  static Instant begin(long day) {
    return Instant.ofEpochSecond(
        Math.clamp(
            Math.multiplyExact(day, SECONDS_A_DAY),
            Interval.FLOOR.getEpochSecond(),
            Interval.CEILING.getEpochSecond()));
  }

  /** Ids of stories that were deleted. */
  Set<String> gone() {
    return Collections.unmodifiableSet(gone);
  }

  /** The days of stories that were deleted or written. */
  SortedSet<Long> days() {
    return Collections.unmodifiableSortedSet(days);
  }
}
