package wellhead.indexer.assemble;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Sighting;

/**
 * The sightings of one story, gathered in order of capture time. They fall into segments that are
 * each consistent: the first tells when the story was published, the later ones that the site dated
 * it anew.
 */
final class Run {
  /** How far two times of one story on one page may lie apart. */
  private static final Duration SAME_STORY = Duration.ofHours(18);

  private final Rules rules;
  private final List<Sighting> sightings = new ArrayList<>();
  private final Set<String> titles = new HashSet<>();
  private final Set<String> links = new HashSet<>();
  private final List<Interval> segments = new ArrayList<>();
  private final List<Interval> neighbours = new ArrayList<>();
  private final List<Interval> inferred = new ArrayList<>();
  private @Nullable Interval widest;

  Run(Rules rules) {
    this.rules = rules;
  }

  void add(Sighting sighting) {
    sightings.add(sighting);
    titles.add(TitleFold.fold(sighting.title()));
    if (sighting.url() != null) {
      links.add(sighting.url());
    }
    var inForce = rules.at(sighting);
    Interval told = inForce.told();
    boolean weak = CaptureInference.isInferred(sighting) || inForce.doubted();
    boolean placed = sighting.evidence() == Evidence.LIST_ORDER;
    if (placed || weak) {
      if (told != null) {
        (weak ? inferred : neighbours).add(told);
      }
      return;
    }
    narrow(told);
    told = rules.widest(sighting).told();
    if (told != null) {
      widest = widest == null ? told : widest.intersect(told).orElse(told);
    }
  }

  /** Narrows the last segment, or begins the next when they contradict each other. */
  private void narrow(@Nullable Interval told) {
    if (told == null) {
      return;
    }
    Optional<Interval> both =
        segments.isEmpty() ? Optional.empty() : segments.getLast().intersect(told);
    if (both.isPresent()) {
      segments.set(segments.size() - 1, both.get());
    } else {
      segments.add(told);
    }
  }

  /** Whether its links are known and another than this; {@code null} is known to be none. */
  boolean leadsElsewhere(@Nullable String link) {
    return link != null
        && !links.isEmpty()
        && links.stream().allMatch(own -> Links.differ(own, link));
  }

  boolean hasTitle(String folded) {
    return titles.contains(folded);
  }

  /**
   * Whether the sighting fits what is known so far; always when one of them tells nothing, or
   * nothing but its place on the page. What only a prior denies still fits when the widest reading
   * allows it.
   */
  boolean fits(Sighting sighting) {
    var inForce = rules.at(sighting);
    Interval told = inForce.told();
    return told == null
        || sighting.evidence() == Evidence.LIST_ORDER
        || segments.isEmpty()
        || ((CaptureInference.isInferred(sighting) || inForce.doubted())
            && segments.stream().anyMatch(segment -> segment.overlaps(told)))
        || segments.getLast().overlaps(told)
        || (!inForce.settled() && fitsWidest(sighting));
  }

  /**
   * Whether the same words stand on the same page under a time that contradicts, as when a story is
   * on top of a page and in its list; a column that bears its title every day is another story.
   */
  boolean contradictsOnItsPage(Sighting sighting) {
    Interval told = rules.at(sighting).told();
    return told != null
        && sightings.stream().anyMatch(s -> s.capture().equals(sighting.capture()))
        && segments.stream()
            .anyMatch(segment ->
                !told.start().isAfter(segment.end().plus(SAME_STORY))
                    && !segment.start().isAfter(told.end().plus(SAME_STORY)));
  }

  private boolean fitsWidest(Sighting sighting) {
    Interval told = rules.widest(sighting).told();
    return told == null || widest == null || widest.overlaps(told);
  }

  List<Sighting> sightings() {
    return sightings;
  }

  /**
   * What the consistent segments leave, in time order; empty when nothing is known. Neighbours on a
   * page narrow the first and contradict nothing: a row that is not where it should be was pinned.
   * Captures whose time was inferred from others, or is wrong against others, tell nothing back of
   * what these tell.
   */
  List<Interval> segments() {
    var narrowed = new ArrayList<>(segments);
    for (Interval told : neighbours) {
      if (narrowed.isEmpty()) {
        narrowed.add(told);
      } else {
        narrowed.set(0, narrowed.getFirst().intersect(told).orElse(narrowed.getFirst()));
      }
    }
    if (narrowed.isEmpty()) {
      inferred.stream().reduce((a, b) -> a.intersect(b).orElse(a)).ifPresent(narrowed::add);
    }
    return List.copyOf(narrowed);
  }

  /** The last capture time so far; {@code null} when no capture of it is timed. */
  @Nullable Instant lastSeen() {
    Instant last = null;
    for (Sighting sighting : sightings) {
      Instant at = sighting.capture().capturedAt().instant();
      if (at != null && (last == null || at.isAfter(last))) {
        last = at;
      }
    }
    return last;
  }
}
