package wellhead.server.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.Published;

/**
 * Folds hits that say the same as one before them under that one.
 *
 * <p>A hit looks for the first of the {@value #REACH} hits before it that was not folded itself and
 * says the same. So what is folded where follows from the order alone, not from how it is cut into
 * pages, and whoever sees so many hits behind another has seen all that is folded under it.
 */
final class Folding {
  /** How many places before it a hit looks. */
  static final int REACH = 200;

  private static final Wording NOTHING = new Wording(Set.of(), null, null);

  private final List<Leader> leaders = new ArrayList<>();
  private final Map<String, List<Integer>> byWord = new HashMap<>();
  private int places;

  /**
   * A hit that is shown.
   *
   * @param folded what is folded under it, in order
   */
  record Leader(Answer.Shown hit, Wording wording, int place, List<Answer.Shown> folded) {}

  /**
   * Takes the next hit.
   *
   * @return whether it is shown: nothing before it says the same
   */
  boolean add(Answer.Shown hit) {
    var wording = Wording.of(hit.summary());
    Optional<Leader> leader = leader(wording);
    leader.ifPresent(before -> before.folded.add(hit));
    if (leader.isEmpty()) {
      leaders.add(new Leader(hit, wording, places, new ArrayList<>()));
      for (String word : wording.words()) {
        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(leaders.size() - 1);
      }
    }
    places++;
    return leader.isEmpty();
  }

  /** Takes the next hit, which is shown elsewhere. */
  void pass() {
    places++;
  }

  /** Takes the next hit, which is shown whatever it says. */
  void show(Answer.Shown hit) {
    leaders.add(new Leader(hit, NOTHING, places, new ArrayList<>()));
    places++;
  }

  /**
   * Takes the next hit when it can only matter by being folded under one of the first leaders: a
   * hit that is not near any of them in time is not even read.
   *
   * @param first how many leaders
   */
  void addBehind(Answer.Shown hit, int first) {
    Published published = hit.summary().published();
    @Nullable Interval when = published == null ? null : published.interval();
    boolean matters =
        leaders.subList(0, first).stream()
            .anyMatch(leader -> isInReach(leader) && leader.wording.isNear(when));
    if (matters) {
      add(hit);
    } else {
      places++;
    }
  }

  /** The hits that are shown, in order. */
  List<Leader> leaders() {
    return leaders;
  }

  /** Whether all is known that is folded under a leader. */
  boolean isSettled(Leader leader) {
    return places > leader.place + REACH;
  }

  private Optional<Leader> leader(Wording wording) {
    var common = new int[leaders.size()];
    int first = leaders.size();
    for (String word : wording.words()) {
      List<Integer> having = byWord.getOrDefault(word, List.of());
      for (int i = having.size() - 1; i >= 0 && isInReach(leaders.get(having.get(i))); i--) {
        common[having.get(i)]++;
        first = Math.min(first, having.get(i));
      }
    }
    for (int i = first; i < common.length; i++) {
      Leader leader = leaders.get(i);
      if (wording.mayBe(common[i], leader.wording) && leader.wording.saysTheSameAs(wording)) {
        return Optional.of(leader);
      }
    }
    return Optional.empty();
  }

  private boolean isInReach(Leader leader) {
    return leader.place + REACH >= places;
  }
}
