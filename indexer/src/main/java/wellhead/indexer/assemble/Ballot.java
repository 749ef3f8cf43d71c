package wellhead.indexer.assemble;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wellhead.story.Rule;

/** How many headlines of a period speak against each hypothesis on one kind of label. */
final class Ballot {

  /** Fewer headlines than this do not end a period: every site dates one or the other anew. */
  private static final int FEW = 5;

  /**
   * Headlines that one rule explains and another does not decide sooner: a headline that was dated
   * anew contradicts all rules alike. So many, and so large a share of those that even the best
   * rule does not explain.
   */
  private static final int FEW_APART = 2;

  private static final double APART = 0.5;
  private static final double APART_OF_TOLD = 0.01;

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

  /** One in so many telling headlines, rounded up, may contradict a rule that is in force. */
  private static final int QUIET = 8;

  private final long kind;
  private final int[] against;
  private final int from;
  private final int told;
  private final int rulesTold;

  /**
   * @param kind of label, see {@link Hypothesis}
   * @param against by hypothesis, from {@code from} on
   * @param from number of the first hypothesis of this kind
   * @param told how many headlines contradict any
   * @param rulesTold how many contradict a rule as a whole: all the midnights of a calendar, say
   */
  private Ballot(long kind, int[] against, int from, int told, int rulesTold) {
    this.kind = kind;
    this.against = against;
    this.from = from;
    this.told = told;
    this.rulesTold = rulesTold;
  }

  static Ballot ofHours(int[] row) {
    int[] against = Arrays.copyOfRange(row, Tally.HOURS, Tally.HOURS_TOLD);
    int told = row[Tally.HOURS_TOLD];
    return new Ballot(Hypothesis.HOURS, against, Hypothesis.HOURS_FLOOR, told, told);
  }

  /** The same, pages being older than is usual: what asks for no more than that says nothing. */
  static Ballot ofHours(int[] row, Duration staleness) {
    int round = Tally.STALENESS + Staleness.COUNTS;
    int[] against = {
      Staleness.beyond(row, Tally.STALENESS, staleness), Staleness.beyond(row, round, staleness)
    };
    int told = Math.max(against[0], against[1]);
    return new Ballot(Hypothesis.HOURS, against, Hypothesis.HOURS_FLOOR, told, told);
  }

  static Ballot ofDays(int[] row, int reading) {
    int[] days = Tally.days(row, reading);
    return new Ballot(
        Hypothesis.DAYS,
        Arrays.copyOf(days, Hypothesis.DAYS_COUNT),
        0,
        days[Tally.DAYS_TOLD],
        days[Tally.DAYS_RULES_TOLD]);
  }

  boolean isEmpty() {
    return told == 0;
  }

  Ballot plus(Ballot other) {
    return new Ballot(
        kind,
        Tally.sum(against, other.against),
        from,
        told + other.told,
        rulesTold + other.rulesTold);
  }

  private int against(int hypothesis) {
    return against[hypothesis - from];
  }

  /** The least that speaks against one of these. */
  private int least(long hypotheses) {
    int least = Integer.MAX_VALUE;
    for (long left = hypotheses; left != 0; left &= left - 1) {
      least = Math.min(least, against(Long.numberOfTrailingZeros(left)));
    }
    return least;
  }

  /** The hypotheses that are not contradicted beyond doubt. */
  long standing() {
    int least = least(kind);
    long stands = 0;
    for (long left = kind; left != 0; left &= left - 1) {
      int hypothesis = Long.numberOfTrailingZeros(left);
      boolean more = against(hypothesis) - least >= Math.max(FEW, MORE * told);
      boolean clear = against(hypothesis) >= Math.max(FEW, CLEAR * told);
      if (!more && !clear) {
        stands |= 1L << hypothesis;
      }
    }
    return stands;
  }

  /**
   * @param rows the whole counts of the period
   */
  RuleTimeline.Verdict verdict(int[] rows) {
    long left = standing();
    int least = least(left);
    double apart = Math.max(FEW_APART, Math.max(APART * least, APART_OF_TOLD * rulesTold));
    long whole = 0;
    @Nullable Rule only = null;
    int rules = 0;
    for (Rule rule : Rule.values()) {
      long of = Hypothesis.of(rule, kind);
      if ((left & of) != 0 && least(left & of) - least < apart) {
        whole |= of;
        only = rule;
        rules++;
      }
    }
    RoundGates gates = gates(rows, left);
    if (rules != 1 || only == null || !isQuiet(least)) {
      return new RuleTimeline.Verdict(null, 0, whole, gates);
    }
    return new RuleTimeline.Verdict(only, only == Rule.CALENDAR ? left & whole : 0, whole, gates);
  }

  private boolean isQuiet(int least) {
    return least <= (rulesTold + QUIET / 2) / QUIET;
  }

  /** Whether so much speaks against every hypothesis that none holds for all of the time. */
  boolean isTorn() {
    int least = least(kind);
    return least >= FEW && !isQuiet(least);
  }

  private RoundGates gates(int[] rows, long standing) {
    int mostMinutes =
        rows[Tally.MINUTES_60] >= FEW_APART ? 60 : rows[Tally.MINUTES_46] >= FEW_APART ? 46 : 0;
    int mostHours =
        rows[Tally.HOURS_24] >= FEW_APART ? 24 : rows[Tally.HOURS_23] >= FEW_APART ? 23 : 0;
    return RoundGates.of(mostMinutes, mostHours, kind == Hypothesis.DAYS ? round(standing) : 0);
  }

  /** Of the two ways to round days, the one that explains more, when it is clear. */
  private long round(long standing) {
    long both = standing & Hypothesis.of(Rule.ROUND, kind);
    int least = least(both);
    long left = 0;
    for (long of = both; of != 0; of &= of - 1) {
      int hypothesis = Long.numberOfTrailingZeros(of);
      if (against(hypothesis) - least < FEW_APART) {
        left |= 1L << hypothesis;
      }
    }
    return left;
  }
}
