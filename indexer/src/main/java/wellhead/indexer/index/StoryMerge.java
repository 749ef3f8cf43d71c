package wellhead.indexer.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.AgeLabels;
import wellhead.indexer.assemble.Assembler;
import wellhead.indexer.assemble.CaptureTimes;
import wellhead.indexer.assemble.ClockEvidence;
import wellhead.indexer.assemble.PrinterEvidence;
import wellhead.indexer.assemble.Rules;
import wellhead.indexer.assemble.SourceRules;
import wellhead.indexer.assemble.StoryKeys;
import wellhead.schema.AddedField;
import wellhead.schema.Documents;
import wellhead.schema.Keyword;
import wellhead.schema.RecordField;
import wellhead.schema.StoryDocument;
import wellhead.story.CapturedList;
import wellhead.story.Clocks;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * Merges sightings into the stories of an index: those that share keys with a change are read,
 * taken apart into their sightings, assembled again with the change, and written in place of the
 * old ones. The cost follows the change, not the size of the index.
 */
final class StoryMerge {

  /** How many stories are taken apart at once when a source is assembled anew. */
  private static final int CHUNK = 500;

  private final OpenIndex index;
  private final SourceHistory sources;
  private final AskedTimes captures;
  private final AgeLabels labels = new AgeLabels();
  private final Assembler assembler;
  private final Repetition repetition;
  private final Set<String> touched = new TreeSet<>();
  private final Touched changed = new Touched();
  private int added;

  StoryMerge(OpenIndex index, SourceHistory sources, Rules priors, CaptureTimes captures) {
    this.index = index;
    this.sources = sources;
    this.captures = new AskedTimes(captures);
    this.assembler =
        new Assembler(
            new SourceRules(priors, sources::printer, sources::clocks, labels), this.captures);
    this.repetition = new Repetition(index);
  }

  /** Remembers whether stories hung on the captures between two others. */
  private static final class AskedTimes implements CaptureTimes {
    private final CaptureTimes times;
    private boolean asked;

    AskedTimes(CaptureTimes times) {
      this.times = times;
    }

    @Override
    public boolean anyBetween(@Nullable String source, Instant from, Instant to) {
      asked = true;
      return times.anyBetween(source, from, to);
    }

    @Override
    public Optional<CapturedList> list(String capture) {
      return times.list(capture);
    }

    @Override
    public Optional<CapturedList> before(CapturedList list) {
      asked = true;
      return times.before(list);
    }
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
    var before = new LinkedHashSet<Sighting>();
    old.values().forEach(stored -> before.addAll(stored.story().sightings()));
    var now = new LinkedHashSet<Sighting>(additions);
    for (Sighting sighting : before) {
      if (!removedCaptures.contains(sighting.capture().id())) {
        now.add(sighting);
      }
    }
    for (List<Sighting> group : connected(before)) {
      String source = group.getFirst().capture().source();
      sources.subtract(source, printed(group, source));
      sources.subtractClocks(source, ClockEvidence.of(group, labels));
    }
    touch(before);
    touch(now);
    Collection<List<Sighting>> groups = connected(now);
    for (List<Sighting> group : groups) {
      String source = group.getFirst().capture().source();
      sources.add(source, printed(group, source));
      sources.addClocks(source, ClockEvidence.of(group, labels));
    }
    sources.decide();
    write(old, assemble(groups));
  }

  private PrinterEvidence printed(List<Sighting> group, @Nullable String source) {
    return PrinterEvidence.of(
        group, labels, source == null ? Clocks.RIGHT : sources.clocks(source));
  }

  /**
   * Reads what captures tell of a source's labels by another judgement of their clocks; its stories
   * are not assembled anew yet.
   *
   * @param stories selects those on the captures that are judged otherwise
   */
  void judge(String source, Clocks now, Query stories) throws IOException {
    Clocks before = sources.clocks(source);
    for (List<Sighting> group : groups(stories)) {
      sources.subtract(source, PrinterEvidence.of(group, labels, before));
      sources.add(source, PrinterEvidence.of(group, labels, now));
    }
    sources.judge(source, now);
    sources.decide();
  }

  /** The connected groups of sightings that have one in some stories. */
  Collection<List<Sighting>> groups(Query stories) throws IOException {
    index.refresh();
    var found = new HashMap<String, StoryDocument.Stored>();
    var open = new ArrayDeque<Set<String>>();
    for (var stored : index.find(stories, StoryDocument::read)) {
      found.put(stored.story().id(), stored);
      open.add(StoryKeys.of(stored.story().sightings()));
    }
    follow(open, found);
    var sightings = new LinkedHashSet<Sighting>();
    found.values().forEach(stored -> sightings.addAll(stored.story().sightings()));
    return connected(sightings);
  }

  private void touch(Collection<Sighting> sightings) {
    for (Sighting sighting : sightings) {
      if (sighting.capture().source() != null) {
        touched.add(sighting.capture().source());
      }
    }
  }

  /** The sources whose stories may have changed so far. */
  Set<String> touched() {
    return Set.copyOf(touched);
  }

  /** What was written and deleted so far. */
  Touched changed() {
    return changed;
  }

  /**
   * A story as it is to be written.
   *
   * @param contested whether it hung on when its source was captured
   * @param keys of its sightings
   * @param blocks see {@link Repetition#blocks}
   * @param hidden whether it is to be forgotten
   */
  private record Assembled(
      Story story, boolean contested, Set<String> keys, Set<String> blocks, boolean hidden) {}

  /** In order of their ids. */
  private List<Assembled> assemble(Collection<List<Sighting>> groups) throws IOException {
    var stories = new TreeMap<Story, Boolean>(Comparator.comparing(Story::id));
    for (List<Sighting> group : groups) {
      captures.asked = false;
      List<Story> ofGroup = assembler.assemble(group);
      boolean contested = captures.asked;
      ofGroup.forEach(story -> stories.put(story, contested));
    }
    return index
        .hands()
        .each(
            List.copyOf(stories.entrySet()), story -> assembled(story.getKey(), story.getValue()));
  }

  private Assembled assembled(Story story, boolean contested) throws IOException {
    Set<String> keys = StoryKeys.of(story.sightings());
    Story own = repetition.without(story);
    return new Assembled(
        own, contested, keys, Repetition.blocks(own), index.forgotten().hides(own, keys));
  }

  /**
   * Assembles stories again whose sightings are as they were, for what is known of their source has
   * changed.
   *
   * @param stories selects some of them; those that are connected with them follow
   */
  void assembleAnew(Query stories) throws IOException {
    index.refresh();
    var ids = new LinkedHashSet<String>(index.find(stories, StoryMerge::id));
    while (!ids.isEmpty()) {
      List<String> chunk = ids.stream().limit(CHUNK).toList();
      var old = new HashMap<String, StoryDocument.Stored>();
      var open = new ArrayDeque<Set<String>>();
      for (var stored : index.find(Keyword.ID.isAnyOf(chunk), StoryDocument::read)) {
        old.put(stored.story().id(), stored);
        open.add(StoryKeys.of(stored.story().sightings()));
      }
      follow(open, old);
      var sightings = new LinkedHashSet<Sighting>();
      old.values().forEach(stored -> sightings.addAll(stored.story().sightings()));
      write(old, assemble(connected(sightings)));
      chunk.forEach(ids::remove);
      old.keySet().forEach(ids::remove);
    }
  }

  /**
   * Writes the stories again whose articles show what by now is known to be the site's own, or hide
   * what is not. The last thing to do in a run.
   */
  void settleRepetition() throws IOException {
    index.refresh();
    for (Query stories : repetition.outdated()) {
      assembleAnew(stories);
    }
  }

  private static String id(Documents fields, int document) throws IOException {
    return RecordField.read(fields, document).id();
  }

  /** The stories that share a key with a change, and those that share one with them, and so on. */
  private Map<String, StoryDocument.Stored> affected(
      Collection<Sighting> additions, Set<String> removedCaptures) throws IOException {
    var stories = new HashMap<String, StoryDocument.Stored>();
    var open = new ArrayDeque<Set<String>>();
    open.add(StoryKeys.of(additions));
    if (!removedCaptures.isEmpty()) {
      for (var stored : index.find(Keyword.CAPTURE.isAnyOf(removedCaptures), StoryDocument::read)) {
        stories.put(stored.story().id(), stored);
        open.add(StoryKeys.of(stored.story().sightings()));
      }
    }
    follow(open, stories);
    return stories;
  }

  private void follow(Deque<Set<String>> open, Map<String, StoryDocument.Stored> stories)
      throws IOException {
    var asked = new HashSet<String>();
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
  }

  /** Groups of sightings that are joined by a chain of shared keys. */
  private static Collection<List<Sighting>> connected(Collection<Sighting> sightings) {
    var parents = new HashMap<String, String>();
    var oneKey = new ArrayList<String>(sightings.size());
    for (Sighting sighting : sightings) {
      String first = null;
      Set<String> keys = StoryKeys.of(sighting);
      oneKey.add(keys.iterator().next());
      for (String key : keys) {
        String root = root(parents, key);
        if (first == null) {
          first = root;
        } else {
          parents.put(root, first);
        }
      }
    }
    var groups = new LinkedHashMap<String, List<Sighting>>();
    Iterator<String> keys = oneKey.iterator();
    for (Sighting sighting : sightings) {
      String root = root(parents, keys.next());
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

  private void write(Map<String, StoryDocument.Stored> old, List<Assembled> assembled)
      throws IOException {
    Map<String, Set<String>> aliases = aliases(old.values(), assembled);
    var arrivals = new AddedTimes(index, old.values());
    var kept = new HashSet<String>();
    var come = new ArrayList<Assembled>();
    for (Assembled now : assembled) {
      Story story = now.story;
      var before = old.get(story.id());
      Set<String> names = aliases.getOrDefault(story.id(), Set.of());
      if (before != null
          && before.equals(
              new StoryDocument.Stored(
                  story, names, now.contested, now.hidden, arrivals.of(story, names)))) {
        kept.add(story.id());
      } else {
        come.add(now);
      }
    }
    for (StoryDocument.Stored before : old.values()) {
      if (!kept.contains(before.story().id())) {
        index.delete(Keyword.ID.term(before.story().id()));
        changed.deleted(before.story());
      }
    }
    come.forEach(now -> changed.written(now.story));
    index
        .hands()
        .each(
            come,
            now -> {
              Set<String> names = aliases.getOrDefault(now.story.id(), Set.of());
              index.add(AddedField.addTo(document(now, names), arrivals.of(now.story, names)));
              return now;
            });
    repetition.written(
        old.values().stream()
            .map(StoryDocument.Stored::story)
            .filter(s -> !kept.contains(s.id()))
            .toList(),
        come.stream().map(Assembled::blocks).toList());
    added += Math.toIntExact(assembled.stream().filter(s -> !s.hidden).count());
    added -= Math.toIntExact(old.values().stream().filter(s -> !s.hidden()).count());
  }

  private static Document document(Assembled now, Set<String> aliases) {
    Story story = now.story;
    Document document =
        now.hidden
            ? StoryDocument.toHiddenDocument(story, aliases, now.keys, captures(story))
            : StoryDocument.toDocument(story, aliases, now.keys, captures(story));
    Keyword.BLOCK.addTermsTo(document, now.blocks);
    Keyword.CUT.addTermsTo(document, Repetition.cut(story, now.blocks));
    return now.contested && story.source() != null
        ? StoryDocument.contested(document, story.source())
        : document;
  }

  private static Set<String> captures(Story story) {
    var captures = new TreeSet<String>();
    story.sightings().forEach(sighting -> captures.add(sighting.capture().id()));
    return captures;
  }

  /**
   * Ids that stories had before, for the stories that now hold the sighting they were named after.
   */
  private Map<String, Set<String>> aliases(
      Collection<StoryDocument.Stored> old, Collection<Assembled> assembled) {
    var former = new HashSet<String>();
    for (StoryDocument.Stored stored : old) {
      former.add(stored.story().id());
      former.addAll(stored.aliases());
    }
    var aliases = new HashMap<String, Set<String>>();
    if (former.isEmpty() && !index.former().hasContents()) {
      return aliases;
    }
    for (Assembled now : assembled) {
      Story story = now.story;
      for (Sighting sighting : story.sightings()) {
        String id = StoryKeys.sightingId(sighting);
        boolean known = former.contains(id) || index.former().knewStory(id);
        if (known && !id.equals(story.id())) {
          aliases.computeIfAbsent(story.id(), s -> new HashSet<>()).add(id);
        }
      }
    }
    return aliases;
  }
}
