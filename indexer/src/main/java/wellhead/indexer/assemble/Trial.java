package wellhead.indexer.assemble;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;

/** Puts the labels of one headline to the test: what they leave of each {@link Hypothesis}. */
final class Trial {
  private static final int KINDS_OF_HOURS = 2;

  private final Ranges hours = new Ranges(KINDS_OF_HOURS);
  private final Ranges days = new Ranges(Tally.READINGS * Hypothesis.DAYS_COUNT);
  private final Bounds[] fresh = {new Bounds(), new Bounds()};
  private int mostMinutes;
  private int mostHours;

  /** The seconds that are left under each of many hypotheses. */
  private static final class Ranges {
    private final long[] first;
    private final long[] last;

    Ranges(int count) {
      first = new long[count];
      last = new long[count];
      Arrays.fill(first, Long.MIN_VALUE);
      Arrays.fill(last, Long.MAX_VALUE);
    }

    /** Narrows those from one number up to another. */
    void narrow(int from, int to, @Nullable Interval told) {
      long start = told == null ? Long.MAX_VALUE : told.start().getEpochSecond();
      long end = told == null ? Long.MIN_VALUE : told.end().getEpochSecond();
      for (int i = from; i < to; i++) {
        narrow(i, start, end);
      }
    }

    void narrow(int number, @Nullable Interval told) {
      narrow(number, number + 1, told);
    }

    void narrow(int number, long start, long end) {
      first[number] = Math.max(first[number], start);
      last[number] = Math.min(last[number], end);
    }

    boolean isEmpty(int number) {
      return first[number] > last[number];
    }
  }

  /** Each kind of label is tried under its own hypotheses, with every reading of the others. */
  void narrow(Sighting sighting, long at, AgeLabels.AgeLabel label) {
    RuleIntervals published = sighting.published();
    if (published == null) {
      return;
    }
    if (label.inDays()) {
      narrowDays(sighting, published, at, label);
      hours.narrow(0, KINDS_OF_HOURS, published.hull());
      return;
    }
    var byReading =
        new @Nullable Interval[] {published.hull(), published.floor(), round(sighting, label)};
    for (int reading = 0; reading < Tally.READINGS; reading++) {
      int from = reading * Hypothesis.DAYS_COUNT;
      days.narrow(from, from + Hypothesis.DAYS_COUNT, byReading[reading]);
    }
    for (int kind = 0; kind < KINDS_OF_HOURS; kind++) {
      hours.narrow(kind, byReading[kind + 1]);
      fresh[kind].add(byReading[kind + 1], at);
    }
    if (label.unit() == ChronoUnit.MINUTES) {
      mostMinutes = Math.max(mostMinutes, label.count());
    } else if (label.unit() == ChronoUnit.HOURS) {
      mostHours = Math.max(mostHours, label.count());
    }
  }

  private void narrowDays(
      Sighting sighting, RuleIntervals published, long at, AgeLabels.AgeLabel label) {
    narrowDays(Hypothesis.DAYS_FLOOR, published.floor());
    narrowDays(Hypothesis.DAYS_ROUND, round(sighting, label, RoundGates.EARLY));
    narrowDays(Hypothesis.DAYS_ROUND_LATE, round(sighting, label, RoundGates.LATE));
    for (int midnight = 0; midnight < Midnights.COUNT; midnight++) {
      if (label.daysBack() < 0) {
        narrowDays(midnight, published.calendar());
      } else {
        narrowDays(
            midnight,
            Midnights.first(midnight, at, label.daysBack()),
            Midnights.last(midnight, at, label.daysBack()));
      }
    }
  }

  private void narrowDays(int hypothesis, @Nullable Interval told) {
    narrowDays(
        hypothesis,
        told == null ? Long.MAX_VALUE : told.start().getEpochSecond(),
        told == null ? Long.MIN_VALUE : told.end().getEpochSecond());
  }

  private void narrowDays(int hypothesis, long start, long end) {
    for (int reading = 0; reading < Tally.READINGS; reading++) {
      days.narrow(reading * Hypothesis.DAYS_COUNT + hypothesis, start, end);
    }
  }

  /** To nearest, by the gates of whatever printer; {@code null} when it is never printed so. */
  static @Nullable Interval round(Sighting sighting, AgeLabels.AgeLabel label) {
    return round(sighting, label, RoundGates.EARLY);
  }

  static @Nullable Interval round(Sighting sighting, AgeLabels.AgeLabel label, RoundGates gates) {
    var published = sighting.published();
    var at = sighting.capture().capturedAt().instant();
    if (published == null || published.round() == null || at == null) {
      return null;
    }
    // where "1 week" and longer units begin differs more than any gate tells
    return label.count() == 1 && label.unit().compareTo(ChronoUnit.DAYS) > 0
        ? published.hull()
        : gates.read(published.round(), label, at);
  }

  /** What it came to, as a row of {@link Tally}. */
  int[] counts() {
    int[] counts = new int[Tally.COUNT];
    for (int kind = 0; kind < KINDS_OF_HOURS; kind++) {
      counts[Tally.HOURS + kind] = hours.isEmpty(kind) ? 1 : 0;
      fresh[kind].count(counts, Tally.STALENESS + kind * Staleness.COUNTS);
    }
    counts[Tally.HOURS_TOLD] = hours.isEmpty(0) || hours.isEmpty(1) ? 1 : 0;
    counts[Tally.MINUTES_46] = mostMinutes > 45 ? 1 : 0;
    counts[Tally.MINUTES_60] = mostMinutes >= 60 ? 1 : 0;
    counts[Tally.HOURS_23] = mostHours > 22 ? 1 : 0;
    counts[Tally.HOURS_24] = mostHours >= 24 ? 1 : 0;
    for (int reading = 0; reading < Tally.READINGS; reading++) {
      countDays(counts, reading);
    }
    return counts;
  }

  private void countDays(int[] counts, int reading) {
    int from = Tally.DAYS + reading * Tally.DAYS_COUNTS;
    int fallen = 0;
    int midnights = 0;
    for (int i = 0; i < Hypothesis.DAYS_COUNT; i++) {
      if (days.isEmpty(reading * Hypothesis.DAYS_COUNT + i)) {
        counts[from + i] = 1;
        fallen++;
        midnights += i < Midnights.COUNT ? 1 : 0;
      }
    }
    boolean tellsOfRules = midnights == Midnights.COUNT || fallen > midnights;
    counts[from + Tally.DAYS_TOLD] = fallen > 0 ? 1 : 0;
    counts[from + Tally.DAYS_RULES_TOLD] = tellsOfRules ? 1 : 0;
  }
}
