package wellhead.indexer.assemble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;

/**
 * Places rows that bear no time between their neighbours, on a page whose rows are sorted newest
 * first. Rows that contradict the order (pinned ones, ones that were dated anew) are left out
 * before that; a page with many of them is not sorted, and nothing is placed on it.
 */
final class ListOrder {
  /** Fewer dated rows than this show no order. */
  private static final int FEWEST = 3;

  /** The share of the dated rows that must keep to the order. */
  private static final double SORTED = 0.8;

  /** More rows than this without a time, one below the other, are a list of their own. */
  private static final int LONGEST_GAP = 3;

  private final List<Sighting> rows;
  private final List<Integer> dated = new ArrayList<>();
  private final AgeLabels labels = new AgeLabels();

  private ListOrder(List<Sighting> rows) {
    this.rows = rows;
    for (int i = 0; i < rows.size(); i++) {
      if (midpoint(rows.get(i)).isPresent()) {
        dated.add(i);
      }
    }
  }

  /**
   * Places the rows without a time.
   *
   * @param rows of one page, down the page
   * @return the same rows, those without a time placed where their neighbours tell it
   */
  static List<Sighting> place(List<Sighting> rows) {
    var order = new ListOrder(rows);
    int without = rows.size() - order.dated.size();
    if (order.dated.size() < FEWEST || without == 0 || 2 * without > order.dated.size()) {
      return rows;
    }
    List<Integer> sorted = order.sorted();
    boolean falls =
        order.at(sorted.getFirst()).isAfter(order.at(sorted.getLast()))
            && sorted.size() >= SORTED * order.dated.size();
    return falls ? order.placed(sorted) : rows;
  }

  private static Optional<Instant> midpoint(Sighting row) {
    RuleIntervals published = row.published();
    return published == null || published.hull() == null
        ? Optional.empty()
        : published.hull().midpoint();
  }

  private Instant at(int row) {
    return midpoint(rows.get(row)).orElseThrow();
  }

  /** The longest run of dated rows, others between them left out, none newer than the one above. */
  private List<Integer> sorted() {
    int[] length = new int[dated.size()];
    int[] above = new int[dated.size()];
    int best = 0;
    for (int i = 0; i < dated.size(); i++) {
      length[i] = 1;
      above[i] = -1;
      for (int j = 0; j < i; j++) {
        if (length[j] + 1 > length[i] && !at(dated.get(i)).isAfter(at(dated.get(j)))) {
          length[i] = length[j] + 1;
          above[i] = j;
        }
      }
      best = length[i] > length[best] ? i : best;
    }
    var sorted = new ArrayList<Integer>();
    for (int i = best; i >= 0; i = above[i]) {
      sorted.addFirst(dated.get(i));
    }
    return sorted;
  }

  private List<Sighting> placed(List<Integer> sorted) {
    var placed = new ArrayList<>(rows);
    for (int i = 1; i < sorted.size(); i++) {
      int above = sorted.get(i - 1);
      int below = sorted.get(i);
      if (below - above - 1 <= LONGEST_GAP) {
        for (int row = above + 1; row < below; row++) {
          if (midpoint(rows.get(row)).isEmpty() && bearsNoLabel(rows.get(row))) {
            placed.set(row, between(rows.get(row), rows.get(above), rows.get(below)));
          }
        }
      }
    }
    return placed;
  }

  /** A label that nobody could read says more than the neighbours do, whatever that is. */
  private static boolean bearsNoLabel(Sighting row) {
    return row.age() == null && row.date() == null;
  }

  private Sighting between(Sighting row, Sighting above, Sighting below) {
    RuleIntervals newest = above.published();
    RuleIntervals oldest = below.published();
    if (newest == null || oldest == null || newest.hull() == null || oldest.hull() == null) {
      return row;
    }
    // where "1 hour" to "2 days" begin and end among sites that round is not known on one page
    boolean plain = isPlain(above) && isPlain(below);
    var published =
        new RuleIntervals(
            between(oldest, newest, Rule.FLOOR),
            between(oldest, newest, plain ? Rule.ROUND : Rule.HULL),
            between(oldest, newest, Rule.CALENDAR),
            between(oldest, newest, Rule.HULL));
    return new Sighting(
        row.capture(),
        row.line(),
        row.title(),
        row.url(),
        row.age(),
        row.date(),
        published,
        Evidence.LIST_ORDER,
        row.article(),
        row.updated());
  }

  private boolean isPlain(Sighting row) {
    return labels.of(row).map(label -> label.count() > 2).orElse(true);
  }

  private static @Nullable Interval between(RuleIntervals oldest, RuleIntervals newest, Rule rule) {
    Optional<Interval> from = oldest.under(rule);
    Optional<Interval> to = newest.under(rule);
    if (from.isEmpty() || to.isEmpty() || from.get().start().isAfter(to.get().end())) {
      return null;
    }
    return Interval.between(from.get().start(), to.get().end());
  }
}
