package wellhead.indexer.fetch;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a host from one request to the next. Losing it costs politeness once and asking
 * for a page that has not changed.
 *
 * @param lastRequestAt when the last exchange with it ended; {@code null} when there was none
 * @param notBefore when it may be asked again, as it said itself; {@code null} when it did not
 * @param robots its rules, by origin
 * @param pages what was captured last, by address
 */
record HostRecord(
    @Nullable Instant lastRequestAt,
    @Nullable Instant notBefore,
    Map<String, RobotsFile> robots,
    Map<String, Seen> pages) {

  /** Of a host that was never asked. */
  static final HostRecord NEW = new HostRecord(null, null, Map.of(), Map.of());

  /** Pages of one host that are remembered; beyond, those that were captured first are dropped. */
  private static final int MOST_PAGES = 1000;

  /**
   * A robots.txt.
   *
   * @param status it was answered with
   */
  record RobotsFile(Instant fetchedAt, int status, String text) {}

  /**
   * A page as it was captured last.
   *
   * @param record the id of its WARC record
   * @param file in which that stands, absolute
   */
  record Seen(
      @Nullable String etag,
      @Nullable String lastModified,
      Instant capturedAt,
      String record,
      String file) {}

  HostRecord {
    // what was written by hand, or by halves, may leave them out
    robots = robots == null ? Map.of() : Map.copyOf(robots);
    pages = pages == null ? Map.of() : Map.copyOf(pages);
  }

  HostRecord askedAt(Instant now) {
    return new HostRecord(now, notBefore, robots, pages);
  }

  HostRecord leftAloneUntil(@Nullable Instant time) {
    return new HostRecord(lastRequestAt, time, robots, pages);
  }

  HostRecord withRobots(String origin, RobotsFile file) {
    var all = new TreeMap<>(robots);
    all.put(origin, file);
    return new HostRecord(lastRequestAt, notBefore, all, pages);
  }

  /**
   * With what was captured of a page; {@code null} when the next capture of it needs no reminder.
   */
  HostRecord withPage(WebAddress address, @Nullable Seen seen) {
    var all = new TreeMap<>(pages);
    if (seen == null) {
      all.remove(address.toString());
    } else {
      all.put(address.toString(), seen);
    }
    if (all.size() > MOST_PAGES) {
      all.entrySet().stream()
          .min(Map.Entry.comparingByValue(Comparator.comparing(Seen::capturedAt)))
          .map(Map.Entry::getKey)
          .ifPresent(all::remove);
    }
    return new HostRecord(lastRequestAt, notBefore, robots, all);
  }

  Optional<Seen> page(WebAddress address) {
    return Optional.ofNullable(pages.get(address.toString()));
  }
}
