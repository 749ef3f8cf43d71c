package wellhead.indexer.assemble;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import wellhead.indexer.time.Reference;

/**
 * How old a source's pages are when they are captured, as far as its labels tell: where a label on
 * one page bounds a headline from below and a label on another from above so that nothing is left
 * unless a page was stale, they say by how much it was at least.
 *
 * <p>Were every page fresh, a headline would be left no second or more, and seldom few: the number
 * that is left x seconds grows with x. Pages of every age from 0 to D take some of those away that
 * are left less than D, {@code D * D / (12 * X * X)} of all that are left less than X. A cache of
 * age D gives pages of every age from 0 to D, unless captures keep step with it; so this tells
 * something only of a source that was captured at all minutes alike. Else {@link
 * Reference#USUAL_STALENESS} holds.
 */
final class Staleness {
  private static final int STEP = 30;

  /** The most that is allowed for, in seconds, and the seconds left up to which headlines count. */
  static final int MOST = Math.toIntExact(Reference.USUAL_STALENESS.toSeconds());

  /** Counts of headlines that ask for none, then by the staleness they ask for, in steps. */
  private static final int STEPS = MOST / STEP + 1;

  /** Counts of the captures that bound them, by the minute of {@link #MOST} they were taken in. */
  private static final int PHASES = STEPS;

  private static final int PHASE_COUNT = MOST / 60;

  /** Headlines that are bounded by two captures at all. */
  private static final int SEEN = PHASES + PHASE_COUNT;

  /**
   * Headlines that ask for more than {@link #MOST}, by the least of {@link #LEVELS} that would do;
   * the last for those for which none would.
   */
  private static final int BEYOND = SEEN + 1;

  /** What pages kept by larger caches are told apart by, in minutes. */
  private static final int[] LEVELS = {10, 15, 20, 30, 45, 60};

  static final int COUNTS = BEYOND + LEVELS.length + 1;

  /** The share of captures in each minute that shows that they keep no step; evenly: a fifth. */
  private static final double EVEN = 0.08;

  /**
   * Headlines that ask for some, over those that are left less than {@link #MOST}, where pages are
   * older than that. Of real front pages rendered from caches of up to 5 minutes it is a half at
   * most, from caches of up to 20 minutes nearly three.
   */
  private static final double STALE = 1;

  private static final int FEWEST_STALE = 10;
  private static final int FEWEST_BEYOND = 3;

  /** The share of headlines that may ask for more: some are dated anew by a minute or two. */
  private static final double ODD = 0.005;

  private Staleness() {}

  /**
   * Counts a headline.
   *
   * @param left seconds that would be left to it if every page was fresh; negative when none
   * @param boundedAt when the captures were taken that say so
   * @param counts at {@code from} and behind it
   */
  static void count(long left, long[] boundedAt, int[] counts, int from) {
    counts[from + SEEN]++;
    if (left < -MOST) {
      counts[from + BEYOND + level(-left)]++;
    }
    if (left > MOST || left < -MOST) {
      return;
    }
    counts[from + Math.toIntExact((Math.max(0, -left) + STEP - 1) / STEP)]++;
    for (long at : boundedAt) {
      counts[from + PHASES + Math.toIntExact(Math.floorMod(at, MOST) / 60)]++;
    }
  }

  private static int level(long seconds) {
    int level = 0;
    while (level < LEVELS.length && seconds > LEVELS[level] * 60L) {
      level++;
    }
    return level;
  }

  /** How many headlines ask for more than pages of this age. */
  static int beyond(int[] counts, int from, Duration staleness) {
    int beyond = 0;
    for (int level = 0; level <= LEVELS.length; level++) {
      boolean would = level < LEVELS.length && LEVELS[level] <= staleness.toMinutes();
      beyond += would ? 0 : counts[from + BEYOND + level];
    }
    return beyond;
  }

  /** Whether no more headlines ask for some than where pages are as old as is usual. */
  static boolean isUsual(int[] counts, int from) {
    int asking = asking(counts, from);
    return asking < Math.max(FEWEST_STALE, STALE * counts[from])
        || beyond(counts, from, Reference.USUAL_STALENESS) < FEWEST_BEYOND;
  }

  private static int asking(int[] counts, int from) {
    int asking = beyond(counts, from, Reference.USUAL_STALENESS);
    for (int step = 1; step < STEPS; step++) {
      asking += counts[from + step];
    }
    return asking;
  }

  /**
   * How old pages are that caches keep longer than is usual: of all headlines that ask for some,
   * {@code (1 - x / D)} to the third ask for more than x. Empty where no age explains them.
   *
   * @param counts at {@code from} and behind it, of all captures
   */
  static Optional<Duration> large(int[] counts, int from) {
    double least = 0;
    for (int minutes : new int[] {MOST / 60, LEVELS[0]}) {
      int beyond = beyond(counts, from, Duration.ofMinutes(minutes));
      // as many as there may be when this many were seen, but for one time in a hundred
      double share = (beyond + 2.3 * Math.sqrt(beyond) + 4.6) / asking(counts, from);
      least = Math.max(least, minutes / (1 - Math.cbrt(Math.min(1, share))));
    }
    double age = least;
    return Arrays.stream(LEVELS)
        .filter(level -> level >= age)
        .mapToObj(Duration::ofMinutes)
        .filter(level -> beyond(counts, from, level) <= 2 * ODD * counts[from + SEEN])
        .findFirst();
  }

  /** What to allow for, in whole minutes. */
  static Duration of(int[] counts) {
    int fresh = counts[0];
    if (fresh == 0 || keepsStep(counts)) {
      return Reference.USUAL_STALENESS;
    }
    int stale = 0;
    for (int step = 1; step < STEPS; step++) {
      stale += counts[step];
    }
    // as many as there may be when this many were seen, but for one time in a hundred
    double likely = stale + 2.3 * Math.sqrt(stale) + 4.6;
    double seconds =
        Math.max(MOST * Math.sqrt(12 * likely / fresh), STEP * largest(counts, ODD * fresh));
    return Duration.ofMinutes(Math.min(MOST / 60, (long) Math.ceil(seconds / 60)));
  }

  /** The largest step that more than some odd headlines ask for. */
  private static int largest(int[] counts, double odd) {
    int more = 0;
    for (int step = STEPS - 1; step > 0; step--) {
      more += counts[step];
      if (more > odd) {
        return step;
      }
    }
    return 0;
  }

  private static boolean keepsStep(int[] counts) {
    int all = 0;
    int least = Integer.MAX_VALUE;
    for (int phase = 0; phase < PHASE_COUNT; phase++) {
      all += counts[PHASES + phase];
      least = Math.min(least, counts[PHASES + phase]);
    }
    return least < EVEN * all;
  }
}
