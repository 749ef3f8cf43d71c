package wellhead.indexer.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wellhead.story.ListedRow;

/**
 * A list that went on as before from one capture to a later one: new rows on top, and below them
 * the rows that were on top, in their order, none missing and none between. Then what is new on top
 * was not on the list before, for it would have stood above rows that were.
 *
 * <p>A page of another section lacks rows here and there. A page that editors arrange loses rows,
 * or gains some lower down. A row whose title was changed is missing, and stands there as if it was
 * new. A list whose rows bear no dates shows all of that in nothing but the rows themselves, so no
 * exception is made; but for a few rows that changed their place among the others: those were dated
 * anew.
 *
 * @param fresh the rows on top that are new
 * @param kept the rows below them that the earlier list had, in order
 */
record River(List<ListedRow> fresh, List<ListedRow> kept) {
  /** Fewer rows in order might be in order by chance. */
  private static final int FEWEST_KEPT = 3;

  /** One row in so many may have changed its place. */
  private static final int MOVED = 20;

  /** What became of a list; empty when it did not go on as before, or cannot be known to. */
  static Optional<River> between(List<ListedRow> earlier, List<ListedRow> later) {
    if (repeats(earlier) || repeats(later)) {
      return Optional.empty(); // two lists on one page
    }
    int[] places = later.stream().mapToInt(row -> place(row, earlier)).toArray();
    boolean[] inOrder = longestRise(places);
    var fresh = new ArrayList<ListedRow>();
    var kept = new ArrayList<ListedRow>();
    int gap = 0;
    int moved = 0;
    var left = new boolean[earlier.size()];
    int lowest = -1;
    for (int i = 0; i < places.length; i++) {
      ListedRow row = later.get(i);
      if (places[i] < 0) {
        gap += kept.isEmpty() ? 0 : 1;
        if (kept.isEmpty()) {
          fresh.add(row);
        }
      } else if (inOrder[i]) {
        if (gap > 0) {
          return Optional.empty();
        }
        kept.add(row);
        lowest = places[i];
        left[lowest] = true;
      } else {
        moved++;
        left[places[i]] = true;
      }
    }
    for (int place = 0; place <= lowest; place++) {
      if (!left[place]) {
        return Optional.empty();
      }
    }
    return kept.size() < FEWEST_KEPT || moved * MOVED > kept.size() + MOVED - 1
        ? Optional.empty()
        : Optional.of(new River(List.copyOf(fresh), List.copyOf(kept)));
  }

  private static boolean repeats(List<ListedRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (rows.get(i).is(rows.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static int place(ListedRow row, List<ListedRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).is(row)) {
        return i;
      }
    }
    return -1;
  }

  /** Marks the most places that rise from each to the next; those below 0 never count. */
  private static boolean[] longestRise(int[] places) {
    var length = new int[places.length];
    var before = new int[places.length];
    int best = -1;
    for (int i = 0; i < places.length; i++) {
      before[i] = -1;
      length[i] = places[i] < 0 ? 0 : 1;
      for (int j = 0; j < i && places[i] >= 0; j++) {
        if (places[j] >= 0 && places[j] < places[i] && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          before[i] = j;
        }
      }
      best = length[i] > 0 && (best < 0 || length[i] > length[best]) ? i : best;
    }
    var marked = new boolean[places.length];
    for (int i = best; i >= 0; i = before[i]) {
      marked[i] = true;
    }
    return marked;
  }

  boolean isFresh(ListedRow row) {
    return fresh.stream().anyMatch(row::is);
  }

  boolean isKept(ListedRow row) {
    return kept.stream().anyMatch(row::is);
  }
}
