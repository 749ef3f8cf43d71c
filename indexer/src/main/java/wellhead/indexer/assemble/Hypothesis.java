package wellhead.indexer.assemble;

import wellhead.story.Rule;

/**
 * How a source may print one kind of its labels, numbered: days that begin at one of the {@link
 * Midnights}, days rounded down, days to nearest (two ways, see {@link RoundGates}), hours rounded
 * down, hours to nearest. "Days" stands for days and longer units, "hours" for hours and shorter
 * ones; many a site prints the two by different rules.
 */
final class Hypothesis {
  static final int DAYS_FLOOR = Midnights.COUNT;

  /** To nearest, "2 days" from 36 hours on. */
  static final int DAYS_ROUND = DAYS_FLOOR + 1;

  /** To nearest, but "1 day" up to 42 hours. */
  static final int DAYS_ROUND_LATE = DAYS_ROUND + 1;

  static final int DAYS_COUNT = DAYS_ROUND_LATE + 1;
  static final int HOURS_FLOOR = DAYS_COUNT;
  static final int HOURS_ROUND = HOURS_FLOOR + 1;
  static final int COUNT = HOURS_ROUND + 1;

  static final long CALENDAR = (1L << Midnights.COUNT) - 1;
  static final long DAYS = (1L << DAYS_COUNT) - 1;
  static final long HOURS = 1L << HOURS_FLOOR | 1L << HOURS_ROUND;

  private Hypothesis() {}

  /** The hypotheses that a rule is made of, a bit each; none for the widest reading. */
  static long of(Rule rule, long kind) {
    return kind
        & switch (rule) {
          case FLOOR -> 1L << DAYS_FLOOR | 1L << HOURS_FLOOR;
          case ROUND -> 1L << DAYS_ROUND | 1L << DAYS_ROUND_LATE | 1L << HOURS_ROUND;
          case CALENDAR -> CALENDAR;
          case HULL -> 0;
        };
  }
}
