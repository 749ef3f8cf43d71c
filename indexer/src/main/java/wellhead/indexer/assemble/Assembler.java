package wellhead.indexer.assemble;

import static wellhead.story.Published.LISTED_WITHIN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.story.ArticleText;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * Sightings that share keys become stories.
 *
 * <ul>
 *   <li>The same link: one story, whatever its times; what does not fit is a conflict.
 *   <li>The same folded title and times that overlap: one story, unless both have links and these
 *       differ.
 *   <li>The same folded title and times that do not overlap: another story with the same words,
 *       unless the title stood on the source's list at the capture just before; then the site dated
 *       it anew.
 * </ul>
 *
 * <p>The result depends on the set of sightings alone: they are put in order first.
 */
public final class Assembler {

  /** Oldest capture first, captures of unknown time last, then down the page. */
  static final Comparator<Sighting> ORDER =
      Comparator.comparing(
              (Sighting s) -> s.capture().capturedAt().instant(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(s -> s.capture().id())
          .thenComparingInt(Sighting::line)
          .thenComparing(Sighting::title);

  private final Rules rules;
  private final CaptureTimes captures;
  private final LastAbsent lastAbsent;
  private final AgeLabels labels = new AgeLabels();

  public Assembler(Rules rules, CaptureTimes captures) {
    this.rules = rules;
    this.captures = captures;
    this.lastAbsent = new LastAbsent(captures);
  }

  /**
   * The stories of one connected group of sightings (see {@link StoryKeys}), in order of their
   * first sighting.
   */
  public List<Story> assemble(Collection<Sighting> sightings) {
    var runs = new ArrayList<List<Sighting>>();
    for (Run run : runs(sightings)) {
      runs.add(run.sightings().stream().sorted(ORDER).toList());
    }
    runs.sort(Comparator.comparing(List::getFirst, ORDER));
    return runs.stream().map(this::story).toList();
  }

  private List<Run> runs(Collection<Sighting> sightings) {
    var runs = new ArrayList<Run>();
    for (List<Sighting> unit : units(sightings)) {
      Run run = home(unit, runs);
      unit.forEach(run::add);
    }
    return runs;
  }

  /** Sightings that share a link are joined before anything else is asked. */
  private static Collection<List<Sighting>> units(Collection<Sighting> sightings) {
    var units = new LinkedHashMap<Object, List<Sighting>>();
    for (Sighting sighting : sightings.stream().distinct().sorted(ORDER).toList()) {
      Object unit = sighting.url() == null ? sighting : sighting.url();
      units.computeIfAbsent(unit, u -> new ArrayList<>()).add(sighting);
    }
    return units.values();
  }

  /** The newest run with the same title that the unit belongs to, or a new one. */
  private Run home(List<Sighting> unit, List<Run> runs) {
    Run newest = null;
    for (Run run : runs.reversed()) {
      boolean sameTitle = unit.stream().anyMatch(s -> run.hasTitle(TitleFold.fold(s.title())));
      if (sameTitle
          && !run.leadsElsewhere(unit.getFirst().url())
          && (run.fits(unit.getFirst())
              || isDatedAnew(unit.getFirst(), run)
              || run.contradictsOnItsPage(unit.getFirst()))) {
        return run;
      }
      newest = newest == null && sameTitle ? run : newest;
    }
    if (newest != null && isWeak(unit.getFirst())) {
      return newest; // one of the few rows that contradict when their capture was taken
    }
    Run fresh = new Run(rules);
    runs.add(fresh);
    return fresh;
  }

  /** Whether it tells nothing where others do. */
  private boolean isWeak(Sighting sighting) {
    return isWeak(sighting, rules);
  }

  private static boolean isWeak(Sighting sighting, Rules rules) {
    return CaptureInference.isInferred(sighting) || rules.at(sighting).doubted();
  }

  /** Whether the title never left the list between the run's last capture and this one. */
  private boolean isDatedAnew(Sighting next, Run run) {
    Instant at = next.capture().capturedAt().instant();
    Instant last = run.lastSeen();
    return at != null
        && last != null
        && last.isBefore(at)
        && !captures.anyBetween(next.capture().source(), last, at);
  }

  private Story story(List<Sighting> sightings) {
    Sighting newest = newest(sightings);
    return new Story(
        StoryKeys.sightingId(sightings.getFirst()),
        newest.title(),
        earlierTitles(sightings, newest.title()),
        lastKnown(sightings.stream().map(s -> Optional.ofNullable(s.url()))),
        newest.capture().source(),
        sinceLastAbsent(published(sightings), sightings),
        sightings,
        article(sightings));
  }

  /** The last of known time, or the last. */
  private static Sighting newest(List<Sighting> sightings) {
    return sightings.reversed().stream()
        .filter(s -> s.capture().capturedAt().instant() != null)
        .findFirst()
        .orElseGet(sightings::getLast);
  }

  private static List<String> earlierTitles(List<Sighting> sightings, String title) {
    Map<String, String> byFold = new LinkedHashMap<>();
    sightings.forEach(s -> byFold.putIfAbsent(TitleFold.fold(s.title()), s.title()));
    byFold.remove(TitleFold.fold(title));
    return List.copyOf(byFold.values());
  }

  private static @Nullable ArticleText article(List<Sighting> sightings) {
    ArticleText whole =
        lastKnown(
            sightings.stream()
                .filter(Sighting::isArticle)
                .map(s -> Optional.ofNullable(s.article())));
    return whole == null
        ? lastKnown(sightings.stream().map(s -> Optional.ofNullable(s.article())))
        : whole;
  }

  private static <T> @Nullable T lastKnown(Stream<Optional<T>> values) {
    return values.flatMap(Optional::stream).reduce((first, second) -> second).orElse(null);
  }

  private @Nullable Published published(List<Sighting> sightings) {
    List<Interval> segments = segments(sightings, rules);
    boolean priorFails =
        segments.size() > 1 && sightings.stream().noneMatch(s -> rules.at(s).settled());
    if (priorFails) {
      Rules widestRule = rules::widest;
      List<Interval> widest = segments(sightings, widestRule);
      if (widest.size() == 1) {
        return published(sightings, widest, widestRule);
      }
    }
    return segments.isEmpty() ? null : published(sightings, segments, rules);
  }

  /**
   * A story that bears a date at most is no older than the list that did not have it yet. Ages in
   * hours and minutes tell more, and where a day contradicts the list, the list is not believed.
   */
  private @Nullable Published sinceLastAbsent(
      @Nullable Published published, List<Sighting> sightings) {
    if (published == null
        || published.conflict()
        || published.interval().width().filter(w -> w.compareTo(LISTED_WITHIN) <= 0).isPresent()
        || sightings.stream().flatMap(s -> labels.of(s).stream()).anyMatch(l -> !l.inDays())) {
      return published;
    }
    return lastAbsent
        .of(sightings)
        .filter(list -> !rules.isDoubtful(list))
        .flatMap(list -> {
          var since = new Interval(list.at().minus(LISTED_WITHIN), null);
          return published
              .interval()
              .intersect(since)
              .filter(left -> !left.equals(published.interval()))
              .map(left -> published.narrowedBy(left, list.at()));
        })
        .orElse(published);
  }

  private static List<Interval> segments(List<Sighting> sightings, Rules rules) {
    Run run = new Run(rules);
    sightings.forEach(run::add);
    return run.segments();
  }

  private static Published published(
      List<Sighting> sightings, List<Interval> segments, Rules rules) {
    Sighting decisive = decisive(sightings, segments.getFirst(), rules);
    return new Published(
        segments.getFirst(),
        rule(decisive, rules),
        decisive.evidence(),
        segments.size() > 1,
        updates(sightings, segments.subList(1, segments.size())));
  }

  /** When it was dated anew, and when its page says that it was changed; each change once. */
  private static List<Interval> updates(List<Sighting> sightings, List<Interval> datedAnew) {
    var updates = new ArrayList<>(datedAnew);
    for (Sighting sighting : sightings) {
      Interval told = sighting.updated();
      if (told != null) {
        int same = 0;
        while (same < updates.size() && !updates.get(same).overlaps(told)) {
          same++;
        }
        if (same == updates.size()) {
          updates.add(told);
        } else {
          updates.set(same, updates.get(same).intersect(told).orElse(told));
        }
      }
    }
    updates.sort(Comparator.comparing(Interval::start).thenComparing(Interval::end));
    return updates;
  }

  /** The sighting that tells most: narrowest, then the better evidence, then the first. */
  private static Sighting decisive(List<Sighting> sightings, Interval left, Rules rules) {
    boolean onlyInferred =
        sightings.stream().allMatch(s -> s.evidence() == Evidence.NONE || isWeak(s, rules));
    return sightings.stream()
        .filter(s -> s.evidence() != Evidence.NONE)
        .filter(s -> onlyInferred || !isWeak(s, rules))
        .filter(s -> told(s, rules).contains(left))
        .min(
            Comparator.comparing((Sighting s) -> told(s, rules).isOpenEnded())
                .thenComparing(s -> told(s, rules).width().orElse(Duration.ZERO))
                .thenComparing(Sighting::evidence))
        .orElseThrow(() -> new IllegalStateException("no sighting tells of " + left));
  }

  private static Interval told(Sighting sighting, Rules rules) {
    Interval told = rules.at(sighting).told();
    if (told == null) {
      throw new IllegalStateException("evidence without an interval: " + sighting);
    }
    return told;
  }

  private static @Nullable Rule rule(Sighting decisive, Rules rules) {
    var published = decisive.published();
    if (published == null || published.isRuleFree()) {
      return null;
    }
    return rules.at(decisive).rule();
  }
}
