package wellhead.indexer.page;

import java.util.List;
import java.util.stream.IntStream;
import wellhead.indexer.page.Row.Kind;

/**
 * Titles that a site sets in capitals, each beside an age or a date on a line of its own.
 *
 * <p>Capitals alone are a notice more often than a title ("SIGN UP FOR OUR NEWSLETTER"); beside age
 * after age they are the way this site prints titles.
 */
final class ShoutedTitles {
  private static final int FEWEST = 3;
  private static final int FEWEST_WORDS = 4;

  private ShoutedTitles() {}

  /** Marks the rows of such a list in place. */
  static void mark(List<Row> rows) {
    List<Integer> above = beside(rows, -1);
    List<Integer> below = beside(rows, 1);
    List<Integer> titles = above.size() >= below.size() ? above : below;
    if (titles.size() >= FEWEST) {
      titles.forEach(i -> rows.set(i, rows.get(i).as(Kind.TITLE)));
    }
  }

  /**
   * The rows in capitals that stand right above (-1) or below (1) a label, in one block with it.
   */
  private static List<Integer> beside(List<Row> rows, int step) {
    return IntStream.range(0, rows.size())
        .filter(i -> isShouted(rows.get(i)) && isLabel(rows, i - step))
        .filter(i -> !rows.get(step < 0 ? i : i - step).line().blankAfter())
        .boxed()
        .toList();
  }

  private static boolean isLabel(List<Row> rows, int at) {
    return at >= 0 && at < rows.size() && rows.get(at).is(Kind.LABEL);
  }

  private static boolean isShouted(Row row) {
    return row.is(Kind.OTHER)
        && Wording.shouts(row.text())
        && Wording.words(row.text()) >= FEWEST_WORDS
        && Wording.couldBeHeadline(row.text());
  }
}
