package wellhead.indexer.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.Sighting;

/**
 * What the captures of a source say for and against each {@link Hypothesis}, counted week by week.
 *
 * <p>A headline that was seen several times in a week, under labels that the widest reading
 * reconciles, contradicts every hypothesis under which no instant fits them all. Only headlines
 * that contradict some hypothesis count: the others cannot tell the printers apart. The counts are
 * sums over headlines, so that those of a headline can be taken away and added again when more is
 * seen of it, and they do not depend on which rule is in force.
 */
public final class PrinterEvidence {
  private static final long WEEK = 7 * 86_400;

  /** The counts of a week: by hypothesis, then how many headlines told of hours, and of days. */
  static final int HOURS_TOLD = Hypothesis.COUNT;

  static final int DAYS_TOLD = HOURS_TOLD + 1;
  private static final int COUNTS = DAYS_TOLD + 1;

  private final NavigableMap<Long, int[]> weeks = new TreeMap<>();

  /** None. */
  public PrinterEvidence() {}

  /** What {@link #counts} wrote down. */
  public PrinterEvidence(SortedMap<Long, List<Integer>> counts) {
    counts.forEach((week, row) -> {
      if (row.size() != COUNTS) {
        throw new IllegalArgumentException("a week has " + COUNTS + " counts: " + row.size());
      }
      weeks.put(week, row.stream().mapToInt(Integer::intValue).toArray());
    });
  }

  /** The evidence of one connected group of sightings (see {@link StoryKeys}). */
  public static PrinterEvidence of(Collection<Sighting> connected) {
    var evidence = new PrinterEvidence();
    var labels = new AgeLabels();
    var open = new HashMap<String, List<Headline>>();
    for (Sighting sighting : connected.stream().distinct().sorted(Assembler.ORDER).toList()) {
      Optional<AgeLabels.AgeLabel> label = labels.of(sighting);
      Interval widest = Rules.WIDEST.at(sighting).told();
      if (label.isPresent() && widest != null && sighting.capture().source() != null) {
        String name = sighting.url() == null ? TitleFold.fold(sighting.title()) : sighting.url();
        Headline headline = home(open.computeIfAbsent(name, n -> new ArrayList<>()), widest);
        headline.add(sighting, widest, label.get(), evidence);
      }
    }
    open.values().forEach(headlines -> headlines.forEach(h -> h.close(evidence)));
    return evidence;
  }

  private static Headline home(List<Headline> headlines, Interval widest) {
    for (Headline headline : headlines.reversed()) {
      if (headline.widest == null || headline.widest.overlaps(widest)) {
        return headline;
      }
    }
    headlines.add(new Headline());
    return headlines.getLast();
  }

  /** The week that an instant lies in. */
  static long week(long epochSecond) {
    return Math.floorDiv(epochSecond, WEEK);
  }

  /** Adds other evidence of the same source. */
  public void add(PrinterEvidence other) {
    other.weeks.forEach((week, counts) -> change(week, counts, 1));
  }

  /** Takes evidence away that was added before. */
  public void subtract(PrinterEvidence other) {
    other.weeks.forEach((week, counts) -> change(week, counts, -1));
  }

  private void change(long week, int[] counts, int sign) {
    int[] sum = weeks.computeIfAbsent(week, w -> new int[COUNTS]);
    for (int i = 0; i < COUNTS; i++) {
      sum[i] += sign * counts[i];
    }
    if (Arrays.stream(sum).allMatch(count -> count == 0)) {
      weeks.remove(week);
    }
  }

  /** The counts, week by week since 1970, to be written down; weeks that tell nothing left out. */
  public SortedMap<Long, List<Integer>> counts() {
    var counts = new TreeMap<Long, List<Integer>>();
    weeks.forEach((week, row) -> counts.put(week, Arrays.stream(row).boxed().toList()));
    return counts;
  }

  public boolean isEmpty() {
    return weeks.isEmpty();
  }

  /** By week, in order of time. */
  NavigableMap<Long, int[]> weeks() {
    return weeks;
  }

  /** Sightings that may be of one headline, with what they leave of each hypothesis this week. */
  private static final class Headline {
    private final Possible possible = new Possible();
    private long week;
    private @Nullable Interval widest;

    void add(Sighting sighting, Interval told, AgeLabels.AgeLabel label, PrinterEvidence evidence) {
      long at = captured(sighting);
      if (widest == null || week(at) != week) {
        close(evidence);
        week = week(at);
      }
      widest = widest == null ? told : widest.intersect(told).orElse(told);
      possible.narrow(sighting, at, label);
    }

    void close(PrinterEvidence evidence) {
      int[] counts = new int[COUNTS];
      long fallen = possible.fallen();
      for (long left = fallen; left != 0; left &= left - 1) {
        counts[Long.numberOfTrailingZeros(left)] = 1;
      }
      counts[HOURS_TOLD] = (fallen & Hypothesis.HOURS) == 0 ? 0 : 1;
      counts[DAYS_TOLD] = (fallen & Hypothesis.DAYS) == 0 ? 0 : 1;
      if (fallen != 0) {
        evidence.change(week, counts, 1);
      }
      possible.begin();
    }
  }

  static long captured(Sighting sighting) {
    var at = sighting.capture().capturedAt().instant();
    if (at == null) {
      throw new IllegalArgumentException("the capture is not timed: " + sighting);
    }
    return at.getEpochSecond();
  }

  /** The seconds that are left under each hypothesis. */
  private static final class Possible {
    private final long[] first = new long[Hypothesis.COUNT];
    private final long[] last = new long[Hypothesis.COUNT];

    Possible() {
      begin();
    }

    void begin() {
      Arrays.fill(first, Long.MIN_VALUE);
      Arrays.fill(last, Long.MAX_VALUE);
    }

    /** Each kind of label is tried under its own hypotheses, with the widest reading of others. */
    void narrow(Sighting sighting, long at, AgeLabels.AgeLabel label) {
      var published = sighting.published();
      if (published == null) {
        return;
      }
      boolean days = label.inDays();
      Interval hull = published.hull();
      narrow(Hypothesis.DAYS_FLOOR, days ? published.floor() : hull);
      narrow(Hypothesis.DAYS_ROUND, days ? published.round() : hull);
      narrow(Hypothesis.HOURS_FLOOR, days ? hull : published.floor());
      narrow(Hypothesis.HOURS_ROUND, days ? hull : published.round());
      for (int midnight = 0; midnight < Midnights.COUNT; midnight++) {
        if (label.daysBack() < 0) {
          narrow(midnight, days ? published.calendar() : hull);
        } else {
          narrow(
              midnight,
              Midnights.first(midnight, at, label.daysBack()),
              Midnights.last(midnight, at, label.daysBack()));
        }
      }
    }

    private void narrow(int hypothesis, @Nullable Interval told) {
      if (told == null) {
        narrow(hypothesis, Long.MAX_VALUE, Long.MIN_VALUE);
      } else {
        narrow(hypothesis, told.start().getEpochSecond(), told.end().getEpochSecond());
      }
    }

    private void narrow(int hypothesis, long from, long to) {
      first[hypothesis] = Math.max(first[hypothesis], from);
      last[hypothesis] = Math.min(last[hypothesis], to);
    }

    /** The contradicted hypotheses, a bit each. */
    long fallen() {
      long fallen = 0;
      for (int i = 0; i < Hypothesis.COUNT; i++) {
        if (first[i] > last[i]) {
          fallen |= 1L << i;
        }
      }
      return fallen;
    }
  }
}
