package wellhead.server.traffic;

import java.time.Duration;
import java.util.Objects;

/**
 * How much is let in.
 *
 * @param atOnce searches and pages that are worked on at the same time, at least 1
 * @param waiting how many more may wait for their turn; what comes beyond is refused at once
 * @param patience the longest time that one waits before it is refused
 * @param exportsAtOnce streams of all matches that are written at the same time, at least 1; they
 *     have places of their own, since a slow reader may keep one for long
 * @param perClientPerSecond requests a second from one address, on average; 0 for no limit
 * @param connections open at the same time; further ones wait to be accepted
 * @param idle how long a connection may say nothing
 */
public record Limits(
    int atOnce,
    int waiting,
    Duration patience,
    int exportsAtOnce,
    int perClientPerSecond,
    int connections,
    Duration idle) {

  public Limits {
    Objects.requireNonNull(patience, "patience");
    Objects.requireNonNull(idle, "idle");
    atLeast("atOnce", atOnce, 1);
    atLeast("waiting", waiting, 0);
    atLeast("exportsAtOnce", exportsAtOnce, 1);
    atLeast("perClientPerSecond", perClientPerSecond, 0);
    atLeast("connections", connections, 1);
  }

  /**
   * For a machine with so many processors. A search is all computing, so more at once than
   * processors only makes each of them slower; two a processor keep them busy while answers are
   * written. The queue is short because whoever waits in it is served late: at half a millisecond a
   * search, it drains in a few milliseconds.
   */
  public static Limits of(int processors) {
    int atOnce = Math.max(4, 2 * processors);
    return new Limits(
        atOnce, 2 * atOnce, Duration.ofSeconds(1), 2, 0, 2_000, Duration.ofSeconds(30));
  }

  /** The same with a limit on each client. */
  public Limits withPerClientPerSecond(int requests) {
    return new Limits(atOnce, waiting, patience, exportsAtOnce, requests, connections, idle);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
    }
  }
}
