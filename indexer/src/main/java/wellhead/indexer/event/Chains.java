package wellhead.indexer.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some stories and what joins them: no event reaches from one chain of likeness into another, so a
 * chain can be grouped without the others.
 */
public final class Chains {
  private final List<Telling> tellings;
  private final List<Pairs.Pair> pairs;
  private final Map<Telling, List<Telling>> joined = new HashMap<>();

  /**
   * Looks for what joins some stories.
   *
   * @param days their stories, day by day
   */
  public Chains(Collection<List<Telling>> days) {
    tellings = days.stream().flatMap(List::stream).toList();
    pairs = Pairs.among(tellings);
    for (Pairs.Pair pair : pairs) {
      if (pair.likeness() >= Events.ALIKE) {
        joined.computeIfAbsent(pair.first(), t -> new ArrayList<>()).add(pair.second());
        joined.computeIfAbsent(pair.second(), t -> new ArrayList<>()).add(pair.first());
      }
    }
  }

  /**
   * The stories of some days and all that a chain joins to them.
   *
   * @param first UTC day, counted from 1970
   * @param last of the days
   */
  public Set<Telling> joinedTo(long first, long last) {
    Set<Telling> found = new HashSet<>();
    var open = new ArrayDeque<Telling>();
    for (Telling telling : tellings) {
      if (telling.day() >= first && telling.day() <= last && found.add(telling)) {
        open.add(telling);
      }
    }
    while (!open.isEmpty()) {
      for (Telling next : joined.getOrDefault(open.remove(), List.of())) {
        if (found.add(next)) {
          open.add(next);
        }
      }
    }
    return found;
  }

  /**
   * The events of whole chains.
   *
   * @param some as {@link #joinedTo} gave them
   */
  public List<Event> events(Set<Telling> some) {
    return Events.of(
        pairs.stream()
            .filter(pair -> some.contains(pair.first()) && some.contains(pair.second()))
            .toList());
  }
}
