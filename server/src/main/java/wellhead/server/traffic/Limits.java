package wellhead.server.traffic;

import java.time.Duration;
import java.util.Objects;

/**
 * How much is let in.
 *
 * @param atOnce searches and pages that are worked on at the same time, at least 1
 * @param waiting how many more may wait for their turn, however long turns take; where they are
 *     short, more may. What comes beyond is refused at once
 * @param patience the longest time that one waits before it is refused
 * @param longest the time within which a search or page is to be answered; one that goes on for
 *     more than a second longer is a fault of ours
 * @param exportsAtOnce streams of all matches that are written at the same time, at least 1; they
 *     have places of their own, since a slow reader may keep one for long
 * @param pace the time within which the reader of a stream must take each piece (32 kB)
 * @param unreadBytes of answers that their readers have yet to take, all together, at least 1
 * @param perClientPerSecond requests a second from one address, on average; 0 for no limit
 * @param connections open at the same time; further ones wait to be accepted
 * @param idle how long a connection may say nothing
 */
public record Limits(
    int atOnce,
    int waiting,
    Duration patience,
    Duration longest,
    int exportsAtOnce,
    Duration pace,
    int unreadBytes,
    int perClientPerSecond,
    int connections,
    Duration idle) {

  public Limits {
    Objects.requireNonNull(patience, "patience");
    Objects.requireNonNull(longest, "longest");
    Objects.requireNonNull(pace, "pace");
    Objects.requireNonNull(idle, "idle");
    atLeast("atOnce", atOnce, 1);
    atLeast("waiting", waiting, 0);
    atLeast("exportsAtOnce", exportsAtOnce, 1);
    atLeast("unreadBytes", unreadBytes, 1);
    atLeast("perClientPerSecond", perClientPerSecond, 0);
    atLeast("connections", connections, 1);
  }

  /**
   * For a machine with so many processors. A search is all computing, so more at once than
   * processors only makes each of them slower. Thirty-two a processor may always wait: at half a
   * millisecond to five a search, they are through in 16 to 160 milliseconds.
   */
  public static Limits of(int processors) {
    int atOnce = Math.max(2, processors);
    return new Limits(
        atOnce,
        32 * atOnce,
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        4,
        Duration.ofSeconds(10),
        32 << 20,
        0,
        2_000,
        Duration.ofSeconds(30));
  }

  /** The same with a limit on each client. */
  public Limits withPerClientPerSecond(int requests) {
    return new Limits(
        atOnce,
        waiting,
        patience,
        longest,
        exportsAtOnce,
        pace,
        unreadBytes,
        requests,
        connections,
        idle);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
    }
  }
}
