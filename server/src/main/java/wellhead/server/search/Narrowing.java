package wellhead.server.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * How the sightings of a story narrow its time, one after the other in order of capture.
 *
 * @param steps one for every sighting that tells something, then at most one for the list that did
 *     not have the story yet and one for what else is known beyond the sightings; empty for an
 *     undated story
 */
public record Narrowing(List<Step> steps) {

  /** What a step does to the interval that the steps before it left. */
  public enum Outcome {
    /** The first that tells something. */
    BEGINS,
    /** Less is left. */
    NARROWS,
    /** The same is left. */
    AGREES,
    /** Nothing would be left: the site dated the story anew, and what follows tells of that. */
    CONTRADICTS,
    /** The newest list of the source that did not have the story yet. */
    ABSENT,
    /** What the other captures of the source tell: how fresh its pages are, where its units end. */
    SOURCE;

    /** The name that answers use. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One step.
   *
   * @param sighting whose it is; {@code null} for {@link Outcome#ABSENT} and {@link Outcome#SOURCE}
   * @param rule by which its label is read; {@code null} when it needs none
   * @param told what it tells alone
   * @param left what is left after it
   * @param absentAt when the list was captured that did not have the story; only for {@link
   *     Outcome#ABSENT}
   */
  public record Step(
      @Nullable Sighting sighting,
      @Nullable Rule rule,
      Interval told,
      Interval left,
      Outcome outcome,
      @Nullable Instant absentAt) {

    Step(
        @Nullable Sighting sighting,
        @Nullable Rule rule,
        Interval told,
        Interval left,
        Outcome outcome) {
      this(sighting, rule, told, left, outcome, null);
    }

    /** Whether something is known after it that was not before. */
    public boolean tells() {
      return outcome != Outcome.AGREES;
    }
  }

  public Narrowing {
    steps = List.copyOf(steps);
  }

  /** The steps to a story's time. */
  public static Narrowing of(Story story) {
    Published published = story.published();
    if (published == null) {
      return new Narrowing(List.of());
    }
    Rule rule = published.rule() == null ? Rule.HULL : published.rule();
    var steps = new ArrayList<Step>();
    Interval left = null;
    Interval first = null;
    for (Sighting sighting : story.sightings()) {
      RuleIntervals told = sighting.published();
      Step step = told == null ? null : step(sighting, told, rule, left, published.conflict());
      if (step != null) {
        boolean begins = step.outcome == Outcome.CONTRADICTS && first == null;
        first = begins ? left : first;
        steps.add(step);
        left = step.left;
      }
    }
    Interval end = first == null ? left : first;
    Instant absentAt = published.lastAbsent();
    if (absentAt != null && end != null) {
      var since = new Interval(absentAt.minus(Published.LISTED_WITHIN), null);
      end = end.intersect(since).orElse(end);
      steps.add(new Step(null, null, since, end, Outcome.ABSENT, absentAt));
    }
    if (!published.interval().equals(end)) {
      steps.add(
          new Step(
              null, published.rule(), published.interval(), published.interval(), Outcome.SOURCE));
    }
    return new Narrowing(steps);
  }

  /** How many steps left the time as it was. */
  public int agreeing() {
    return (int) steps.stream().filter(s -> !s.tells()).count();
  }

  /** {@code null} when the sighting tells nothing under any rule. */
  private static @Nullable Step step(
      Sighting sighting, RuleIntervals told, Rule rule, @Nullable Interval left, boolean conflict) {
    Interval widest = told.hull();
    Interval read = told.under(rule).orElse(widest);
    if (read == null) {
      return null;
    }
    Rule by = told.isRuleFree() ? null : told.under(rule).isPresent() ? rule : Rule.HULL;
    if (left == null) {
      return new Step(sighting, by, read, read, Outcome.BEGINS);
    }
    Optional<Interval> both = left.intersect(read);
    if (both.isEmpty() && !conflict && widest != null) {
      // where the story is consistent, a label that the rule denies was read as wide as any
      return new Step(
          sighting, Rule.HULL, widest, left.intersect(widest).orElse(left), Outcome.AGREES);
    }
    return both.isEmpty()
        ? new Step(sighting, by, read, read, Outcome.CONTRADICTS)
        : new Step(
            sighting,
            by,
            read,
            both.get(),
            both.get().equals(left) ? Outcome.AGREES : Outcome.NARROWS);
  }
}
