package wellhead.indexer.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import wellhead.indexer.time.Label.Age;
import wellhead.story.Interval;
import wellhead.story.Rule;

/**
 * How a site turns an age into a label, read backwards. A printer that shows a label for ages in
 * {@code [a, b)} on a page printed between {@code c - D} and {@code c} says that the story was
 * published in {@code [c - D - b, c - a]} (whole seconds, both ends included).
 *
 * <p>Hedged ages ("about 4 hours") mean the same under every rule: see {@link Hedges}.
 */
sealed interface PrinterRule {

  /**
   * When something was published that bears this unhedged age; empty when the rule never prints it.
   */
  Optional<Interval> published(Age age, Capture capture);

  /** The rule of a site. */
  static PrinterRule of(Rule rule) {
    return switch (rule) {
      case FLOOR -> new Floor();
      case ROUND -> new Round();
      case CALENDAR -> new Calendar();
      case HULL -> new Hull();
    };
  }

  /** Ages in {@code [N, N+1)}; the smallest label from 0. */
  record Floor() implements PrinterRule {
    @Override
    public Optional<Interval> published(Age age, Capture capture) {
      long from = Ages.isSmallest(age) ? -1000 : 0;
      return span(age, from, Ages.step(age), capture);
    }
  }

  /**
   * Ages in {@code [N-1/2, N+1/2)} within the unit's gates, as WordPress's human_time_diff has
   * them: minutes below an hour, hours below a day; one of a unit begins at 1. Of compound ages ("1
   * day 21 hours") printers round the last unit down as well, so both are covered. That printer
   * counts 30 days to a month and 365 to a year, others by the calendar: the wider end counts.
   */
  record Round() implements PrinterRule {
    @Override
    public Optional<Interval> published(Age age, Capture capture) {
      long half = Ages.step(age) / 2;
      long from = Ages.isSmallest(age) ? -1000 : Ages.isOne(age) ? 0 : -half;
      if (!Ages.isSimple(age)) {
        return span(age, from, Ages.step(age), capture);
      }
      var span = span(age, from, half, capture);
      var wide = Ages.isCalendar(Ages.unit(age)) ? widened(span, age, from, half, capture) : span;
      return wide.flatMap(s -> gated(s, Ages.unit(age), capture));
    }

    /** The hull with the span of months of 30 days and years of 365. */
    static Optional<Interval> widened(
        Optional<Interval> span, Age age, long from, long to, Capture capture) {
      long days = Ages.unit(age) == ChronoUnit.MONTHS ? 30 : 365;
      long count = age.parts().getFirst().thousandths();
      Instant start = capture.earliest().minusSeconds((count + to) * days * 864 / 10);
      Instant end = capture.latest().minusSeconds(Math.max(0, count + from) * days * 864 / 10);
      var counted = capture.clip(start.minusSeconds(1), end);
      return span.flatMap(s -> counted.flatMap(s::hull));
    }

    private static Optional<Interval> gated(Interval span, ChronoUnit unit, Capture capture) {
      Duration least =
          switch (unit) {
            case HOURS -> Duration.ofHours(1);
            case DAYS -> Duration.ofDays(1);
            case WEEKS -> Duration.ofDays(7);
            default -> Duration.ZERO;
          };
      Duration most =
          switch (unit) {
            case SECONDS -> Duration.ofMinutes(1);
            case MINUTES -> Duration.ofHours(1);
            case HOURS -> Duration.ofDays(1);
            default -> Duration.ofDays(200L * 366);
          };
      return Interval.between(capture.earliest().minus(most), capture.latest().minus(least))
          .intersect(span);
    }
  }

  /** Days as the calendar counts them in the site's zone; every other unit by {@link Hull}. */
  record Calendar() implements PrinterRule {
    @Override
    public Optional<Interval> published(Age age, Capture capture) {
      return prints(age)
          ? days(age.parts().getFirst().thousandths() / 1000, capture)
          : new Hull().published(age, capture);
    }

    private static boolean prints(Age age) {
      return Ages.isSimple(age) && Ages.unit(age) == ChronoUnit.DAYS && Ages.step(age) == 1000;
    }

    /**
     * The days that lie so many days back from the days on which the page may have been printed.
     */
    static Optional<Interval> days(long back, Capture capture) {
      Wall wall = capture.wall();
      Instant from = wall.earliest(z -> midnight(capture.firstDay(z).minusDays(back), z));
      Instant to = wall.latest(z -> midnight(capture.lastDay(z).minusDays(back - 1), z));
      return capture.clip(from.minus(wall.slack()), to.plus(wall.slack()));
    }

    static Instant midnight(LocalDate day, ZoneId zone) {
      return day.atStartOfDay(zone).toInstant();
    }
  }

  /**
   * The span that covers every printer known: {@code [N-1/2, N+1)} for seconds to hours, {@code
   * [N-1, N+1)} above, a month of 28 to 31 days, a year of 365 to 366.
   */
  record Hull() implements PrinterRule {
    @Override
    public Optional<Interval> published(Age age, Capture capture) {
      ChronoUnit unit = Ages.unit(age);
      boolean small = unit.compareTo(ChronoUnit.HOURS) <= 0;
      long from = Ages.isSmallest(age) || !small ? -1000 : -500;
      var span = span(age, from, 1000, capture);
      if (Ages.isSimple(age) && Ages.isCalendar(unit)) {
        return span.flatMap(s -> calendars(age, capture).flatMap(s::hull));
      }
      // on the day that summer time ends, a calendar day back is up to 49 hours
      return Calendar.prints(age) && capture.wall().zone() != null
          ? span.flatMap(s -> new Calendar().published(age, capture).flatMap(s::hull))
          : span;
    }

    private static Optional<Interval> calendars(Age age, Capture capture) {
      boolean months = Ages.unit(age) == ChronoUnit.MONTHS;
      long count = age.parts().getFirst().thousandths();
      Duration most = Duration.ofDays(months ? 31 : 366).multipliedBy(count + 1000).dividedBy(1000);
      Duration least =
          Duration.ofDays(months ? 28 : 365)
              .multipliedBy(Math.max(0, count - 1000))
              .dividedBy(1000);
      return capture.clip(capture.earliest().minus(most), capture.latest().minus(least));
    }
  }

  /** {@code [c - D - (N + to), c - (N + from)]}, in thousandths of the last unit. */
  static Optional<Interval> span(Age age, long from, long to, Capture capture) {
    Wall wall = capture.wall();
    boolean calendar = age.parts().stream().anyMatch(p -> Ages.isCalendar(p.unit()));
    if (!calendar) {
      ZoneId any = ZoneOffset.UTC;
      return capture.clip(
          Ages.before(capture.earliest(), age, to, any),
          Ages.before(capture.latest(), age, from, any));
    }
    Instant start = wall.earliest(z -> Ages.before(capture.earliest(), age, to, z));
    Instant end = wall.latest(z -> Ages.before(capture.latest(), age, from, z));
    return capture.clip(start.minus(wall.slack()), end.plus(wall.slack()));
  }
}
