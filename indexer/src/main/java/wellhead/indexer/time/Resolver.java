package wellhead.indexer.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Label.Age;
import wellhead.indexer.time.Label.Hedge;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;

/**
 * Turns what a label says into when the story was published, under each printer rule side by side.
 *
 * <p>Every interval is in closed whole seconds, reaches back by the staleness of the page, and ends
 * no later than the capture.
 */
public final class Resolver {
  /** The web's own beginning: nothing older bears an age. */
  static final Instant OLDEST = Instant.parse("1990-01-01T00:00:00Z");

  /** No number that fits a page is larger; keeps every sum far from overflow. */
  private static final long MOST_THOUSANDTHS = 1_000_000_000L;

  private static final Duration MOST_JUST_NOW = Duration.ofMinutes(1);
  private static final Duration MOST_JUST_NOW_ANYWHERE = Duration.ofMinutes(2);

  private Resolver() {}

  /**
   * When something was published that bears this label.
   *
   * @return empty when the label needs a capture time that is not known, or would lie in the future
   *     or before 1990. A rule that never prints the label ("90 mins" where hours begin at 60) has
   *     no interval in the answer.
   */
  public static Optional<RuleIntervals> resolve(Label label, Reference reference) {
    Optional<Capture> capture = Capture.of(reference);
    return switch (label) {
      case Age age -> capture.flatMap(c -> age(age, c));
      case Label.JustNow now -> capture.flatMap(Resolver::justNow);
      case Label.CalendarDay day ->
          capture.flatMap(c -> CalendarWords.day(day, c)).map(RuleIntervals::same);
      case Label.CalendarUnit unit ->
          capture.flatMap(c -> CalendarWords.unit(unit, c)).map(RuleIntervals::same);
      case Label.Weekday day ->
          capture.flatMap(c -> CalendarWords.weekday(day, c)).map(RuleIntervals::same);
      case Label.PartialDate date ->
          capture.flatMap(c -> CalendarWords.partial(date, c)).map(RuleIntervals::same);
      case Label.Date date -> Dates.published(date, reference).map(RuleIntervals::same);
      case Label.OneOf choice -> oneOf(choice, reference);
    };
  }

  private static Optional<RuleIntervals> age(Age age, Capture capture) {
    if (age.parts().stream().anyMatch(p -> p.thousandths() > MOST_THOUSANDTHS)
        || isTooOld(age, capture)) {
      return Optional.empty();
    }
    if (age.hedge() != Hedge.NONE) {
      return Hedges.published(age, capture).map(RuleIntervals::same);
    }
    return Optional.of(
        new RuleIntervals(
            under(Rule.FLOOR, age, capture),
            under(Rule.ROUND, age, capture),
            under(Rule.CALENDAR, age, capture),
            under(Rule.HULL, age, capture)));
  }

  private static boolean isTooOld(Age age, Capture capture) {
    double years = 0;
    for (Label.Part part : age.parts()) {
      years += part.thousandths() / 1000.0 * part.unit().getDuration().toDays() / 366;
    }
    return years > 100 || Ages.before(capture.latest(), age, 0, ZoneOffset.UTC).isBefore(OLDEST);
  }

  private static @Nullable Interval under(Rule rule, Age age, Capture capture) {
    return PrinterRule.of(rule).published(age, capture).orElse(null);
  }

  private static Optional<RuleIntervals> justNow(Capture capture) {
    Interval usual = Interval.between(capture.earliest().minus(MOST_JUST_NOW), capture.latest());
    Interval anywhere =
        Interval.between(capture.earliest().minus(MOST_JUST_NOW_ANYWHERE), capture.latest());
    return Optional.of(new RuleIntervals(usual, usual, usual, anywhere));
  }

  private static Optional<RuleIntervals> oneOf(Label.OneOf choice, Reference reference) {
    return choice.readings().stream()
        .flatMap(reading -> resolve(reading, reference).stream())
        .flatMap(intervals -> intervals.under(Rule.HULL).stream())
        .reduce((a, b) -> a.hull(b).orElse(a))
        .map(RuleIntervals::same);
  }
}
