package wellhead.indexer.assemble;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wellhead.story.Rule;

/**
 * Which rule a source printed one kind of label by, in which weeks: a verdict from its week on
 * until the next. A rule is in force when it is the only one that the evidence of its period leaves
 * standing; a period ends where nothing that stood so far explains a week.
 *
 * <p>The weeks around such a change are read under the widest rule, for the change may lie within
 * any of them.
 */
public record RuleTimeline(NavigableMap<Long, Verdict> verdicts) {

  private static final Verdict OPEN =
      new Verdict(null, 0, Hypothesis.DAYS | Hypothesis.HOURS, RoundGates.EARLY);

  /**
   * What the evidence of a period says.
   *
   * @param settled {@code null} while it does not decide
   * @param midnights when the day may begin, a bit each, under a settled calendar rule; else 0
   * @param standing hypotheses that are not contradicted, all of a rule's or none
   * @param gates of a printer that rounds to nearest
   */
  record Verdict(@Nullable Rule settled, long midnights, long standing, RoundGates gates) {

    boolean allows(Rule rule, long kind) {
      return (standing & Hypothesis.of(rule, kind)) != 0;
    }
  }

  /** The verdict on a kind of label at an instant. */
  Verdict at(long epochSecond) {
    return in(PrinterEvidence.week(epochSecond));
  }

  private Verdict in(long week) {
    Map.Entry<Long, Verdict> entry = verdicts.floorEntry(week);
    if (entry == null) {
      entry = verdicts.firstEntry();
    }
    return entry == null ? OPEN : entry.getValue();
  }

  /** The verdict on the newest captures. */
  Verdict latest() {
    return verdicts.isEmpty() ? OPEN : verdicts.lastEntry().getValue();
  }

  static RuleTimeline ofHours(PrinterEvidence evidence) {
    var periods = new Periods(Hypothesis.HOURS);
    Optional<Duration> stale = evidence.largeStaleness();
    evidence
        .weeks()
        .forEach((week, row) ->
            periods.add(
                week,
                row,
                stale.map(age -> Ballot.ofHours(row, age)).orElseGet(() -> Ballot.ofHours(row))));
    return new RuleTimeline(periods.end());
  }

  /**
   * @param hours how hours were printed, for what a headline says of days depends on it
   */
  static RuleTimeline ofDays(PrinterEvidence evidence, RuleTimeline hours) {
    var periods = new Periods(Hypothesis.DAYS);
    evidence
        .weeks()
        .forEach((week, row) ->
            periods.add(week, row, Ballot.ofDays(row, reading(hours.in(week).settled()))));
    return new RuleTimeline(periods.end());
  }

  /** How old pages may be when they are captured, hours being printed as these verdicts say. */
  Duration staleness(PrinterEvidence evidence) {
    Optional<Duration> large = evidence.largeStaleness();
    if (large.isPresent()) {
      return large.get();
    }
    int[] sum = new int[Staleness.COUNTS];
    evidence
        .weeks()
        .forEach((week, row) -> {
          int reading = reading(in(week).settled());
          if (reading > 0) {
            int from = Tally.STALENESS + (reading - 1) * Staleness.COUNTS;
            for (int i = 0; i < sum.length; i++) {
              sum[i] += row[from + i];
            }
          }
        });
    return Staleness.of(sum);
  }

  /** See {@link Tally#READINGS}. */
  private static int reading(@Nullable Rule hours) {
    return hours == Rule.FLOOR ? 1 : hours == Rule.ROUND ? 2 : 0;
  }

  /** Walks through the weeks, oldest first. */
  private static final class Periods {
    private final long kind;
    private final NavigableMap<Long, Verdict> verdicts = new TreeMap<>();
    private @Nullable Ballot sum;
    private int[] rows = new int[Tally.COUNT];
    private long standing;
    private long first;
    private long last;
    private boolean afterChange;

    Periods(long kind) {
      this.kind = kind;
    }

    void add(long week, int[] row, Ballot ballot) {
      if (ballot.isEmpty()) {
        if (sum != null) {
          rows = Tally.sum(rows, row); // tells of gates at most
        }
        return;
      }
      long stands = ballot.isTorn() ? 0 : ballot.standing();
      if (sum != null && (standing & stands & sum.plus(ballot).standing()) == 0) {
        close(stands != 0);
        afterChange = stands != 0;
      }
      if (stands == 0) { // the change lies within this week
        verdicts.put(week, OPEN);
        return;
      }
      if (sum == null) {
        sum = ballot;
        standing = kind;
        first = week;
        rows = row;
      } else {
        sum = sum.plus(ballot);
        rows = Tally.sum(rows, row);
      }
      standing &= stands & sum.standing();
      last = week;
    }

    NavigableMap<Long, Verdict> end() {
      close(false);
      return verdicts;
    }

    private void close(boolean before) {
      if (sum == null) {
        return;
      }
      Verdict verdict = sum.verdict(rows);
      verdicts.put(first, afterChange ? OPEN : verdict);
      if (afterChange) {
        verdicts.put(first + 1, verdict);
      }
      if (before) {
        verdicts.put(last, OPEN);
      }
      sum = null;
      afterChange = false;
    }
  }
}
