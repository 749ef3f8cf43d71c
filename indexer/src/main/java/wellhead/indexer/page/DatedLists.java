package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelledLine;

/**
 * Headlines that have an age or a date, on their own line or on one beside it.
 *
 * <p>Where the age stands (same line, above, below) is a habit of the block, never of one line.
 */
final class DatedLists {

  /** From one row of a list to the next: title, teaser, section, source, buttons. */
  private static final int ROWS_APART = 9;

  /** Behind a title that has its age above it. */
  private static final int ROWS_OF_TEASER = 1;

  /** Ages out of order in more than this share of the steps: nobody sorts news so. */
  private static final double SHUFFLED = .3;

  /** Fewer ages than this are in no order worth the name. */
  private static final int FEWEST_TO_JUDGE_ORDER = 5;

  private final List<Row> rows;
  private final boolean[] closed;
  private final @Nullable Cue[] flavours;
  private final Headlines out;

  DatedLists(List<Row> rows, boolean[] closed, @Nullable Cue[] flavours, Headlines out) {
    this.rows = rows;
    this.closed = closed;
    this.flavours = flavours;
    this.out = out;
  }

  void read() {
    List<List<Integer>> inline = groups(this::isInline);
    boolean sorted = inline.stream().anyMatch(this::isSorted);
    for (List<Integer> group : inline) {
      if (isForum(group, sorted)) {
        refuse(group, "a row of a forum, not of news");
      } else {
        group.forEach(out::take);
      }
    }
    for (List<Integer> group : groups(this::isBare)) {
      readBare(group);
    }
  }

  private void refuse(List<Integer> group, String reason) {
    group.forEach(i -> out.refuse(i, reason));
  }

  /** Rows of one kind that follow each other closely, with no other heading between. */
  private List<List<Integer>> groups(IntPredicate member) {
    List<List<Integer>> groups = new ArrayList<>();
    int last = Integer.MIN_VALUE / 2;
    for (int i = 0; i < rows.size(); i++) {
      if (closed[i] || !member.test(i)) {
        continue;
      }
      if (i - last > ROWS_APART || flavours[i] != flavours[last] || newBlock(last, i)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(i);
      last = i;
    }
    return groups;
  }

  /** A line that opens a block stands between rows that have their labels on their own lines. */
  private boolean newBlock(int last, int i) {
    return rows.get(i).is(Kind.DATED_TITLE)
        && IntStream.range(last + 1, i)
            .mapToObj(rows::get)
            .anyMatch(r -> r.is(Kind.OTHER) && r.line().blankBefore() && !r.line().bulleted());
  }

  /** A row whose label is on its line, unless the labels around it stand on lines of their own. */
  private boolean isInline(int i) {
    if (!rows.get(i).is(Kind.DATED_TITLE)) {
      return false;
    }
    int bare = 0;
    int inline = 0;
    for (int j = Math.max(0, i - 6); j <= Math.min(rows.size() - 1, i + 6); j++) {
      bare += isBare(j) ? 1 : 0;
      inline += rows.get(j).is(Kind.DATED_TITLE) ? 1 : 0;
    }
    return bare < 2 || inline > bare;
  }

  private boolean isBare(int i) {
    Row row = rows.get(i);
    return row.is(Kind.LABEL) || (row.is(Kind.PROSE) && row.stamp() != null);
  }

  /** By what its heading says, or by ages in no order while another list of the page is sorted. */
  private boolean isForum(List<Integer> group, boolean otherIsSorted) {
    Cue flavour = flavours[group.getFirst()];
    if (flavour == Cue.FORUM || flavour == Cue.COMMENTS) {
      return true;
    }
    return flavour != Cue.POPULAR && otherIsSorted && isShuffled(group);
  }

  private boolean isSorted(List<Integer> group) {
    return group.size() >= FEWEST_TO_JUDGE_ORDER && !isShuffled(group);
  }

  private boolean isShuffled(List<Integer> group) {
    List<Double> ages = new ArrayList<>();
    for (int i : group) {
      LabelledLine stamp = rows.get(i).stamp();
      if (stamp != null && stamp.label() instanceof Label.Age age) {
        ages.add(minutes(age));
      }
    }
    if (ages.size() < FEWEST_TO_JUDGE_ORDER) {
      return false;
    }
    long back = IntStream.range(1, ages.size()).filter(k -> ages.get(k) < ages.get(k - 1)).count();
    return back > SHUFFLED * (ages.size() - 1);
  }

  private static double minutes(Label.Age age) {
    return age.parts().stream()
        .mapToDouble(p -> p.thousandths() / 1000.0 * p.unit().getDuration().toMinutes())
        .sum();
  }

  private void readBare(List<Integer> labels) {
    List<Integer> plain = withoutBylines(labels);
    Cue flavour = flavours[plain.getFirst()];
    boolean below = placeIsBelow(plain);
    for (int k = 0; k < plain.size(); k++) {
      int label = plain.get(k);
      int own = inItem(label);
      int title = own >= 0 ? own : below ? below(label) : above(label);
      title = title < 0 && !below && plain.size() > 1 ? shortAbove(label) : title;
      if (title < 0 || out.has(title)) {
        continue;
      }
      if (flavour == Cue.FORUM || flavour == Cue.COMMENTS) {
        out.refuse(title, "a row of a forum, not of news");
      } else if (flavour == Cue.SPONSORED) {
        out.refuse(title, "an advertisement");
      } else {
        out.put(title, rows.get(title).text(), rows.get(label));
        claim(title, title < label ? label : title + ROWS_OF_TEASER);
      }
    }
  }

  /** What stands in a row between its title and the end of it is a teaser, not a title. */
  private void claim(int title, int end) {
    for (int i = title + 1;
        i < Math.min(rows.size(), end + 1) && !rows.get(i).is(Kind.LABEL);
        i++) {
      if (rows.get(i).line().bulleted()) {
        return;
      }
      if (rows.get(i).is(Kind.TITLE)) {
        out.refuse(i, "the teaser of line " + rows.get(title).line().number());
        closed[i] = true;
      }
    }
  }

  /** "By A. Name, 2h ago" repeats the age that also stands alone; the one alone is regular. */
  private List<Integer> withoutBylines(List<Integer> labels) {
    List<Integer> plain = labels.stream().filter(i -> rows.get(i).cue() == null).toList();
    return plain.size() * 3 >= labels.size() ? plain : labels;
  }

  /** The title of the list item that a label stands in; -1 when the label is in none. */
  private int inItem(int label) {
    int from = label;
    while (from > 0 && !rows.get(from).line().bulleted() && label - from < ROWS_APART) {
      from--;
    }
    if (!rows.get(from).line().bulleted()) {
      return -1;
    }
    int indent = rows.get(from).line().indent();
    for (int i = from; i < rows.size() && i - from < ROWS_APART; i++) {
      Line line = rows.get(i).line();
      if (i > from && (line.bulleted() || line.indent() <= indent)) {
        return -1;
      }
      if (rows.get(i).titleLike() && !closed[i]) {
        return i > label || isWithin(from, label, indent) ? i : -1;
      }
    }
    return -1;
  }

  private boolean isWithin(int from, int label, int indent) {
    return IntStream.rangeClosed(from + 1, label)
        .mapToObj(rows::get)
        .allMatch(r -> r.line().indent() > indent && !r.line().bulleted());
  }

  /** Whether the titles of a block stand below their labels. */
  private boolean placeIsBelow(List<Integer> labels) {
    int votes = 0;
    int hits = 0;
    for (int label : labels) {
      int above = above(label);
      int below = below(label);
      hits += (below >= 0 ? 1 : 0) - (above >= 0 ? 1 : 0);
      votes += layout(label, above, below);
    }
    return votes != 0 ? votes > 0 : hits > 0;
  }

  /** Positive when the layout ties the label to what is below it, negative for above. */
  private int layout(int label, int above, int below) {
    Row row = rows.get(label);
    if (row.is(Kind.PROSE)) {
      return above >= 0 ? -2 : 0; // a teaser that begins with its date
    }
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
    if (row.line().blankBefore() && !row.line().blankAfter() && below >= 0) {
      vote += 1;
    }
    if (!row.line().blankBefore() && row.line().blankAfter() && above >= 0) {
      vote -= 1;
    }
    if (above >= 0
        && below >= 0
        && rows.get(above).line().isolated() != rows.get(below).line().isolated()) {
      vote += rows.get(above).line().isolated() ? -2 : 2;
    }
    return vote;
  }

  private int above(int label) {
    int kickers = 0;
    if (isPlainlyTitle(label - 1)) {
      return label - 1;
    }
    for (int i = label - 1; i >= Math.max(0, label - ROWS_APART); i--) {
      int step = step(label, i, kickers);
      if (step != 0) {
        return step > 0 ? firstOfBlock(i) : -1;
      }
      kickers += rows.get(i).is(Kind.OTHER) ? 1 : 0;
    }
    return -1;
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
    return row.line().blankBefore()
        && !row.line().bulleted()
        && Wording.words(row.text()) >= (Wording.shouts(row.text()) ? 5 : 3)
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
      case PROSE -> 0;
      case CUE -> row.cue() != null && isHeading(row) ? -1 : 0;
      case NUMBER -> 0;
      case OTHER -> kickers >= 3 ? -1 : 0;
    };
  }

  private static boolean isHeading(Row row) {
    return row.says(Cue.TAIL)
        || row.says(Cue.NEWS)
        || row.says(Cue.POPULAR)
        || row.says(Cue.FORUM)
        || row.says(Cue.SPONSORED)
        || row.says(Cue.COMMENTS)
        || row.says(Cue.LEGAL);
  }
}
