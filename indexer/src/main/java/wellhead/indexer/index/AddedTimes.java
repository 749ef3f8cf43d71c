package wellhead.indexer.index;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wellhead.schema.StoryDocument;
import wellhead.story.Story;

/**
 * When stories came into the index: a story that takes the place of others has been there since the
 * first of them, and a rebuild changes nothing.
 */
final class AddedTimes {
  private final OpenIndex index;
  private final Map<String, Instant> byId = new HashMap<>();

  /**
   * @param old stories that others take the place of
   */
  AddedTimes(OpenIndex index, Collection<StoryDocument.Stored> old) {
    this.index = index;
    for (StoryDocument.Stored stored : old) {
      Stream.concat(Stream.of(stored.story().id()), stored.aliases().stream())
          .forEach(id -> byId.merge(id, stored.added(), (a, b) -> a.isBefore(b) ? a : b));
    }
  }

  /**
   * Since when a story has been there; now when it is new.
   *
   * @param aliases ids that it took the place of
   */
  Instant of(Story story, Set<String> aliases) {
    return Stream.concat(Stream.of(story.id()), aliases.stream())
        .flatMap(
            id -> Stream.concat(Stream.ofNullable(byId.get(id)), index.former().added(id).stream()))
        .min(Comparator.naturalOrder())
        .orElse(index.addedAt());
  }
}
