package wellhead.indexer.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import wellhead.schema.Summary;
import wellhead.schema.TitleWords;
import wellhead.story.Interval;

/**
 * What a story tells, as far as it matters for events.
 *
 * @param id of the story
 * @param published both ends known, at most two days apart
 * @param title its words
 */
public record Telling(String id, String source, Interval published, TitleWords title) {
  /** Of a story whose time is known less well nobody can say whether it is of the same day. */
  private static final Duration WIDEST = Duration.ofDays(2);

  /** By time, ties by id. */
  static final Comparator<Telling> IN_TIME =
      Comparator.comparing(Telling::at).thenComparing(Telling::id);

  public Telling {
    if (!mayTell(published)) {
      throw new IllegalArgumentException(
          "a telling needs both ends, at most " + WIDEST + " apart: " + published);
    }
  }

  /** What a story tells; empty when its source is not known, or its time not well enough. */
  public static Optional<Telling> of(Summary story) {
    return story.source() == null
            || story.published() == null
            || !mayTell(story.published().interval())
        ? Optional.empty()
        : Optional.of(
            new Telling(
                story.id(),
                story.source(),
                story.published().interval(),
                TitleWords.of(story.title())));
  }

  private static boolean mayTell(Interval published) {
    return published.earliest() != null
        && published.latest() != null
        && Duration.between(published.earliest(), published.latest()).compareTo(WIDEST) <= 0;
  }

  /** The id alone: it tells one from another. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The middle of the interval. */
  Instant at() {
    return published.midpoint().orElseThrow();
  }

  /** The UTC day of {@link #at}, counted from 1970. */
  public long day() {
    return Math.floorDiv(at().getEpochSecond(), 86_400L);
  }
}
