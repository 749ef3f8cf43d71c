package wellhead.indexer.page;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tree of a page and its links tell of which line of a record is its title. */
final class Structure {
  private static final int MOST_LEVELS = 8;
  private static final int MOST_ROWS = 12;
  private static final double MOSTLY = .7;
  private static final int FEWEST_LINKS = 5;

  private final Signs signs;
  private final List<Row> rows;
  private final Map<Integer, Candidate> byRow;
  private final Map<Integer, Integer> headings = new HashMap<>();
  private final BitSet hasBetter = new BitSet();
  private final boolean ofLinks;

  /** How many rows the last of some headings beside each other had with it; 0 when none had. */
  private int sequence;

  Structure(Signs signs, Map<Integer, Candidate> byRow) {
    this.signs = signs;
    this.rows = signs.rows();
    this.byRow = Map.copyOf(byRow);
    var candidates = byRow.values();
    long linked =
        candidates.stream().filter(c -> isTitle(c) && rows.get(c.row()).line().isLink()).count();
    long titles = candidates.stream().filter(this::isTitle).count();
    ofLinks = linked >= FEWEST_LINKS && linked >= MOSTLY * titles;
    for (int i = 0; i < rows.size(); i++) {
      if (isHeading(i)) {
        markRecord(i);
      }
      markLink(i);
    }
  }

  private boolean isTitle(Candidate c) {
    return rows.get(c.row()).titleLike();
  }

  /** Most lines that look like titles are links. */
  boolean isOfLinks() {
    return ofLinks;
  }

  /** The smallest elements around it hold one heading, which is another line. */
  boolean isBesideHeading(int row) {
    return headings.containsKey(row);
  }

  /** The heading of the record that a row stands in; -1 when it stands in none. */
  int heading(int row) {
    return headings.getOrDefault(row, -1);
  }

  boolean hasBetterOfLink(int row) {
    return hasBetter.get(row);
  }

  private boolean isHeading(int i) {
    return rows.get(i).line().markup().heading() > 0
        && rows.get(i).line().leads()
        && byRow.containsKey(i);
  }

  /** The rows of a heading's record: as long as the elements around it hold no other heading. */
  private void markRecord(int heading) {
    @Nullable Place place = rows.get(heading).line().place();
    int from = heading;
    int to = heading;
    for (int level = 0; level < MOST_LEVELS && place != null; level++) {
      int low = from;
      int high = to;
      while (low > 0 && heading - low < MOST_ROWS && isIn(low - 1, place)) {
        low--;
      }
      while (high + 1 < rows.size() && high - heading < MOST_ROWS && isIn(high + 1, place)) {
        high++;
      }
      if (heading - low >= MOST_ROWS
          || high - heading >= MOST_ROWS
          || otherHeading(low, high, heading)) {
        break;
      }
      from = low;
      to = high;
      place = place.above();
    }
    if (to == heading && place != null) {
      to = beforeNextHeading(heading, place);
    }
    for (int i = from; i <= to; i++) {
      if (i != heading) {
        headings.put(i, heading);
      }
    }
  }

  /** Headings beside each other: what follows one is its record's, down to the next. */
  private int beforeNextHeading(int heading, Place around) {
    int next = heading + 1;
    while (next < rows.size() && next - heading <= MOST_ROWS && isIn(next, around)) {
      if (rows.get(next).line().markup().heading() > 0) {
        sequence = isHeading(next) ? next - heading : 0;
        return heading + Math.max(0, sequence - 1);
      }
      next++;
    }
    int last = heading + Math.max(0, sequence - 1);
    sequence = 0;
    return last < next ? last : heading;
  }

  private boolean otherHeading(int from, int to, int heading) {
    for (int i = from; i <= to; i++) {
      if (i != heading && rows.get(i).line().markup().heading() > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isIn(int row, Place place) {
    Place other = rows.get(row).line().place();
    return other != null && other.isIn(place);
  }

  private void markLink(int i) {
    Candidate own = byRow.get(i);
    String target = rows.get(i).line().markup().target();
    if (own == null || target == null) {
      return;
    }
    double value = value(i);
    for (int j = Math.max(0, i - Records.ROWS_APART);
        j < Math.min(rows.size(), i + Records.ROWS_APART);
        j++) {
      Candidate other = byRow.get(j);
      if (j != i
          && other != null
          && target.equals(rows.get(j).line().markup().target())
          && !other.title().equals(own.title())
          && value(j) > value) {
        hasBetter.set(i);
      }
    }
  }

  private double value(int row) {
    return signs.likeness(row) + (rows.get(row).line().markup().heading() > 0 ? 3 : 0);
  }
}
