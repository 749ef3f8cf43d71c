package wellhead.indexer.assemble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import wellhead.story.Rule;
import wellhead.story.Sighting;

/**
 * What speaks against the clocks of captures: for each the stories that others agree on against it,
 * and by how much its time would have to be shifted for each. Hours and minutes are read both
 * rounded down and to nearest, for which of them the source prints may hang on the clocks in turn.
 * Most captures are not in it. A sum over stories, so that those of a story can be taken away and
 * added again when more is seen of it.
 */
public final class ClockEvidence {
  /** Fewer stories than this were dated anew by the site, or are others with the same words. */
  static final int FEWEST_STORIES = 3;

  /**
   * The rule by which less speaks against clocks is the source's when by the other so much more
   * does, as a share and at least. Of real front pages rendered by a known rule, with a fifth of
   * the clocks wrong, the wrong rule had 22 % more.
   */
  private static final double CLEARLY = 0.2;

  private static final int FEWEST_MORE = 5;

  private static final String BREAKS = "BREAKS_";
  private static final long DAY = 86_400;

  /** So many times as many stories as on other days fall into two where a clock jumped. */
  private static final int OUTSTANDING = 3;

  private static final int MOST_DAYS = 10;

  private final Map<Rule, SortedMap<String, List<Span>>> shifts = new EnumMap<>(Rule.class);

  /**
   * By day since 1970 how many stories fall into two there, each part agreeing in itself, when days
   * are read by the same rule as hours.
   */
  private final Map<Rule, NavigableMap<Long, Integer>> breaks = new EnumMap<>(Rule.class);

  /** None. */
  public ClockEvidence() {
    breaks.put(Rule.FLOOR, new TreeMap<>());
    breaks.put(Rule.ROUND, new TreeMap<>());
    shifts.put(Rule.FLOOR, new TreeMap<>());
    shifts.put(Rule.ROUND, new TreeMap<>());
  }

  /** What {@link #shifts} wrote down. */
  public ClockEvidence(Map<String, List<Long>> written) {
    this();
    written.forEach((key, ends) -> {
      if (key.startsWith(BREAKS)) {
        readBreaks(Rule.valueOf(key.substring(BREAKS.length())), ends);
        return;
      }
      int blank = key.indexOf(' ');
      List<Span> spans = spans(Rule.valueOf(key.substring(0, blank)), key.substring(blank + 1));
      for (int i = 0; i + 1 < ends.size(); i += 2) {
        spans.add(new Span(ends.get(i), ends.get(i + 1)));
      }
    });
  }

  private void readBreaks(Rule rule, List<Long> counts) {
    for (int i = 0; i + 1 < counts.size(); i += 2) {
      change(rule, counts.get(i), Math.toIntExact(counts.get(i + 1)));
    }
  }

  private void change(Rule rule, long day, int count) {
    breaksBy(rule).merge(day, count, (a, b) -> a + b == 0 ? null : a + b);
  }

  private NavigableMap<Long, Integer> breaksBy(Rule rule) {
    return breaks.getOrDefault(rule, new TreeMap<>());
  }

  /** The evidence of one connected group of sightings (see {@link StoryKeys}). */
  public static ClockEvidence of(Collection<Sighting> connected, AgeLabels labels) {
    var evidence = new ClockEvidence();
    for (Rule rule : evidence.shifts.keySet()) {
      for (SeenStory story : SeenStory.of(connected, new HourReading(rule, labels))) {
        evidence.add(rule, story);
      }
      var days = new HourReading(rule, rule, RoundGates.ANY, labels);
      for (SeenStory story : SeenStory.of(connected, days)) {
        ClockJumps.behindBreak(story)
            .ifPresent(at -> evidence.change(rule, Math.floorDiv(at, DAY), 1));
      }
    }
    return evidence;
  }

  private void add(Rule rule, SeenStory story) {
    Consensus all = story.consensus();
    if (all.most() == all.told() || !isAgreed(all.most(), all.told() - 1)) {
      return;
    }
    for (SeenStory.Seen seen : story.seen()) {
      if (seen.aged() && !all.best().stream().allMatch(seen.told()::overlaps)) {
        Consensus others = story.without(seen);
        if (isAgreed(others) && !seen.told().overlaps(others.only())) {
          spans(rule, seen.capture()).add(seen.told().shiftTo(others.only()));
        }
      }
    }
  }

  private List<Span> spans(Rule rule, String capture) {
    return of(rule).computeIfAbsent(capture, c -> new ArrayList<>());
  }

  private SortedMap<String, List<Span>> of(Rule rule) {
    return shifts.getOrDefault(rule, new TreeMap<>());
  }

  /** Whether two thirds agree, and on one time. */
  static boolean isAgreed(Consensus others) {
    return others.best().size() == 1 && isAgreed(others.most(), others.told());
  }

  private static boolean isAgreed(int most, int told) {
    return most >= 2 && 3 * most >= 2 * told;
  }

  /** Adds other evidence of the same source. */
  public void add(ClockEvidence other) {
    other.breaks.forEach((rule, byDay) -> byDay.forEach((day, n) -> change(rule, day, n)));
    other.shifts.forEach((rule, byCapture) ->
        byCapture.forEach((capture, spans) -> spans(rule, capture).addAll(spans)));
  }

  /** Takes evidence away that was added before. */
  public void subtract(ClockEvidence other) {
    other.breaks.forEach((rule, byDay) -> byDay.forEach((day, n) -> change(rule, day, -n)));
    other.shifts.forEach((rule, byCapture) ->
        byCapture.forEach((capture, spans) -> {
          List<Span> left = spans(rule, capture);
          spans.forEach(left::remove);
          if (left.isEmpty()) {
            of(rule).remove(capture);
          }
        }));
  }

  public boolean isEmpty() {
    return shifts.values().stream().allMatch(Map::isEmpty)
        && breaks.values().stream().allMatch(Map::isEmpty);
  }

  /** By which rule hours and minutes are to be read; {@link Rule#HULL} when that is not clear. */
  Rule rule() {
    return fewer(count(Rule.FLOOR), count(Rule.ROUND));
  }

  private int count(Rule rule) {
    return of(rule).values().stream().mapToInt(List::size).sum();
  }

  /** The captures that are worth a closer look: several stories ask for the same shift. */
  public Set<String> suspects() {
    Rule rule = rule();
    if (rule != Rule.HULL) {
      return suspects(rule);
    }
    var suspects = new TreeSet<>(suspects(Rule.FLOOR));
    suspects.retainAll(suspects(Rule.ROUND));
    return suspects;
  }

  private Set<String> suspects(Rule rule) {
    var suspects = new TreeSet<String>();
    of(rule)
        .forEach((capture, spans) -> {
          if (spans.size() >= FEWEST_STORIES && Consensus.of(spans).most() >= FEWEST_STORIES) {
            suspects.add(capture);
          }
        });
    return suspects;
  }

  /**
   * By which rule the source prints days, as far as breaks tell: the wrong rule has stories fall
   * into two again and again. {@link Rule#HULL} when that is not clear.
   *
   * <p>Not asked of the source's own rule ({@link SourceRules.Printer}), for that is learnt from
   * captures whose clocks are believed: what is found must not hang on what was found before.
   */
  Rule ruleOfDays() {
    return fewer(breaks(Rule.FLOOR), breaks(Rule.ROUND));
  }

  private long breaks(Rule rule) {
    return breaksBy(rule).values().stream().mapToLong(Integer::longValue).sum();
  }

  /** By what fewer speaks against, if that is clear. */
  private static Rule fewer(long floor, long round) {
    long less = Math.min(floor, round);
    boolean clear = Math.abs(floor - round) >= Math.max(FEWEST_MORE, CLEARLY * less);
    return !clear ? Rule.HULL : floor < round ? Rule.FLOOR : Rule.ROUND;
  }

  /**
   * The days that are worth a closer look although no capture is: on which far more stories fall
   * into two than on others. Where nothing was captured over a weekend, what an hour's jump leaves
   * is days' labels that give way an hour too early or too late.
   */
  public List<Instant> daysOfBreaks() {
    NavigableMap<Long, Integer> byDay = breaksBy(ruleOfDays());
    if (byDay.isEmpty()) {
      return List.of();
    }
    long all = byDay.values().stream().mapToLong(Integer::longValue).sum();
    long others = byDay.lastKey() - byDay.firstKey();
    return byDay.entrySet().stream()
        .filter(day -> day.getValue() >= FEWEST_STORIES)
        .filter(day -> day.getValue() * others >= OUTSTANDING * (all - day.getValue()))
        .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
        .limit(MOST_DAYS)
        .map(day -> Instant.ofEpochSecond(day.getKey() * DAY))
        .toList();
  }

  /**
   * By rule and capture the ends of each shift in seconds, in pairs, and by rule the days on which
   * stories fall into two, each with their number, to be written down.
   */
  public SortedMap<String, List<Long>> shifts() {
    var written = new TreeMap<String, List<Long>>();
    shifts.forEach((rule, byCapture) ->
        byCapture.forEach((capture, spans) -> {
          var ends = new ArrayList<Long>();
          spans.stream()
              .sorted(Comparator.comparingLong(Span::first).thenComparingLong(Span::last))
              .forEach(span -> {
                ends.add(span.first());
                ends.add(span.last());
              });
          written.put(rule + " " + capture, ends);
        }));
    breaks.forEach((rule, byDay) -> {
      var counts = new ArrayList<Long>();
      byDay.forEach((day, count) -> {
        counts.add(day);
        counts.add(count.longValue());
      });
      if (!counts.isEmpty()) {
        written.put(BREAKS + rule, counts);
      }
    });
    return written;
  }
}
