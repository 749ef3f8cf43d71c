package wellhead.indexer.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the stories that are alike enough to be looked at together. */
final class Pairs {
  /** A pair that is less alike neither joins nor parts anything. */
  static final double LEAST = 1;

  /** A word that says less is in so many titles that it is no way to find one. */
  private static final double SAYING = 3;

  private final List<Telling> tellings;
  private final Likeness likeness;
  private final double[] weights;
  private final double[] common;
  private final Map<String, List<Integer>> having = new HashMap<>();
  private final List<Pair> found = new ArrayList<>();

  /**
   * Two stories of different sources.
   *
   * @param first the earlier; ties by id
   * @param likeness {@link #LEAST} at least
   */
  record Pair(Telling first, Telling second, double likeness) {}

  private Pairs(Collection<Telling> all) {
    tellings = all.stream().sorted(Telling.IN_TIME).toList();
    likeness = new Likeness(new Rarity(tellings));
    weights = new double[tellings.size()];
    common = new double[tellings.size()];
  }

  /** All pairs of these stories, in no order of meaning. */
  static List<Pair> among(Collection<Telling> tellings) {
    var pairs = new Pairs(tellings);
    for (int i = 0; i < pairs.tellings.size(); i++) {
      pairs.find(i);
    }
    return pairs.found;
  }

  /** With the stories before it: the words that both have are summed up story by story. */
  private void find(int at) {
    Telling telling = tellings.get(at);
    var candidates = new ArrayList<Integer>();
    double rest = 0;
    for (String word : telling.title().words()) {
      double weight = Rarity.usual(word);
      weights[at] += weight;
      if (weight < SAYING) {
        rest += weight;
        continue;
      }
      List<Integer> before = having.computeIfAbsent(word, w -> new ArrayList<>());
      for (int i = before.size() - 1; i >= 0 && isNear(before.get(i), telling); i--) {
        int other = before.get(i);
        if (common[other] == 0) {
          candidates.add(other);
        }
        common[other] += weight;
      }
      before.add(at);
    }
    for (int other : candidates) {
      double most = Likeness.likeness(common[other] + rest, weights[at], weights[other]);
      common[other] = 0;
      if (most >= LEAST && !tellings.get(other).source().equals(telling.source())) {
        double alike = likeness.of(tellings.get(other), telling);
        if (alike >= LEAST) {
          found.add(new Pair(tellings.get(other), telling, alike));
        }
      }
    }
  }

  private boolean isNear(int before, Telling telling) {
    return !tellings.get(before).at().isBefore(telling.at().minus(Likeness.WINDOW));
  }
}
