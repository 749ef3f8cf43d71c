package wellhead.indexer.page;

import java.util.Map;
import java.util.TreeMap;

/** How often each thing happened, by name; what never did is 0. */
final class Counts {
  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String name, boolean happened) {
    add(name, happened ? 1 : 0);
  }

  void add(String name, int times) {
    counts.merge(name, times, Integer::sum);
  }

  void add(Counts other) {
    other.counts.forEach(this::add);
  }

  int get(String name) {
    return counts.getOrDefault(name, 0);
  }

  Map<String, Integer> all() {
    return counts;
  }

  /** Not a number where nothing was to be counted. */
  double rate(String part, String whole) {
    return get(whole) == 0 ? Double.NaN : (double) get(part) / get(whole);
  }

  /** Of headlines; 0 where all are wrong, not a number where there are none. */
  double f1() {
    double recall = rate("found", "gold");
    double precision = rate("true", "said");
    return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
  }
}
