package wellhead.indexer.assemble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Sighting;

/**
 * What captures whose time is known say of one story, each by its own clock, oldest first, one a
 * capture.
 */
record SeenStory(List<Seen> seen) {

  /**
   * Sightings of the same words that lie farther apart than any clock is wrong are another story:
   * columns bear the same title day after day.
   */
  private static final long FARTHEST_APART = 2 * 86_400;

  SeenStory {
    seen = List.copyOf(seen);
  }

  /**
   * On one capture.
   *
   * @param at its time, in seconds since 1970
   * @param told when the story was published
   * @param aged whether that counts back from the capture's clock
   */
  record Seen(String capture, long at, Span told, boolean aged) {}

  /** The stories among connected sightings (see {@link StoryKeys}). */
  static List<SeenStory> of(Collection<Sighting> connected, HourReading reading) {
    var byName = new HashMap<String, Map<String, Seen>>();
    for (Sighting sighting : connected) {
      Seen seen = seen(sighting, reading);
      if (seen != null) {
        String name = sighting.url() == null ? TitleFold.fold(sighting.title()) : sighting.url();
        byName
            .computeIfAbsent(name, n -> new HashMap<>())
            .merge(seen.capture, seen, (a, b) -> a.told.width() <= b.told.width() ? a : b);
      }
    }
    var stories = new ArrayList<SeenStory>();
    byName.values().forEach(seen -> split(seen.values(), stories));
    return stories;
  }

  private static @Nullable Seen seen(Sighting sighting, HourReading reading) {
    Instant at = sighting.capture().capturedAt().instant();
    Interval told = reading.told(sighting);
    boolean aged = sighting.evidence() == Evidence.RELATIVE_AGE;
    boolean tells =
        aged
            || sighting.evidence() == Evidence.ABSOLUTE_DATE
            || sighting.evidence() == Evidence.MACHINE_READABLE;
    return at == null
            || told == null
            || told.isOpenEnded()
            || !tells
            || sighting.capture().source() == null
        ? null
        : new Seen(sighting.capture().id(), at.getEpochSecond(), Span.of(told), aged);
  }

  private static void split(Collection<Seen> seen, List<SeenStory> stories) {
    List<Seen> byTime =
        seen.stream().sorted(Comparator.comparingLong((Seen s) -> s.told.first())).toList();
    var together = new ArrayList<Seen>();
    long end = 0;
    for (Seen next : byTime) {
      if (!together.isEmpty() && next.told.first() - end > FARTHEST_APART) {
        stories.add(ofAny(together));
        together.clear();
      }
      end = together.isEmpty() ? next.told.last() : Math.max(end, next.told.last());
      together.add(next);
    }
    stories.add(ofAny(together));
  }

  private static SeenStory ofAny(Collection<Seen> seen) {
    return new SeenStory(
        seen.stream()
            .sorted(Comparator.comparingLong(Seen::at).thenComparing(Seen::capture))
            .toList());
  }

  /** What the captures agree on, as far as they do. */
  Consensus consensus() {
    return Consensus.of(seen.stream().map(Seen::told).toList());
  }

  /** What the others agree on. */
  Consensus without(Seen one) {
    return Consensus.of(seen.stream().filter(s -> !s.equals(one)).map(Seen::told).toList());
  }
}
