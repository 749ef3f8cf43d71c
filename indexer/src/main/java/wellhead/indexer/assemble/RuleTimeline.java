package wellhead.indexer.assemble;

import java.util.Map;
import java.util.NavigableMap;
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

  /** Fewer headlines than this prove nothing: every site dates one or the other anew. */
  private static final int FEW = 5;

  /**
   * The share of the telling headlines that contradicts a rule whatever the others explain. On real
   * front pages rendered by a known rule (captures every hour and every six hours, pages up to four
   * minutes stale, 3 % of the headlines dated anew), the right rule was contradicted by 0 to 4 %.
   */
  private static final double CLEAR = 0.15;

  /**
   * The share that contradicts a rule when another explains them. On the same pages wrong rules
   * were contradicted by 9 to 100 % more than the right one; of the {@link Midnights}, those beside
   * the right one by less, for few captures lie between the two.
   */
  private static final double MORE = 0.05;

  /** The share of headlines that may contradict a rule that is in force. */
  private static final double NOISE = 0.05;

  private static final Verdict OPEN = new Verdict(null, 0, Hypothesis.DAYS | Hypothesis.HOURS);

  /**
   * What the evidence of a period says.
   *
   * @param settled {@code null} while it does not decide
   * @param midnights when the day may begin, a bit each, under a settled calendar rule; else 0
   * @param standing hypotheses that are not contradicted, all of a rule's or none
   */
  public record Verdict(@Nullable Rule settled, long midnights, long standing) {

    boolean allows(Rule rule, long kind) {
      return (standing & Hypothesis.of(rule, kind)) != 0;
    }
  }

  /** The verdict on a kind of label at an instant. */
  Verdict at(long epochSecond) {
    Map.Entry<Long, Verdict> entry = verdicts.floorEntry(PrinterEvidence.week(epochSecond));
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
    return of(evidence, Hypothesis.HOURS, PrinterEvidence.HOURS_TOLD);
  }

  static RuleTimeline ofDays(PrinterEvidence evidence) {
    return of(evidence, Hypothesis.DAYS, PrinterEvidence.DAYS_TOLD);
  }

  private static RuleTimeline of(PrinterEvidence evidence, long kind, int told) {
    var periods = new Periods(kind, told);
    evidence.weeks().forEach(periods::add);
    return new RuleTimeline(periods.end());
  }

  /** Walks through the weeks, oldest first. */
  private static final class Periods {
    private final long kind;
    private final int told;
    private final NavigableMap<Long, Verdict> verdicts = new TreeMap<>();
    private int @Nullable [] sum;
    private long standing;
    private long first;
    private long last;
    private boolean afterChange;

    Periods(long kind, int told) {
      this.kind = kind;
      this.told = told;
    }

    void add(long week, int[] counts) {
      if (counts[told] == 0) {
        return;
      }
      long stands = standing(counts);
      if (sum != null && (standing & stands & standing(plus(sum, counts))) == 0) {
        close(stands != 0);
        afterChange = stands != 0;
      }
      if (stands == 0) { // the change lies within this week
        verdicts.put(week, OPEN);
        return;
      }
      if (sum == null) {
        sum = new int[counts.length];
        standing = kind;
        first = week;
      }
      sum = plus(sum, counts);
      standing &= stands & standing(sum);
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
      Verdict verdict = verdict(sum);
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

    private static int[] plus(int[] a, int[] b) {
      int[] sum = new int[a.length];
      for (int i = 0; i < sum.length; i++) {
        sum[i] = a[i] + b[i];
      }
      return sum;
    }

    private long standing(int[] counts) {
      int least = Integer.MAX_VALUE;
      for (long left = kind; left != 0; left &= left - 1) {
        least = Math.min(least, counts[Long.numberOfTrailingZeros(left)]);
      }
      long stands = 0;
      for (long left = kind; left != 0; left &= left - 1) {
        int hypothesis = Long.numberOfTrailingZeros(left);
        int against = counts[hypothesis];
        boolean more = against - least >= Math.max(FEW, MORE * counts[told]);
        boolean clear = against >= Math.max(FEW, CLEAR * counts[told]);
        if (!more && !clear) {
          stands |= 1L << hypothesis;
        }
      }
      return stands;
    }

    private Verdict verdict(int[] counts) {
      long left = standing(counts);
      long whole = 0;
      Rule only = null;
      int rules = 0;
      for (Rule rule : Rule.values()) {
        long of = Hypothesis.of(rule, kind);
        if ((left & of) != 0) {
          whole |= of;
          only = rule;
          rules++;
        }
      }
      if (rules != 1 || only == null || !isQuiet(left, counts)) {
        return new Verdict(null, 0, whole);
      }
      return new Verdict(only, only == Rule.CALENDAR ? left : 0, whole);
    }

    /** Whether one of these explains all but the few headlines that every site dates anew. */
    private boolean isQuiet(long hypotheses, int[] counts) {
      for (long left = hypotheses; left != 0; left &= left - 1) {
        if (counts[Long.numberOfTrailingZeros(left)] <= NOISE * counts[told]) {
          return true;
        }
      }
      return false;
    }
  }
}
