package wellhead.schema;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wellhead.story.Published;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * What a list of hits shows of a story: everything but its text.
 *
 * @param published {@code null} when undated
 * @param firstSeen {@code null} when no capture time is known
 * @param lastSeen {@code null} when no capture time is known
 * @param sightings how often it was seen
 * @param file where it was read, relative to the path that the user gave
 * @param line its line there, from 1
 * @param capturedAt when that capture was taken; {@code null} when not known
 */
public record Summary(
    String id,
    Story.Kind kind,
    String title,
    @Nullable String url,
    @Nullable String source,
    @Nullable String author,
    @Nullable Published published,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    int sightings,
    String file,
    int line,
    @Nullable Instant capturedAt) {

  public Summary {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
  }

  /** Sums a story up; times in whole seconds. */
  public static Summary of(Story story) {
    Sighting origin = story.provenance();
    return new Summary(
        story.id(),
        story.kind(),
        story.title(),
        story.url(),
        story.source(),
        story.article() == null ? null : story.article().author(),
        story.published(),
        story.firstSeen().orElse(null),
        story.lastSeen().orElse(null),
        story.sightings().size(),
        origin.capture().file(),
        origin.line(),
        origin.capture().capturedAt().instant());
  }
}
