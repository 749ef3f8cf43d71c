package wellhead.indexer.assemble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.SeenStory.Seen;

/**
 * Finds where a source's clock jumped and stayed so: stories that were seen on both sides fall into
 * two parts there, each of which agrees in itself, and all of them by the same shift.
 */
final class ClockJumps {
  /** Seen less often on a side, a story tells of one capture rather than of the clock. */
  private static final int FEWEST_SIDE = 2;

  private static final double AGREED = 2.0 / 3;

  /** The share of the most stories, and how many times as long a time without captures. */
  private static final double NEARLY = 0.8;

  private static final int LONGER = 3;
  private static final int MOST_JUMPS = 50;

  /** No zone differs from another by less than a quarter of an hour; in seconds. */
  private static final long LEAST = 600;

  private final List<SeenStory> stories = new ArrayList<>();
  private final NavigableSet<Long> captures = new TreeSet<>();
  private final List<Jump> jumps = new ArrayList<>();

  /**
   * A jump.
   *
   * @param last when the newest capture before it was taken
   * @param first when the first behind it was
   * @param by what to add to the later times
   * @param told how many stories tell so
   */
  record Jump(long last, long first, Span by, int told) {}

  private ClockJumps(List<SeenStory> stories) {
    this.stories.addAll(stories);
    stories.forEach(story -> story.seen().forEach(seen -> captures.add(seen.at())));
  }

  /** The jumps, oldest first. */
  static List<Jump> of(List<SeenStory> stories) {
    var search = new ClockJumps(stories);
    Jump jump = search.next();
    while (jump != null && search.jumps.size() < MOST_JUMPS) {
      search.jumps.add(jump);
      search.split(jump.first);
      jump = search.next();
    }
    search.jumps.sort(Comparator.comparingLong(Jump::first));
    return List.copyOf(search.jumps);
  }

  /** The stories as they were seen between jumps. */
  static List<SeenStory> split(List<SeenStory> stories, List<Jump> jumps) {
    var search = new ClockJumps(stories);
    jumps.forEach(jump -> search.split(jump.first));
    return List.copyOf(search.stories);
  }

  private void split(long first) {
    var parts = new ArrayList<SeenStory>();
    for (SeenStory story : stories) {
      List<Seen> before = side(story, first, true);
      List<Seen> behind = side(story, first, false);
      if (!before.isEmpty()) {
        parts.add(new SeenStory(before));
      }
      if (!behind.isEmpty()) {
        parts.add(new SeenStory(behind));
      }
    }
    stories.clear();
    stories.addAll(parts);
  }

  private static List<Seen> side(SeenStory story, long first, boolean before) {
    return story.seen().stream().filter(seen -> (seen.at() < first) == before).toList();
  }

  /** The jump that most stories tell of. */
  private @Nullable Jump next() {
    var where = new ArrayList<Span>();
    stories.forEach(story -> breakOf(story.seen()).ifPresent(where::add));
    Consensus agreed = Consensus.of(where);
    if (agreed.most() < ClockEvidence.FEWEST_STORIES) {
      return null;
    }
    for (Span place : agreed.best()) {
      Long first = captures.ceiling(place.first());
      Jump jump = first == null ? null : at(behindLongest(first, where, agreed.most()));
      if (jump != null) {
        return jump;
      }
    }
    return null;
  }

  /**
   * Of captures that nearly as many stories tell of, the one behind the longest time without any: a
   * clock jumps there sooner than elsewhere, and a label that a jump leaves as it was tells nothing
   * of it.
   */
  private long behindLongest(long best, List<Span> where, int most) {
    long longest = LONGER * gap(best);
    long behind = best;
    for (long first : captures) {
      long told = where.stream().filter(span -> span.contains(first)).count();
      if (gap(first) > longest && told >= NEARLY * most) {
        longest = gap(first);
        behind = first;
      }
    }
    return behind;
  }

  private long gap(long first) {
    Long last = captures.lower(first);
    return last == null ? 0 : first - last;
  }

  private @Nullable Jump at(long first) {
    Long last = captures.lower(first);
    if (last == null) {
      return null;
    }
    var shifts = new ArrayList<Span>();
    var whole = new ArrayList<SeenStory>();
    for (SeenStory story : stories) {
      Optional<Span> before = common(side(story, first, true));
      Optional<Span> behind = common(side(story, first, false));
      if (before.isPresent() && behind.isPresent()) {
        if (before.get().overlaps(behind.get())) {
          whole.add(story);
        } else {
          shifts.add(behind.get().shiftTo(before.get()));
        }
      }
    }
    Consensus agreed = Consensus.of(shifts);
    if (!agreed.isClear(AGREED, ClockEvidence.FEWEST_STORIES)
        || agreed.only().overlaps(new Span(-LEAST, LEAST))) {
      return null;
    }
    Span by = agreed.only();
    long against = whole.stream().filter(story -> speaksAgainst(story, first, by)).count();
    return agreed.most() < 2 * against ? null : new Jump(last, first, by, agreed.most());
  }

  /** Whether it agrees as it is, and would not if the later captures were shifted. */
  private static boolean speaksAgainst(SeenStory story, long first, Span by) {
    Optional<Span> before = common(side(story, first, true));
    Optional<Span> behind = common(side(story, first, false));
    return before.isPresent()
        && behind.isPresent()
        && !before
            .get()
            .overlaps(new Span(behind.get().first() + by.first(), behind.get().last() + by.last()));
  }

  /** What all of them agree on; empty when they do not, or are too few to tell. */
  private static Optional<Span> common(List<Seen> seen) {
    if (seen.size() < FEWEST_SIDE || seen.stream().noneMatch(Seen::aged)) {
      return Optional.empty();
    }
    Optional<Span> left = Optional.of(seen.getFirst().told());
    for (Seen next : seen) {
      left = left.flatMap(span -> span.intersect(next.told()));
    }
    return left;
  }

  /**
   * Where a story falls into two: the times that the first capture of its second part may have.
   *
   * @param seen oldest first
   */
  private static Optional<Span> breakOf(List<Seen> seen) {
    return secondPart(seen)
        .map(part ->
            new Span(seen.get((int) part.first() - 1).at() + 1, seen.get((int) part.last()).at()));
  }

  /** Which captures may be the first of a story's second part, by their places. */
  private static Optional<Span> secondPart(List<Seen> seen) {
    int n = seen.size();
    int agreeing = agreeing(seen);
    int least = Math.max(FEWEST_SIDE, n - agreeing(seen.reversed()));
    int most = Math.min(agreeing, n - FEWEST_SIDE);
    return agreeing == n || least > most ? Optional.empty() : Optional.of(new Span(least, most));
  }

  /**
   * When the story was seen first behind the place where it falls into two; where there are
   * several, behind the longest time without a capture.
   */
  static OptionalLong behindBreak(SeenStory story) {
    List<Seen> seen = story.seen();
    Span part = seen.isEmpty() ? null : secondPart(seen).orElse(null);
    if (part == null) {
      return OptionalLong.empty();
    }
    int first = (int) part.first();
    for (int i = first; i <= part.last(); i++) {
      long gap = seen.get(i).at() - seen.get(i - 1).at();
      first = gap > seen.get(first).at() - seen.get(first - 1).at() ? i : first;
    }
    return OptionalLong.of(seen.get(first).at());
  }

  /** How many from the beginning agree. */
  private static int agreeing(List<Seen> seen) {
    Optional<Span> left = Optional.of(seen.getFirst().told());
    int count = 0;
    for (Seen next : seen) {
      left = left.flatMap(span -> span.intersect(next.told()));
      if (left.isEmpty()) {
        return count;
      }
      count++;
    }
    return count;
  }
}
