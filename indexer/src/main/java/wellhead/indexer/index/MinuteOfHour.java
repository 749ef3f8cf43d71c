package wellhead.indexer.index;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * At which minute of the hour a page is best captured next. Captures whole hours apart never narrow
 * an hour label; each that falls between the minutes of the others does, most in the middle of the
 * widest gap between them.
 */
final class MinuteOfHour {
  private static final int HOUR = 60;

  /** What was captured long ago bounds no story that is still on the page. */
  private static final int NEWEST = 24;

  private static final int FEWEST = 2;

  private MinuteOfHour() {}

  /** Empty when too few captures were taken to say. */
  static Optional<Integer> next(Collection<Instant> captures) {
    List<Integer> minutes =
        captures.stream()
            .sorted(Comparator.reverseOrder())
            .limit(NEWEST)
            .map(at -> at.atOffset(ZoneOffset.UTC).getMinute())
            .distinct()
            .sorted()
            .toList();
    if (captures.size() < FEWEST) {
      return Optional.empty();
    }
    int widest = 0;
    int middle = 0;
    for (int i = 0; i < minutes.size(); i++) {
      int from = minutes.get(i);
      int to = i + 1 < minutes.size() ? minutes.get(i + 1) : minutes.getFirst() + HOUR;
      if (to - from > widest) {
        widest = to - from;
        middle = (from + to) / 2 % HOUR;
      }
    }
    return Optional.of(middle);
  }
}
