package wellhead.indexer.time;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import wellhead.indexer.time.Label.Age;
import wellhead.story.Interval;

/**
 * Ages with a word that says how exactly they are meant: about N is N ± 1/2, over N is {@code [N,
 * N+1)}, almost N is {@code [N-1, N)}, less than N is {@code [0, N)}, several is anything from one
 * of the unit to one of the next larger.
 */
final class Hedges {
  private static final long HALF = 500;
  private static final long WHOLE = 1000;

  private Hedges() {}

  /** How many more than one, in thousandths, "several" may be. */
  private static long most(ChronoUnit unit) {
    return switch (unit) {
      case SECONDS, MINUTES -> 59_000;
      case HOURS -> 23_000;
      case DAYS -> 13_000;
      case WEEKS -> 7_000;
      case MONTHS -> 11_000;
      default -> 19_000;
    };
  }

  /** The same under every printer rule; empty for an age without such a word. */
  static Optional<Interval> published(Age age, Capture capture) {
    return switch (age.hedge()) {
      case NONE -> Optional.empty();
      case ABOUT -> {
        var span = PrinterRule.span(age, -HALF, HALF, capture);
        // printers that say "about" count 30 days to a month and 365 to a year
        yield Ages.isSimple(age) && Ages.isCalendar(Ages.unit(age))
            ? PrinterRule.Round.widened(span, age, -HALF, HALF, capture)
            : span;
      }
      case OVER -> PrinterRule.span(age, 0, WHOLE, capture);
      case ALMOST -> PrinterRule.span(age, -WHOLE, 0, capture);
      case LESS_THAN ->
          PrinterRule.span(age, 0, 0, capture)
              .map(i -> Interval.between(i.start(), capture.latest()));
      case SEVERAL -> PrinterRule.span(age, 0, most(Ages.unit(age)), capture);
    };
  }
}
