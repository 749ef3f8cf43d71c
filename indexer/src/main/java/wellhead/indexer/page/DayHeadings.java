package wellhead.indexer.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;
import wellhead.indexer.time.Label;

/**
 * Dates as headings, each over a list of titles without labels of their own: the day of all of
 * them. One such date alone may be the day of the page.
 */
final class DayHeadings {
  private static final int FEWEST = 2;

  private final List<Row> rows;
  private final boolean[] closed;
  private final @Nullable Cue[] flavours;
  private final Headlines out;

  DayHeadings(List<Row> rows, boolean[] closed, @Nullable Cue[] flavours, Headlines out) {
    this.rows = rows;
    this.closed = closed;
    this.flavours = flavours;
    this.out = out;
  }

  void read() {
    List<Integer> bulleted = days(i -> isItem(i + 1) && isItem(i + 2));
    if (bulleted.size() >= FEWEST) {
      bulleted.forEach(day -> take(day, endOfItems(day)));
      return;
    }
    List<Integer> plain = days(i -> rows.get(i).line().isolated() && endOfBlock(i) > i + 1);
    if (plain.size() >= FEWEST && isList(plain)) {
      plain.forEach(day -> take(day, endOfBlock(day)));
    }
  }

  private List<Integer> days(IntPredicate heads) {
    return IntStream.range(0, rows.size()).filter(i -> isDay(i) && heads.test(i)).boxed().toList();
  }

  private boolean isDay(int i) {
    Stamp stamp = rows.get(i).stamp();
    return rows.get(i).is(Kind.LABEL)
        && !closed[i]
        && stamp != null
        && !(stamp.label() instanceof Label.Age)
        && !rows.get(i).line().bulleted()
        && flavours[i] != Cue.FORUM
        && flavours[i] != Cue.COMMENTS;
  }

  /**
   * Blocks of one size each may be a title and its teaser; where their sizes differ, and each date
   * stands once, they are lists.
   */
  private boolean isList(List<Integer> days) {
    Set<Integer> sizes = new HashSet<>();
    Set<String> dates = new HashSet<>();
    for (int day : days) {
      sizes.add(endOfBlock(day) - day);
      dates.add(rows.get(day).text());
    }
    return sizes.size() > 1 && dates.size() == days.size();
  }

  private void take(int day, int end) {
    for (int i = day + 1; i < end; i++) {
      out.put(i, rows.get(i).words(), rows.get(day));
    }
    closed[day] = true;
  }

  private int endOfItems(int day) {
    int end = day + 1;
    while (isItem(end)) {
      end++;
    }
    return end;
  }

  /** Behind the titles that follow each other without an empty line. */
  private int endOfBlock(int day) {
    int end = day + 1;
    while (end < rows.size()
        && !closed[end]
        && rows.get(end).is(Kind.TITLE)
        && !rows.get(end).line().bulleted()
        && (end == day + 1 || !rows.get(end).line().blankBefore())) {
      end++;
    }
    return end == rows.size() || rows.get(end).line().blankBefore() ? end : day + 1;
  }

  private boolean isItem(int i) {
    return i < rows.size()
        && !closed[i]
        && rows.get(i).is(Kind.TITLE)
        && rows.get(i).line().bulleted();
  }
}
