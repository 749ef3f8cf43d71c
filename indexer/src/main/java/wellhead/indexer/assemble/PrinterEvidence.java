package wellhead.indexer.assemble;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.DayOrder;
import wellhead.story.Clocks;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Sighting;

/**
 * What the captures of a source say for and against each {@link Hypothesis}, counted week by week.
 *
 * <p>A headline that was seen several times in a week, under labels that the widest reading
 * reconciles, contradicts every hypothesis under which no instant fits them all; what else it tells
 * is listed in {@link Tally}. The counts are sums over headlines, so that those of a headline can
 * be taken away and added again when more is seen of it, and they do not depend on which rule is in
 * force.
 */
public final class PrinterEvidence {
  private static final long WEEK = 7 * 86_400;

  private final NavigableMap<Long, int[]> weeks = new TreeMap<>();

  /** None. */
  public PrinterEvidence() {}

  /** What {@link #counts} wrote down. */
  public PrinterEvidence(SortedMap<Long, List<Integer>> counts) {
    counts.forEach((week, row) -> {
      if (row.size() != Tally.COUNT) {
        throw new IllegalArgumentException("a week has " + Tally.COUNT + " counts: " + row.size());
      }
      weeks.put(week, row.stream().mapToInt(Integer::intValue).toArray());
    });
  }

  /**
   * The evidence of one connected group of sightings (see {@link StoryKeys}).
   *
   * @param clocks of the source: captures that are wrong against others tell nothing of labels
   */
  public static PrinterEvidence of(
      Collection<Sighting> connected, AgeLabels labels, Clocks clocks) {
    var evidence = new PrinterEvidence();
    var open = new HashMap<String, List<Headline>>();
    for (Sighting sighting : connected.stream().distinct().sorted(Assembler.ORDER).toList()) {
      evidence.countOrder(sighting);
      Optional<AgeLabels.AgeLabel> label = labels.of(sighting);
      Interval widest = Rules.WIDEST.at(sighting).told();
      Instant at = sighting.capture().capturedAt().instant();
      if (label.isPresent()
          && widest != null
          && sighting.capture().source() != null
          && !clocks.of(sighting.capture().id(), at).wrong()) {
        String name = sighting.url() == null ? TitleFold.fold(sighting.title()) : sighting.url();
        int stretch = at == null ? 0 : clocks.stretch(at);
        Headline headline =
            home(open.computeIfAbsent(stretch + " " + name, n -> new ArrayList<>()), widest);
        headline.add(sighting, widest, label.get(), evidence);
      }
    }
    open.values().forEach(headlines -> headlines.forEach(h -> h.close(evidence)));
    return evidence;
  }

  /** A date of which one number is no month tells the order of all dates of the source. */
  private void countOrder(Sighting sighting) {
    String date = sighting.date();
    if (date == null
        || sighting.evidence() != Evidence.ABSOLUTE_DATE
        || sighting.capture().source() == null) {
      return;
    }
    DayOrder.proven(date)
        .ifPresent(order -> {
          Instant at = sighting.capture().capturedAt().instant();
          int[] one = new int[Tally.COUNT];
          one[order == DayOrder.DAY_FIRST ? Tally.DAY_FIRST : Tally.MONTH_FIRST] = 1;
          change(at == null ? 0 : week(at.getEpochSecond()), one, 1);
        });
  }

  /** In which order the source prints day and month; empty when nothing or both is proven. */
  Optional<DayOrder> order() {
    int day = weeks.values().stream().mapToInt(row -> row[Tally.DAY_FIRST]).sum();
    int month = weeks.values().stream().mapToInt(row -> row[Tally.MONTH_FIRST]).sum();
    return (day == 0) == (month == 0)
        ? Optional.empty()
        : Optional.of(day > 0 ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST);
  }

  /**
   * How long caches keep the source's pages, where that is longer than is usual: the least that
   * explains its hours by either rule, and only where by neither rule less does.
   */
  Optional<Duration> largeStaleness() {
    int[] sum = new int[Tally.COUNT];
    for (int[] row : weeks.values()) {
      sum = Tally.sum(sum, row);
    }
    int round = Tally.STALENESS + Staleness.COUNTS;
    return Staleness.isUsual(sum, Tally.STALENESS) || Staleness.isUsual(sum, round)
        ? Optional.empty()
        : Stream.of(Staleness.large(sum, Tally.STALENESS), Staleness.large(sum, round))
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder());
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
    int[] sum = weeks.computeIfAbsent(week, w -> new int[Tally.COUNT]);
    for (int i = 0; i < Tally.COUNT; i++) {
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

  /** Sightings that may be of one headline, on trial week by week. */
  private static final class Headline {
    private Trial trial = new Trial();
    private long week;
    private @Nullable Interval widest;

    void add(Sighting sighting, Interval told, AgeLabels.AgeLabel label, PrinterEvidence evidence) {
      long at = captured(sighting);
      if (widest != null && week(at) != week) {
        close(evidence);
        trial = new Trial();
      }
      week = week(at);
      widest = widest == null ? told : widest.intersect(told).orElse(told);
      trial.narrow(sighting, at, label);
    }

    void close(PrinterEvidence evidence) {
      evidence.change(week, trial.counts(), 1);
    }
  }

  private static long captured(Sighting sighting) {
    var at = sighting.capture().capturedAt().instant();
    if (at == null) {
      throw new IllegalArgumentException("the capture is not timed: " + sighting);
    }
    return at.getEpochSecond();
  }
}
