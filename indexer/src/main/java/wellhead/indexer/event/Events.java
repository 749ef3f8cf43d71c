package wellhead.indexer.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Groups stories by event.
 *
 * <p>The most alike pair is joined first, and so on downwards; two groups become one when all of
 * their stories are alike to some degree, and alike well on the average, so that no chain of
 * stories drifts from one event to another. Of a source a group has one story: who tells twice
 * mostly tells two things. A group spans {@link Likeness#WINDOW} at most.
 */
public final class Events {
  /** How alike two stories must be to join groups. */
  static final double ALIKE = 3;

  /** How alike the stories of two groups must be on the average. */
  private static final double ON_AVERAGE = 2;

  /** How alike each of them must be to each. */
  private static final double EACH = 1;

  private final Map<Telling, Map<Telling, Double>> likeness = new HashMap<>();
  private final Map<Telling, List<Telling>> groups = new HashMap<>();

  private Events() {}

  /** The events that some stories tell of, the earliest first, ties by id. */
  public static List<Event> of(Collection<Telling> tellings) {
    return of(Pairs.among(tellings));
  }

  /** The events by pairs that are all there are among their stories. */
  static List<Event> of(List<Pairs.Pair> pairs) {
    var events = new Events();
    for (Pairs.Pair pair : pairs) {
      events.put(pair.first(), pair.second(), pair.likeness());
      events.put(pair.second(), pair.first(), pair.likeness());
    }
    pairs.stream()
        .filter(pair -> pair.likeness() >= ALIKE)
        .sorted(
            Comparator.comparingDouble(Pairs.Pair::likeness)
                .reversed()
                .thenComparing(Pairs.Pair::first, Telling.IN_TIME)
                .thenComparing(Pairs.Pair::second, Telling.IN_TIME))
        .forEach(pair -> events.join(pair.first(), pair.second()));
    return events.groups.entrySet().stream()
        .filter(entry -> entry.getKey().equals(entry.getValue().getFirst()))
        .map(entry -> events.event(entry.getValue()))
        .sorted(
            Comparator.comparing(event -> event.reports().getFirst().telling(), Telling.IN_TIME))
        .toList();
  }

  private void put(Telling a, Telling b, double alike) {
    likeness.computeIfAbsent(a, t -> new HashMap<>()).put(b, alike);
  }

  private double likeness(Telling a, Telling b) {
    return likeness.getOrDefault(a, Map.of()).getOrDefault(b, 0.0);
  }

  private void join(Telling a, Telling b) {
    List<Telling> ofA = groups.getOrDefault(a, List.of(a));
    List<Telling> ofB = groups.getOrDefault(b, List.of(b));
    if (!fit(ofA, ofB)) {
      return; // or they are joined already: a source is in a group once
    }
    List<Telling> joined =
        Stream.concat(ofA.stream(), ofB.stream()).sorted(Telling.IN_TIME).toList();
    joined.forEach(telling -> groups.put(telling, joined));
  }

  /**
   * Sums in one order, that of the pairs and of time: what is added up in another may differ in its
   * last digit.
   */
  private boolean fit(List<Telling> some, List<Telling> others) {
    double sum = 0;
    for (Telling a : some) {
      for (Telling b : others) {
        double alike = likeness(a, b);
        boolean apart = Duration.between(a.at(), b.at()).abs().compareTo(Likeness.WINDOW) > 0;
        if (alike < EACH || apart || a.source().equals(b.source())) {
          return false;
        }
        sum += alike;
      }
    }
    return sum >= ON_AVERAGE * some.size() * others.size();
  }

  private Event event(List<Telling> group) {
    var reports = new ArrayList<Event.Report>();
    for (Telling telling : group) {
      Telling like =
          group.stream()
              .filter(other -> !other.equals(telling))
              .min(
                  Comparator.comparingDouble((Telling other) -> -likeness(telling, other))
                      .thenComparing(Telling.IN_TIME))
              .orElseThrow();
      reports.add(
          new Event.Report(
              telling,
              like.id(),
              Math.round(100 * likeness(telling, like)) / 100.0,
              shared(telling, like)));
    }
    return new Event(reports);
  }

  private static List<String> shared(Telling a, Telling b) {
    return a.title().words().stream()
        .filter(b.title().words()::contains)
        .filter(word -> Rarity.usual(word) > 0)
        .sorted(
            Comparator.comparingDouble(Rarity::usual)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
