package wellhead.indexer.time;

import java.util.Optional;
import wellhead.indexer.time.Label.Age;
import wellhead.story.Interval;

/**
 * Ages with a word that says how exactly they are meant: about N is N ± 1/2, over N is {@code [N,
 * N+1)}, almost N is {@code [N-1, N)}, less than N is {@code [0, N)}.
 */
final class Hedges {
  private static final long HALF = 500;
  private static final long WHOLE = 1000;

  private Hedges() {}

  /** The same under every printer rule; empty for an age without such a word. */
  static Optional<Interval> published(Age age, Capture capture) {
    return switch (age.hedge()) {
      case NONE -> Optional.empty();
      case ABOUT -> PrinterRule.span(age, -HALF, HALF, capture);
      case OVER -> PrinterRule.span(age, 0, WHOLE, capture);
      case ALMOST -> PrinterRule.span(age, -WHOLE, 0, capture);
      case LESS_THAN ->
          PrinterRule.span(age, 0, 0, capture)
              .map(i -> Interval.between(i.start(), capture.latest()));
    };
  }
}
