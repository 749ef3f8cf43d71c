package wellhead.indexer.assemble;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.DayOrder;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.Reference;
import wellhead.indexer.time.Resolver;
import wellhead.story.CapturedList;
import wellhead.story.Clocks;
import wellhead.story.Evidence;
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
  private final Function<String, Clocks> clocks;
  private final AgeLabels labels;

  /**
   * How a source was found to print its ages.
   *
   * @param hours the rule for hours and shorter units
   * @param days the rule for days and longer units
   * @param staleness how old its pages may be when they are captured
   * @param order of day and month in its dates; {@code null} when it is not known
   */
  public record Printer(
      RuleTimeline hours, RuleTimeline days, Duration staleness, @Nullable DayOrder order) {

    /** What the evidence says. */
    public static Printer of(PrinterEvidence evidence) {
      RuleTimeline hours = RuleTimeline.ofHours(evidence);
      RuleTimeline days = RuleTimeline.ofDays(evidence, hours);
      return new Printer(hours, days, hours.staleness(evidence), evidence.order().orElse(null));
    }

    /** The rule to be named as the source's own, by its newest captures. */
    public Rule rule() {
      Rule settled = days.latest().settled();
      Rule ofHours = hours.latest().settled();
      return settled != null
          ? settled
          : ofHours == null ? Rule.HULL : named(ofHours, days.latest());
    }

    /**
     * What to call labels of hours that are read by a rule. Calendar sites count hours by some
     * other rule, and days take longer to settle than hours: until they contradict the rule of the
     * hours, that is the source's; where the two differ, no one rule is.
     */
    private static Rule named(Rule hours, RuleTimeline.Verdict days) {
      if (days.settled() == null) {
        return days.allows(hours, Hypothesis.DAYS) ? hours : Rule.HULL;
      }
      return days.settled() == Rule.CALENDAR || days.settled() == hours
          ? days.settled()
          : Rule.HULL;
    }
  }

  /**
   * @param priors what is known beforehand
   * @param printers what was found, by source
   * @param clocks what was found about the clocks of its captures, by source
   * @param labels the labels that were read so far
   */
  public SourceRules(
      Rules priors,
      Function<String, Printer> printers,
      Function<String, Clocks> clocks,
      AgeLabels labels) {
    this.clocks = clocks;
    this.priors = priors;
    this.printers = printers;
    this.labels = labels;
  }

  @Override
  public InForce at(Sighting sighting) {
    return byItsClock(sighting).reachingBack(more(sighting)).under(doubt(sighting));
  }

  @Override
  public InForce widest(Sighting sighting) {
    return WIDEST.at(sighting).reachingBack(more(sighting)).under(doubt(sighting));
  }

  /** How much older than is usual the source's pages may be, for what counts back from them. */
  private Duration more(Sighting sighting) {
    String source = sighting.capture().source();
    boolean counts =
        sighting.evidence() == Evidence.RELATIVE_AGE || sighting.evidence() == Evidence.LIST_ORDER;
    Duration more =
        source == null || !counts
            ? Duration.ZERO
            : printers.apply(source).staleness().minus(Reference.USUAL_STALENESS);
    return more.isNegative() ? Duration.ZERO : more;
  }

  @Override
  public boolean isDoubtful(CapturedList list) {
    return !clocks.apply(list.source()).of(list.capture(), list.at()).equals(Clocks.Doubt.NONE);
  }

  /** Only what counts back from the clock of the capture hangs on it. */
  private Clocks.Doubt doubt(Sighting sighting) {
    String source = sighting.capture().source();
    boolean hangs =
        switch (sighting.evidence()) {
          case RELATIVE_AGE, FIRST_SEEN, LIST_ORDER -> true;
          case ABSOLUTE_DATE, MACHINE_READABLE, COMMENT_DATE, NONE -> false;
        };
    return source == null || !hangs
        ? Clocks.Doubt.NONE
        : clocks
            .apply(source)
            .of(sighting.capture().id(), sighting.capture().capturedAt().instant());
  }

  private InForce byItsClock(Sighting sighting) {
    String source = sighting.capture().source();
    Instant at = sighting.capture().capturedAt().instant();
    Optional<AgeLabels.AgeLabel> label = labels.of(sighting);
    if (source != null && sighting.evidence() == Evidence.ABSOLUTE_DATE) {
      return inOrder(sighting, printers.apply(source).order());
    }
    boolean byNeighbours = sighting.evidence() == Evidence.LIST_ORDER;
    if (source == null || at == null || (label.isEmpty() && !byNeighbours)) {
      return priors.at(sighting);
    }
    Printer printer = printers.apply(source);
    if (label.isEmpty()) {
      return between(sighting, printer, at.getEpochSecond());
    }
    boolean days = label.get().inDays();
    var verdict = (days ? printer.days() : printer.hours()).at(at.getEpochSecond());
    Rule settled = verdict.settled();
    if (settled == null) {
      InForce prior = priors.at(sighting);
      return verdict.allows(prior.rule(), days ? Hypothesis.DAYS : Hypothesis.HOURS)
          ? prior
          : WIDEST.at(sighting);
    }
    Interval told = told(sighting, at, label.get(), verdict, printer);
    Rule named = days ? settled : Printer.named(settled, printer.days().at(at.getEpochSecond()));
    return new InForce(named, true, told);
  }

  /**
   * A date that may be meant in two ways, its page not telling in which, in the order in which the
   * source prints others. The zone that it was read in is kept where it bounds both ways.
   */
  private InForce inOrder(Sighting sighting, @Nullable DayOrder order) {
    InForce prior = priors.at(sighting);
    String date = sighting.date();
    Interval told = prior.told();
    if (order == null || date == null || told == null) {
      return prior;
    }
    var anywhere =
        new Reference(sighting.capture().capturedAt().instant(), null, Reference.USUAL_STALENESS);
    return LabelParser.parse(date)
        .filter(label -> label instanceof Label.OneOf)
        .flatMap(label -> Resolver.resolve(order.decide(label), anywhere))
        .flatMap(only -> only.under(Rule.HULL))
        .flatMap(told::intersect)
        .map(only -> new InForce(prior.rule(), prior.settled(), only))
        .orElse(prior);
  }

  /** A row between two others, each of which may bear any label of the source. */
  private static InForce between(Sighting sighting, Printer printer, long at) {
    Rule days = printer.days().at(at).settled();
    Rule hours = printer.hours().at(at).settled();
    Rule one = days == Rule.CALENDAR || days == hours ? days : null;
    return InForce.prior(one == null ? Rule.HULL : one, sighting);
  }

  private static @Nullable Interval told(
      Sighting sighting,
      Instant at,
      AgeLabels.AgeLabel label,
      RuleTimeline.Verdict verdict,
      Printer printer) {
    var published = sighting.published();
    if (published == null || verdict.settled() == null) {
      return null;
    }
    if (verdict.settled() == Rule.CALENDAR && label.daysBack() >= 0) {
      return day(sighting, at, label.daysBack(), printer.days());
    }
    // where "1 week" and longer units begin differs more than any gate tells
    boolean differs =
        verdict.settled() == Rule.ROUND
            && label.count() == 1
            && label.unit().compareTo(ChronoUnit.DAYS) > 0;
    Optional<Interval> plain = differs ? Optional.empty() : published.under(verdict.settled());
    if (plain.isEmpty()) {
      return published.hull();
    }
    Interval told =
        verdict.settled() == Rule.ROUND
            ? verdict.gates().read(plain.get(), label, at)
            : plain.get();
    return label.unit().compareTo(ChronoUnit.WEEKS) <= 0 ? fresh(told, printer.staleness()) : told;
  }

  /** Labels are read as of pages that may be as stale as usual; the source's are not. */
  private static Interval fresh(Interval told, Duration staleness) {
    if (staleness.compareTo(Reference.USUAL_STALENESS) > 0) {
      return told;
    }
    Instant earliest = told.start().plus(Reference.USUAL_STALENESS.minus(staleness));
    return Interval.between(earliest.isAfter(told.end()) ? told.end() : earliest, told.end());
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
