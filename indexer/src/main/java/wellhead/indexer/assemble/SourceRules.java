package wellhead.indexer.assemble;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.Sighting;

/**
 * Reads labels by the rule that the captures of a source decided on, and by the prior as long as
 * they did not and do not contradict it.
 */
public final class SourceRules implements Rules {
  private static final long SUMMER_TIME = Duration.ofHours(1).toSeconds();

  private final Rules priors;
  private final Function<String, Printer> printers;
  private final AgeLabels labels = new AgeLabels();

  /**
   * Which rules a source was found to print by.
   *
   * @param hours for hours and shorter units
   * @param days for days and longer units
   */
  public record Printer(RuleTimeline hours, RuleTimeline days) {

    /** What the evidence says. */
    public static Printer of(PrinterEvidence evidence) {
      return new Printer(RuleTimeline.ofHours(evidence), RuleTimeline.ofDays(evidence));
    }

    /** The rule to be named as the source's own, by its newest captures. */
    public Rule rule() {
      Rule settled = days.latest().settled();
      return settled == null ? Rule.HULL : settled;
    }
  }

  /**
   * @param priors what is known beforehand
   * @param printers what was found, by source
   */
  public SourceRules(Rules priors, Function<String, Printer> printers) {
    this.priors = priors;
    this.printers = printers;
  }

  @Override
  public InForce at(Sighting sighting) {
    String source = sighting.capture().source();
    Instant at = sighting.capture().capturedAt().instant();
    Optional<AgeLabels.AgeLabel> label = labels.of(sighting);
    if (source == null || at == null || label.isEmpty()) {
      return priors.at(sighting);
    }
    Printer printer = printers.apply(source);
    boolean days = label.get().inDays();
    var verdict = (days ? printer.days() : printer.hours()).at(at.getEpochSecond());
    Rule settled = verdict.settled();
    if (settled == null) {
      InForce prior = priors.at(sighting);
      return verdict.allows(prior.rule(), days ? Hypothesis.DAYS : Hypothesis.HOURS)
          ? prior
          : WIDEST.at(sighting);
    }
    Interval told = told(sighting, at, label.get(), settled, printer);
    Rule whole = printer.days().at(at.getEpochSecond()).settled();
    return new InForce(days ? settled : named(settled, whole), true, told);
  }

  /**
   * Calendar sites count hours by some other rule; what is named is the rule of the whole source,
   * and none while its days are not settled.
   */
  private static Rule named(Rule hours, @Nullable Rule days) {
    return days == Rule.CALENDAR || hours == days ? days : Rule.HULL;
  }

  private static @Nullable Interval told(
      Sighting sighting, Instant at, AgeLabels.AgeLabel label, Rule settled, Printer printer) {
    var published = sighting.published();
    if (published == null) {
      return null;
    }
    // sites that round to nearest differ in where "1 hour" and "1 day" begin and end, and a few
    // headlines that show it are too few to be heard against all the others
    boolean differs = settled == Rule.ROUND && label.one();
    Optional<Interval> widest = published.under(Rule.HULL);
    if (differs) {
      return widest.orElse(null);
    }
    return (settled == Rule.CALENDAR && label.daysBack() >= 0)
        ? day(sighting, at, label.daysBack(), printer.days())
        : published.under(settled).or(() -> widest).orElse(null);
  }

  /** The day in the site's zone as its captures tell it, within what the user said of the zone. */
  private static Interval day(Sighting sighting, Instant at, int daysBack, RuleTimeline days) {
    var verdict = days.at(at.getEpochSecond());
    Instant then = at.minus(Duration.ofDays(daysBack + 1L));
    long slack = days.at(then.getEpochSecond()).equals(verdict) ? 0 : SUMMER_TIME;
    Interval found = Midnights.hull(verdict.midnights(), at, daysBack, slack);
    return Optional.ofNullable(sighting.published())
        .flatMap(published -> published.under(Rule.CALENDAR))
        .flatMap(found::intersect)
        .orElse(found);
  }
}
