package wellhead.indexer.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import wellhead.indexer.assemble.Assembler;
import wellhead.indexer.assemble.StoryKeys;
import wellhead.schema.Keyword;
import wellhead.schema.StoryDocument;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * Merges sightings into the stories of an index: those that share keys with a change are read,
 * taken apart into their sightings, assembled again with the change, and written in place of the
 * old ones. The cost follows the change, not the size of the index.
 */
final class StoryMerge {
  private final OpenIndex index;
  private final Assembler assembler;
  private int added;

  StoryMerge(OpenIndex index, Assembler assembler) {
    this.index = index;
    this.assembler = assembler;
  }

  /** How many stories there are more than before; negative when there are fewer. */
  int added() {
    return added;
  }

  /**
   * Adds sightings and takes those of some captures out.
   *
   * @param additions new sightings
   * @param removedCaptures ids of captures whose sightings no longer count
   */
  void merge(Collection<Sighting> additions, Set<String> removedCaptures) throws IOException {
    if (additions.isEmpty() && removedCaptures.isEmpty()) {
      return;
    }
    index.refresh();
    Map<String, StoryDocument.Stored> old = affected(additions, removedCaptures);
    var sightings = new LinkedHashSet<Sighting>(additions);
    for (StoryDocument.Stored stored : old.values()) {
      for (Sighting sighting : stored.story().sightings()) {
        if (!removedCaptures.contains(sighting.capture().id())) {
          sightings.add(sighting);
        }
      }
    }
    var assembled = new ArrayList<Story>();
    for (Collection<Sighting> group : connected(sightings)) {
      assembled.addAll(assembler.assemble(group));
    }
    write(old, assembled);
  }

  /** The stories that share a key with a change, and those that share one with them, and so on. */
  private Map<String, StoryDocument.Stored> affected(
      Collection<Sighting> additions, Set<String> removedCaptures) throws IOException {
    var stories = new HashMap<String, StoryDocument.Stored>();
    var asked = new HashSet<String>();
    var open = new ArrayDeque<Set<String>>();
    open.add(StoryKeys.of(additions));
    if (!removedCaptures.isEmpty()) {
      for (var stored : index.find(Keyword.CAPTURE.isAnyOf(removedCaptures), StoryDocument::read)) {
        stories.put(stored.story().id(), stored);
        open.add(StoryKeys.of(stored.story().sightings()));
      }
    }
    while (!open.isEmpty()) {
      var keys = new HashSet<>(open.remove());
      keys.removeAll(asked);
      asked.addAll(keys);
      if (keys.isEmpty()) {
        continue;
      }
      for (var stored : index.find(Keyword.KEY.isAnyOf(keys), StoryDocument::read)) {
        if (stories.putIfAbsent(stored.story().id(), stored) == null) {
          open.add(StoryKeys.of(stored.story().sightings()));
        }
      }
    }
    return stories;
  }

  /** Groups of sightings that are joined by a chain of shared keys. */
  private static Collection<List<Sighting>> connected(Collection<Sighting> sightings) {
    var parents = new HashMap<String, String>();
    for (Sighting sighting : sightings) {
      String first = null;
      for (String key : StoryKeys.of(sighting)) {
        String root = root(parents, key);
        if (first == null) {
          first = root;
        } else {
          parents.put(root, first);
        }
      }
    }
    var groups = new LinkedHashMap<String, List<Sighting>>();
    for (Sighting sighting : sightings) {
      String root = root(parents, StoryKeys.of(sighting).iterator().next());
      groups.computeIfAbsent(root, r -> new ArrayList<>()).add(sighting);
    }
    return groups.values();
  }

  private static String root(Map<String, String> parents, String key) {
    String at = key;
    for (String up = parents.get(at); up != null && !up.equals(at); up = parents.get(at)) {
      at = up;
    }
    parents.put(key, at); // shortens the way for the next one
    return at;
  }

  private void write(Map<String, StoryDocument.Stored> old, List<Story> assembled)
      throws IOException {
    Map<String, Set<String>> aliases = aliases(old.values(), assembled);
    var kept = new HashSet<String>();
    assembled.sort(Comparator.comparing(Story::id));
    for (Story story : assembled) {
      var before = old.get(story.id());
      Set<String> names = aliases.getOrDefault(story.id(), Set.of());
      if (before != null && before.story().equals(story) && before.aliases().equals(names)) {
        kept.add(story.id());
      }
    }
    for (String id : old.keySet()) {
      if (!kept.contains(id)) {
        index.delete(Keyword.ID.term(id));
      }
    }
    for (Story story : assembled) {
      if (!kept.contains(story.id())) {
        index.add(
            StoryDocument.toDocument(
                story,
                aliases.getOrDefault(story.id(), Set.of()),
                StoryKeys.of(story.sightings()),
                captures(story)));
      }
    }
    added += assembled.size() - old.size();
  }

  private static Set<String> captures(Story story) {
    var captures = new TreeSet<String>();
    story.sightings().forEach(sighting -> captures.add(sighting.capture().id()));
    return captures;
  }

  /**
   * Ids that stories had before, for the stories that now hold the sighting they were named after.
   */
  private static Map<String, Set<String>> aliases(
      Collection<StoryDocument.Stored> old, List<Story> assembled) {
    var former = new HashSet<String>();
    for (StoryDocument.Stored stored : old) {
      former.add(stored.story().id());
      former.addAll(stored.aliases());
    }
    var aliases = new HashMap<String, Set<String>>();
    for (Story story : assembled) {
      for (Sighting sighting : story.sightings()) {
        String id = StoryKeys.sightingId(sighting);
        if (former.contains(id) && !id.equals(story.id())) {
          aliases.computeIfAbsent(story.id(), s -> new HashSet<>()).add(id);
        }
      }
    }
    return aliases;
  }
}
