package wellhead.indexer.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When each address of a run is asked for: spread evenly over a time, so that no two come at once,
 * and at another place in it from run to run. A page that is captured whole hours apart never
 * narrows an age in hours; so each run turns the places by the golden section, which comes back to
 * none of its places and leaves no large gap, whatever the number of runs. The same addresses at
 * the same time give the same places.
 */
final class Spread {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Spread() {}

  /**
   * The time of each address.
   *
   * @param over how long the run is to take; zero for all at once
   */
  static Map<WebAddress, Instant> due(List<WebAddress> addresses, Instant start, Duration over) {
    var due = new LinkedHashMap<WebAddress, Instant>();
    long millis = over.toMillis();
    long run = millis == 0 ? 0 : Math.floorDiv(start.toEpochMilli(), millis);
    double turned = run * GOLDEN;
    for (int i = 0; i < addresses.size(); i++) {
      double place = (double) i / addresses.size() + turned;
      double fraction = place - Math.floor(place);
      due.put(addresses.get(i), start.plusMillis((long) (fraction * millis)));
    }
    return due;
  }
}
