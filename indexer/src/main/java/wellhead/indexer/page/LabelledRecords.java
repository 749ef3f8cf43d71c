package wellhead.indexer.page;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;

/**
 * Which title a label on a line of its own belongs to.
 *
 * <p>The general habit: a list is one record after another, all in one layout. So the side on which
 * titles stand is asked of the whole group, by three signs, the surest first: empty lines and list
 * marks tie a label to one side; what stands before the first label or behind the last one looks
 * like what stands between two; there is a title there at all.
 */
final class LabelledRecords {

  /** From one label of a list to the next: title, teaser, section, source, buttons. */
  static final int ROWS_APART = 9;

  /** Beside an empty line fewer words make a headline; in capitals they may be a notice. */
  private static final int FEWEST_PLAIN_WORDS = 3;

  private static final int FEWEST_SHOUTED_WORDS = 5;
  private static final int MOST_KICKERS = 3;
  private static final int FEWEST_RECORDS = 3;

  private final List<Row> rows;
  private final boolean[] closed;

  LabelledRecords(List<Row> rows, boolean[] closed) {
    this.rows = rows;
    this.closed = closed;
  }

  /** The title of each label of a group, -1 where it has none. */
  int[] titles(List<Integer> labels) {
    int[] titles = new int[labels.size()];
    boolean below = isBelow(labels);
    int column = below ? 0 : column(labels);
    for (int k = 0; k < titles.length; k++) {
      int label = labels.get(k);
      int own = new LabelCell(rows, closed, label).title();
      if (own == LabelCell.UNKNOWN) {
        own = inItem(label);
      }
      if (own < 0) {
        own = below ? below(label) : above(label, column);
      }
      if (own < 0 && !below && labels.size() > 1) {
        own = shortAbove(label);
      }
      titles[k] = own;
    }
    if (isHeadingAlone(titles, labels)) {
      titles[0] = -1;
    }
    return titles;
  }

  /** Of many dates only the first has words above it: they are the heading of the list. */
  private static boolean isHeadingAlone(int[] titles, List<Integer> labels) {
    return titles.length >= FEWEST_RECORDS
        && titles[0] >= 0
        && titles[0] < labels.getFirst()
        && Arrays.stream(titles).skip(1).allMatch(title -> title < 0);
  }

  /**
   * The title of the list item that a label stands in, or of the item around that one where the
   * label is in a list of small print of its own; -1 when the label is in none.
   */
  private int inItem(int label) {
    Line own = rows.get(label).line();
    int below = own.bulleted() ? own.indent() : own.indent() + 1;
    int nearest = own.bulleted() ? label : -1;
    for (int i = label; i >= Math.max(0, label - ROWS_APART); i--) {
      Line line = rows.get(i).line();
      boolean around = line.bulleted() && (line.indent() < below || i == nearest);
      if (around) {
        int title = titleOfItem(i, label);
        if (title >= 0) {
          return title;
        }
        below = line.indent();
      } else if (line.indent() < own.indent() && i < label && !own.bulleted()) {
        return -1; // the label's line is no part of an item
      }
    }
    return -1;
  }

  private int titleOfItem(int item, int label) {
    int indent = rows.get(item).line().indent();
    for (int i = item; i < rows.size() && i - item < ROWS_APART; i++) {
      Line line = rows.get(i).line();
      if (i > item && line.indent() <= indent) {
        return -1;
      }
      if (rows.get(i).titleLike() && !closed[i] && !(i > item && line.bulleted())) {
        return i > label || isWithin(item, label, indent) ? i : -1;
      }
    }
    return -1;
  }

  private boolean isWithin(int from, int label, int indent) {
    for (int i = from + 1; i <= label; i++) {
      if (rows.get(i).line().indent() <= indent) {
        return false;
      }
    }
    return true;
  }

  /** Whether the titles of a group stand below their labels. */
  private boolean isBelow(List<Integer> labels) {
    if (labels.stream().filter(i -> rows.get(i).is(Kind.PROSE)).count() * 2 > labels.size()) {
      return false; // teasers that begin with their dates
    }
    int layout = 0;
    int hits = 0;
    for (int label : labels) {
      int above = above(label, 0);
      int below = below(label);
      hits += (below >= 0 ? 1 : 0) - (above >= 0 ? 1 : 0);
      layout += layout(label, above, below);
    }
    int likeness = new RecordLooks(rows, closed).side(labels);
    if (likeness != 0) {
      return likeness > 0;
    }
    return layout != 0 ? layout > 0 : hits > 0;
  }

  /** Positive when the layout ties the label to what is below it, negative for above. */
  private int layout(int label, int above, int below) {
    Row row = rows.get(label);
    if (row.line().bulleted() && !rows.get(Math.max(0, label - 1)).line().isolated()) {
      return below == label + 1 && !rows.get(below).line().bulleted() ? 2 : 0;
    }
    int vote = 0;
    if (above >= 0
        && above == label - 1
        && rows.get(above).line().bulleted()
        && !row.line().blankBefore()) {
      vote -= 2;
    }
    if (row.line().blankBefore() && below >= 0 && isOneBlock(label, below)) {
      vote += 1;
    }
    if (row.line().blankAfter() && above >= 0 && isOneBlock(above, label)) {
      vote -= 1;
    }
    if (above >= 0
        && below >= 0
        && rows.get(above).line().isolated() != rows.get(below).line().isolated()) {
      vote += rows.get(above).line().isolated() ? -2 : 2;
    }
    return vote;
  }

  private boolean isOneBlock(int from, int to) {
    for (int i = from; i < to; i++) {
      if (rows.get(i).line().blankAfter()) {
        return false;
      }
    }
    return true;
  }

  /**
   * How far above their labels titles stand, in rows: where most labels have one; of two such
   * columns the upper, for a teaser stands below its title.
   *
   * @return 0 when there is no such column
   */
  private int column(List<Integer> labels) {
    int[] hits = new int[ROWS_APART + 1];
    for (int k = 0; k < labels.size(); k++) {
      int label = labels.get(k);
      int limit =
          k > 0 ? Math.max(labels.get(k - 1), label - ROWS_APART - 1) : label - ROWS_APART - 1;
      for (int i = label - 1; i > Math.max(-1, limit) && step(label, i, 0) >= 0; i--) {
        hits[label - i] += rows.get(i).titleLike() ? 1 : 0;
      }
    }
    int best = 0;
    for (int d = 1; d < hits.length; d++) {
      best = hits[d] >= hits[best] && hits[d] > 0 ? d : best;
    }
    return hits[best] * 2 > labels.size() && labels.size() > 1 ? best : 0;
  }

  /** The title above a label: in the column of the others, else the nearest. */
  private int above(int label, int column) {
    if (isPlainlyTitle(label - 1)) {
      return label - 1;
    }
    int kickers = 0;
    int nearest = -1;
    for (int i = label - 1; i >= Math.max(0, label - ROWS_APART); i--) {
      int step = step(label, i, kickers);
      if (step < 0) {
        break;
      }
      if (step > 0 && label - i == column) {
        return firstOfBlock(i);
      }
      nearest = step > 0 && nearest < 0 ? firstOfBlock(i) : nearest;
      kickers += rows.get(i).is(Kind.OTHER) ? 1 : 0;
    }
    return nearest;
  }

  /** Of two lines set as one block above an age the first is the title, the second its teaser. */
  private int firstOfBlock(int i) {
    boolean second =
        i > 0
            && !closed[i - 1]
            && !rows.get(i).line().blankBefore()
            && !rows.get(i).line().bulleted()
            && rows.get(i - 1).is(Kind.TITLE)
            && rows.get(i - 1).line().blankBefore();
    return second ? i - 1 : i;
  }

  /** "Oil Dips": in a list with ages, two words set alone as a heading are a headline too. */
  private int shortAbove(int label) {
    for (int i = label - 1; i >= Math.max(0, label - ROWS_APART); i--) {
      Row row = rows.get(i);
      if (closed[i] || row.is(Kind.LABEL) || isHeading(row)) {
        return -1;
      }
      boolean alone = row.is(Kind.OTHER) && row.line().isolated() && !row.line().bulleted();
      if (alone && Wording.couldBeHeadline(row.text()) && !Wording.shouts(row.text())) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Right beside an age, under an empty line, fewer words are enough for a headline, and capitals
   * may be the site's way to set them.
   */
  private boolean isPlainlyTitle(int i) {
    if (i < 0 || i >= rows.size() || closed[i] || !rows.get(i).is(Kind.OTHER)) {
      return false;
    }
    Row row = rows.get(i);
    int fewest = Wording.shouts(row.text()) ? FEWEST_SHOUTED_WORDS : FEWEST_PLAIN_WORDS;
    return row.line().blankBefore()
        && !row.line().bulleted()
        && Wording.words(row.text()) >= fewest
        && Wording.couldBeHeadline(row.text());
  }

  private int below(int label) {
    int kickers = 0;
    if (isPlainlyTitle(label + 1) && rows.get(label + 1).line().isolated()) {
      return label + 1;
    }
    for (int i = label + 1; i <= Math.min(rows.size() - 1, label + ROWS_APART); i++) {
      int step = step(label, i, kickers);
      if (step != 0) {
        return step > 0 ? i : -1;
      }
      kickers += rows.get(i).is(Kind.OTHER) ? 1 : 0;
    }
    return -1;
  }

  /** 1: a title, -1: the way ends here, 0: go on. */
  private int step(int label, int i, int kickers) {
    Row row = rows.get(i);
    if (closed[i]) {
      return -1;
    }
    boolean sibling = row.line().bulleted() && rows.get(label).line().bulleted();
    if (sibling && row.line().indent() == rows.get(label).line().indent()) {
      return -1; // two items of one list
    }
    return switch (row.kind()) {
      case TITLE, DATED_TITLE -> 1;
      case LABEL -> -1;
      case PROSE, NUMBER -> 0;
      case CUE -> isHeading(row) ? -1 : 0;
      case OTHER -> kickers >= MOST_KICKERS ? -1 : 0;
    };
  }

  private static boolean isHeading(Row row) {
    @Nullable Cue cue = row.cue() == null ? null : row.cue().cue();
    return row.is(Kind.CUE)
        && (cue == Cue.TAIL
            || cue == Cue.NEWS
            || cue == Cue.POPULAR
            || cue == Cue.FORUM
            || cue == Cue.SPONSORED
            || cue == Cue.COMMENTS
            || cue == Cue.LEGAL);
  }
}
