package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;
import wellhead.indexer.time.Label;

/**
 * Headlines that have an age or a date, on their own line or on one beside it.
 *
 * <p>Where the age stands (same line, above, below) is a habit of the block, never of one line.
 */
final class DatedLists {

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
  private final LabelledRecords records;

  DatedLists(List<Row> rows, boolean[] closed, @Nullable Cue[] flavours, Headlines out) {
    this.rows = rows;
    this.closed = closed;
    this.flavours = flavours;
    this.out = out;
    this.records = new LabelledRecords(rows, closed);
  }

  void read() {
    List<List<Integer>> inline = groups(this::isInline);
    boolean sorted = inline.stream().anyMatch(this::isSorted);
    for (List<Integer> group : inline) {
      if (isForum(group, sorted)) {
        refuse(group, "a row of a forum, not of news");
      } else {
        group.forEach(out::take);
        takeBetween(group);
        out.withoutSource(group);
      }
    }
    new DayHeadings(rows, closed, flavours, out).read();
    for (List<Integer> group : groups(this::isBare)) {
      readBare(group);
    }
  }

  /** A row of the list whose age was not printed, or begins its title: "30 Days After the Ban". */
  private void takeBetween(List<Integer> group) {
    for (int k = 1; k < group.size(); k++) {
      int row = group.get(k) - 1;
      Line line = rows.get(row).line();
      boolean alone = group.get(k) - group.get(k - 1) == 2;
      if (alone
          && line.bulleted()
          && rows.get(row - 1).line().bulleted()
          && rows.get(row + 1).line().bulleted()
          && rows.get(row).is(Kind.TITLE)) {
        out.take(row);
      }
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
      if (i - last > LabelledRecords.ROWS_APART
          || flavours[i] != flavours[last]
          || newBlock(last, i)) {
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
      Stamp stamp = rows.get(i).stamp();
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
    List<Integer> plain = withoutPageDate(withoutBylines(labels));
    Cue flavour = flavours[plain.getFirst()];
    int[] titles = records.titles(plain);
    for (int k = 0; k < titles.length; k++) {
      int label = plain.get(k);
      int title = titles[k];
      if (title < 0 || out.has(title)) {
        continue;
      }
      if (flavour == Cue.FORUM || flavour == Cue.COMMENTS) {
        out.refuse(title, "a row of a forum, not of news");
      } else if (flavour == Cue.SPONSORED) {
        out.refuse(title, "an advertisement");
      } else {
        out.put(title, rows.get(title).words(), rows.get(label));
        claim(title, title < label ? label : title + ROWS_OF_TEASER);
      }
    }
    out.withoutSource(Arrays.stream(titles).filter(t -> t >= 0).boxed().toList());
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

  /** A date above a list of ages is the day of the page. */
  private List<Integer> withoutPageDate(List<Integer> labels) {
    long ages = labels.stream().filter(this::isAge).count();
    return ages >= 2 && ages == labels.size() - 1L && !isAge(labels.getFirst())
        ? labels.subList(1, labels.size())
        : labels;
  }

  private boolean isAge(int label) {
    Stamp stamp = rows.get(label).stamp();
    return stamp != null && stamp.label().isRelative();
  }

  /** "By A. Name, 2h ago" repeats the age that also stands alone; the one alone is regular. */
  private List<Integer> withoutBylines(List<Integer> labels) {
    List<Integer> plain = labels.stream().filter(i -> rows.get(i).cue() == null).toList();
    return plain.size() * 3 >= labels.size() ? plain : labels;
  }
}
