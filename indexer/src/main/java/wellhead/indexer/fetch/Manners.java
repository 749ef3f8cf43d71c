package wellhead.indexer.fetch;

import java.time.Duration;

/**
 * How a site is treated, and how long it may keep us.
 *
 * @param gap the least time between two requests to one host; its robots.txt may ask for more
 * @param connect how long connecting may take
 * @param whole how long one exchange may take, from looking up the name to the last byte
 * @param bodyBytes how much of an answer is taken, as it is sent
 * @param redirects how many are followed
 * @param robotsAge how long a robots.txt is believed before it is asked for again; RFC 9309 says at
 *     most a day
 * @param patience how long an address waits for its turn; a host that wants a longer one is left
 *     for another run
 */
public record Manners(
    Duration gap,
    Duration connect,
    Duration whole,
    int bodyBytes,
    int redirects,
    Duration robotsAge,
    Duration patience) {

  /** What is usual among polite programs that fetch pages. */
  public static final Manners USUAL =
      new Manners(
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          10 << 20,
          5,
          Duration.ofHours(24),
          Duration.ofHours(1));

  public Manners {
    if (gap.isNegative() || connect.isNegative() || whole.isNegative()) {
      throw new IllegalArgumentException("times must not be negative: " + gap);
    }
    if (bodyBytes < 1 || redirects < 0) {
      throw new IllegalArgumentException("something must be taken: " + bodyBytes + " bytes");
    }
  }
}
