package wellhead.schema;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import wellhead.story.CaptureRef;
import wellhead.story.Story;

/** All that an index was told to forget. */
public final class ForgetList {
  /** Nothing. */
  public static final ForgetList EMPTY = new ForgetList(new TreeMap<>());

  /** What its entries in the commit's user data begin with. */
  private static final String PREFIX = "wellhead.forgotten.";

  private final SortedMap<String, Forgotten> byKey;
  private final Map<String, List<Forgotten.Story>> storiesByKey = new HashMap<>();

  private ForgetList(SortedMap<String, Forgotten> byKey) {
    this.byKey = Collections.unmodifiableSortedMap(byKey);
    for (Forgotten forgotten : byKey.values()) {
      if (forgotten instanceof Forgotten.Story story) {
        for (String key : story.keys()) {
          storiesByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(story);
        }
      }
    }
  }

  /** What a commit's user data says, of whatever schema version. */
  public static ForgetList of(Map<String, String> userData) {
    var byKey = new TreeMap<String, Forgotten>();
    for (var entry : userData.entrySet()) {
      if (entry.getKey().startsWith(PREFIX)) {
        String key = entry.getKey().substring(PREFIX.length());
        Forgotten.read(Map.entry(key, entry.getValue()))
            .ifPresent(forgotten -> byKey.put(forgotten.key(), forgotten));
      }
    }
    return new ForgetList(byKey);
  }

  /** As entries of a commit's user data. */
  public Map<String, String> toUserData() {
    var userData = new HashMap<String, String>();
    byKey.forEach((key, forgotten) -> userData.put(PREFIX + key, forgotten.value()));
    return userData;
  }

  /** In the order of their keys. */
  public Collection<Forgotten> all() {
    return byKey.values();
  }

  /** The same and one more. */
  public ForgetList with(Forgotten forgotten) {
    var more = new TreeMap<>(byKey);
    more.putIfAbsent(forgotten.key(), forgotten);
    return new ForgetList(more);
  }

  /** The same without one. */
  public ForgetList without(Forgotten forgotten) {
    var fewer = new TreeMap<>(byKey);
    fewer.remove(forgotten.key());
    return new ForgetList(fewer);
  }

  /** What keeps a capture out; empty when it may come in. */
  public Optional<Forgotten> keepingOut(CaptureRef ref, String contentHash) {
    if (byKey.isEmpty()) {
      return Optional.empty();
    }
    Forgotten itself = byKey.get(Forgotten.Capture.of(ref, contentHash, Instant.EPOCH).key());
    return itself != null || ref.source() == null
        ? Optional.ofNullable(itself)
        : Optional.ofNullable(byKey.get(new Forgotten.Source(ref.source(), Instant.EPOCH).key()));
  }

  /**
   * Whether a story is not to be shown.
   *
   * @param keys what its sightings may be recognised by
   */
  public boolean hides(Story story, Collection<String> keys) {
    return !storiesByKey.isEmpty()
        && keys.stream()
            .flatMap(key -> storiesByKey.getOrDefault(key, List.of()).stream())
            .anyMatch(forgotten -> forgotten.is(story));
  }
}
