package wellhead.indexer.assemble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wellhead.indexer.assemble.ClockJumps.Jump;
import wellhead.indexer.assemble.SeenStory.Seen;
import wellhead.story.Clocks;
import wellhead.story.Clocks.Shift;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.Sighting;

/**
 * Judges the clocks of a source's captures against each other, by the stories that they share.
 *
 * <p>One capture is wrong when its stories, as others saw them, ask for the same shift of its time,
 * and its labels cannot hide it. Where the clock jumped and stayed so, the few are wrong against
 * the many; when neither side has two thirds of the captures, nobody knows which is right, and both
 * are read as if they might be wrong.
 *
 * <p>Where nothing was captured while it jumped, stories bear hours before and days behind; it is
 * seen only where days gave way to others between captures, and only where these tell how the
 * source prints days, and not by the calendar.
 */
public final class ClockJudgement {
  /** The share of a capture's stories that must agree on the shift; some were dated anew. */
  private static final double AGREED = 0.8;

  private static final double MANY = 2.0 / 3;

  private static final int ROUNDS = 2;

  /** How far two stretches may be apart that were reached by jumps there and back, in seconds. */
  private static final long SAME = 300;

  private final Set<String> suspects;
  private final Map<String, Clocks.Wrong> wrong = new TreeMap<>();

  /** How many captures of the source were taken in a stretch of time. */
  @FunctionalInterface
  public interface Count {
    /**
     * The count.
     *
     * @param from first included
     * @param to excluded
     */
    int captures(Instant from, Instant to);
  }

  private ClockJudgement(Set<String> suspects) {
    this.suspects = suspects;
  }

  /**
   * The judgement.
   *
   * @param evidence that led to the suspects
   * @param groups of connected sightings: all that have one on a suspect
   */
  public static Clocks of(
      ClockEvidence evidence, Collection<? extends Collection<Sighting>> groups, Count count) {
    var reading = new HourReading(evidence.rule(), new AgeLabels());
    List<SeenStory> stories = stories(groups, reading);
    List<SeenStory> byDays =
        evidence.daysOfBreaks().isEmpty()
            ? stories
            : stories(groups, precise(reading, evidence.ruleOfDays()));
    var judgement = new ClockJudgement(evidence.suspects());
    judgement.single(stories);
    List<Jump> jumps = List.of();
    for (int round = 0; round < ROUNDS; round++) { // without those it is clearer what is left
      jumps = ClockJumps.of(judgement.believed(byDays));
      judgement.single(ClockJumps.split(stories, jumps));
    }
    return new Clocks(judgement.wrong, behind(jumps, count));
  }

  private static List<SeenStory> stories(
      Collection<? extends Collection<Sighting>> groups, HourReading reading) {
    var stories = new ArrayList<SeenStory>();
    groups.forEach(group -> stories.addAll(SeenStory.of(group, reading)));
    stories.removeIf(story -> story.seen().size() < 2);
    return stories;
  }

  /** Days by the source's rule as well. */
  private static HourReading precise(HourReading reading, Rule days) {
    return new HourReading(
        reading.rule() == Rule.HULL ? days : reading.rule(),
        days,
        RoundGates.ANY,
        reading.labels());
  }

  private List<SeenStory> believed(List<SeenStory> all) {
    var left = new ArrayList<SeenStory>();
    for (SeenStory story : all) {
      List<Seen> seen = story.seen().stream().filter(s -> !wrong.containsKey(s.capture())).toList();
      if (seen.size() > 1) {
        left.add(new SeenStory(seen));
      }
    }
    return left;
  }

  /** Judges captures one by one, those that were found wrong before not being believed. */
  private void single(List<SeenStory> seen) {
    var before = new HashSet<>(wrong.keySet());
    wrong.clear();
    var byCapture = new HashMap<String, List<SeenStory>>();
    for (SeenStory story : seen) {
      for (Seen one : story.seen()) {
        if (suspects.contains(one.capture()) && one.aged()) {
          byCapture.computeIfAbsent(one.capture(), c -> new ArrayList<>()).add(story);
        }
      }
    }
    byCapture.forEach(
        (capture, on) -> judge(capture, on, before).ifPresent(w -> wrong.put(capture, w)));
  }

  private static Optional<Clocks.Wrong> judge(
      String capture, List<SeenStory> on, Set<String> notBelieved) {
    var shifts = new ArrayList<Span>();
    int against = 0;
    int others = 0;
    for (SeenStory story : on) {
      Consensus agreed =
          Consensus.of(
              story.seen().stream()
                  .filter(s -> !s.capture().equals(capture))
                  .filter(s -> !notBelieved.contains(s.capture()))
                  .map(Seen::told)
                  .toList());
      if (ClockEvidence.isAgreed(agreed)) {
        Seen own =
            story.seen().stream()
                .filter(s -> s.capture().equals(capture))
                .findFirst()
                .orElseThrow();
        Span shift = own.told().shiftTo(agreed.only());
        shifts.add(shift);
        if (!shift.contains(0)) {
          against++;
          others = Math.max(others, agreed.most());
        }
      }
    }
    Consensus agreed = Consensus.of(shifts);
    boolean wrong =
        agreed.isClear(AGREED, ClockEvidence.FEWEST_STORIES)
            && !agreed.only().contains(0)
            && agreed.most() - (shifts.size() - against) >= ClockEvidence.FEWEST_STORIES;
    return wrong
        ? Optional.of(
            new Clocks.Wrong(
                new Shift(agreed.only().first(), agreed.only().last()), against, others))
        : Optional.empty();
  }

  private static NavigableMap<Instant, Clocks.Jump> behind(List<Jump> jumps, Count count) {
    var behind = new TreeMap<Instant, Clocks.Jump>();
    List<Span> levels = levels(jumps);
    int main = main(levels, jumps, count);
    for (int i = 0; i < levels.size(); i++) {
      Shift shift = Shift.NONE;
      for (int other = 0; other < levels.size(); other++) {
        if ((main < 0 || isSame(levels.get(other), levels.get(main)))
            && !isSame(levels.get(i), levels.get(other))) {
          Shift to = shift(levels.get(i), levels.get(other));
          shift = main < 0 || !shift.isNone() ? shift.hull(to) : to;
        }
      }
      boolean wrong = main >= 0 && !shift.isNone();
      Jump jump = i == 0 ? null : jumps.get(i - 1);
      if (jump != null) {
        behind.put(
            Instant.ofEpochSecond(jump.first()),
            new Clocks.Jump(
                Instant.ofEpochSecond(jump.last()),
                new Shift(jump.by().first(), jump.by().last()),
                jump.told(),
                shift,
                wrong));
      } else if (!shift.isNone()) {
        behind.put(Instant.EPOCH, new Clocks.Jump(Instant.EPOCH, Shift.NONE, 0, shift, wrong));
      }
    }
    return behind;
  }

  /** What to add to each stretch between jumps so that it agrees with the first. */
  private static List<Span> levels(List<Jump> jumps) {
    var levels = new ArrayList<Span>();
    Span level = new Span(0, 0);
    levels.add(level);
    for (Jump jump : jumps) {
      level = new Span(level.first() + jump.by().first(), level.last() + jump.by().last());
      levels.add(level);
    }
    return levels;
  }

  private static boolean isSame(Span a, Span b) {
    return a.first() - SAME <= b.last() && b.first() - SAME <= a.last();
  }

  /** What to add to times on a level so that they agree with another. */
  private static Shift shift(Span from, Span to) {
    return new Shift(from.first() - to.last(), from.last() - to.first());
  }

  /** The level that most captures were taken on; -1 when none has two thirds. */
  private static int main(List<Span> levels, List<Jump> jumps, Count count) {
    var captures = new int[levels.size()];
    int all = 0;
    for (int i = 0; i < captures.length; i++) {
      Instant from = i == 0 ? Instant.EPOCH : Instant.ofEpochSecond(jumps.get(i - 1).first());
      Instant to =
          i == jumps.size() ? Interval.CEILING : Instant.ofEpochSecond(jumps.get(i).first());
      captures[i] = count.captures(from, to);
      all += captures[i];
    }
    for (int i = 0; i < captures.length; i++) {
      int same = 0;
      for (int j = 0; j < captures.length; j++) {
        same += isSame(levels.get(i), levels.get(j)) ? captures[j] : 0;
      }
      if (same >= MANY * all) {
        return i;
      }
    }
    return -1;
  }
}
