package wellhead.indexer.assemble;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.Reference;
import wellhead.indexer.time.Resolver;
import wellhead.indexer.time.Roles;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;

/**
 * When a capture was taken that does not say so: its rows bear ages, and other captures tell when
 * some of them were published. The widest rule holds for each age, and the time is known only where
 * it is the same for all but a few rows, which may have been dated anew in between.
 */
public final class CaptureInference {
  /** One row might be another story with the same words. */
  private static final int FEWEST = 2;

  /** The share of the rows that must agree. */
  private static final double AGREED = 0.8;

  /** Ages in elapsed time reach back as far from one moment as from another. */
  private static final Instant ANY = Instant.parse("2020-01-01T00:00:00Z");

  private CaptureInference() {}

  /**
   * A row of the capture.
   *
   * @param age as printed
   * @param published both ends known, without anything that this capture told
   */
  public record Row(String age, Interval published) {
    public Row {
      if (published.isOpenEnded()) {
        throw new IllegalArgumentException("a bound tells nothing of a capture: " + published);
      }
    }
  }

  /** When the capture was taken; empty when its rows do not tell, or contradict each other. */
  public static Optional<Interval> between(Collection<Row> rows) {
    Consensus told =
        Consensus.of(rows.stream().flatMap(row -> between(row).stream()).map(Span::of).toList());
    return told.isClear(AGREED, FEWEST) ? Optional.of(told.only().toInterval()) : Optional.empty();
  }

  private static Optional<Interval> between(Row row) {
    return LabelParser.parse(row.age())
        .filter(label -> label.role() == Label.Role.PUBLISHED)
        .filter(CaptureInference::isElapsed)
        .flatMap(
            label -> Resolver.resolve(label, new Reference(ANY, null, Reference.USUAL_STALENESS)))
        .map(RuleIntervals::hull)
        .map(age ->
            Interval.between(
                row.published().start().plus(Duration.between(age.end(), ANY)),
                row.published().end().plus(Duration.between(age.start(), ANY))));
  }

  private static boolean isElapsed(Label label) {
    return switch (label) {
      case Label.Age age ->
          age.parts().stream().allMatch(p -> p.unit().compareTo(ChronoUnit.WEEKS) <= 0);
      case Label.JustNow ignored -> true;
      case Label.CalendarDay ignored -> false;
      case Label.CalendarUnit ignored -> false;
      case Label.Weekday ignored -> false;
      case Label.PartialDate ignored -> false;
      case Label.Date ignored -> false;
      case Label.OneOf ignored -> false;
    };
  }

  /**
   * What a sighting on such a capture tells, once it is known when that was taken, or no longer
   * known.
   *
   * @param at inferred, or unknown
   */
  public static Sighting read(Sighting sighting, CapturedAt at) {
    CaptureRef capture = sighting.capture().withCapturedAt(at);
    return switch (sighting.evidence()) {
      case ABSOLUTE_DATE, MACHINE_READABLE, COMMENT_DATE ->
          told(sighting, capture, sighting.published(), sighting.evidence());
      case RELATIVE_AGE, FIRST_SEEN, LIST_ORDER, NONE -> byAge(sighting, capture, at.between());
    };
  }

  private static Sighting byAge(Sighting sighting, CaptureRef capture, @Nullable Interval between) {
    if (between == null) {
      return told(sighting, capture, null, Evidence.NONE);
    }
    // as if captured at its last moment, from a cache that reaches back to its first
    Duration wide = Duration.between(between.start(), between.end());
    var reference = new Reference(between.end(), null, Reference.USUAL_STALENESS.plus(wide));
    Optional<RuleIntervals> age =
        Optional.ofNullable(sighting.age())
            .flatMap(LabelParser::parse)
            .flatMap(label -> told(label, reference));
    return age.map(published -> told(sighting, capture, published, Evidence.RELATIVE_AGE))
        .orElseGet(() ->
            told(
                sighting,
                capture,
                RuleIntervals.same(Interval.until(between.end())),
                Evidence.FIRST_SEEN));
  }

  private static Optional<RuleIntervals> told(Label label, Reference reference) {
    Optional<RuleIntervals> told = Resolver.resolve(label, reference);
    return label.role() == Label.Role.MODIFIED ? told.map(Roles::publishedBy) : told;
  }

  private static Sighting told(
      Sighting sighting, CaptureRef capture, @Nullable RuleIntervals published, Evidence evidence) {
    return new Sighting(
        capture,
        sighting.line(),
        sighting.title(),
        sighting.url(),
        sighting.age(),
        sighting.date(),
        published,
        evidence,
        sighting.article(),
        sighting.updated());
  }

  /** Whether it tells a time only because the time of its capture was inferred. */
  static boolean isInferred(Sighting sighting) {
    return sighting.capture().capturedAt().from() == CapturedAt.From.INFERRED
        && (sighting.evidence() == Evidence.RELATIVE_AGE
            || sighting.evidence() == Evidence.FIRST_SEEN);
  }
}
