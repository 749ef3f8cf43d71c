package wellhead.indexer.page;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import wellhead.indexer.page.Phrases.Match;
import wellhead.indexer.page.Row.Kind;

/** Rows that a page prints again and again: they tell nothing of the news between them. */
final class Refrains {
  /** A sentence is told once, or once more as a pull quote. */
  private static final int REFRAIN = 3;

  /** A headline may stand in the lead, among the latest, the most read and the most shared. */
  private static final int REFRAIN_OF_WORDS = 5;

  private static final Pattern COMMENT_COUNT =
      Pattern.compile("(?iuU)(?:\\d[\\d,.]*|no)\\s+" + Sayings.COUNTED.any());

  private static final Pattern DURATION = Pattern.compile("(?:\\d{1,2}:)?\\d{1,2}:\\d{2}");

  private Refrains() {}

  /** Marks them as noise in place. */
  static void mark(List<Row> rows) {
    Map<String, Integer> times = times(rows, row -> row.is(Kind.PROSE));
    rows.replaceAll(row -> row.is(Kind.PROSE) && isAgain(row, times, REFRAIN) ? noise(row) : row);
    if (rows.stream().filter(Refrains::countsComments).count() >= REFRAIN) {
      rows.replaceAll(row -> countsComments(row) ? noise(row) : row);
    }
  }

  /**
   * Rows of words that stand at so many places of a page: a button's, a picture's, a section's. The
   * page is read without them, for they part a title from its label.
   */
  static BitSet of(List<Row> rows) {
    Map<String, Integer> times = times(rows, Refrains::isWords);
    BitSet refrains = new BitSet();
    for (int i = 0; i < rows.size(); i++) {
      refrains.set(i, isWords(rows.get(i)) && isAgain(rows.get(i), times, REFRAIN_OF_WORDS));
    }
    return refrains;
  }

  private static boolean isWords(Row row) {
    return row.is(Kind.OTHER) || isDuration(row) || (row.is(Kind.TITLE) && row.stamp() == null);
  }

  /** How often each of some rows stands between other things. */
  private static Map<String, Integer> times(List<Row> rows, Predicate<Row> some) {
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (some.test(rows.get(i)) && (i == 0 || !said(rows.get(i - 1)).equals(said(rows.get(i))))) {
        times.merge(said(rows.get(i)), 1, Integer::sum);
      }
    }
    return times;
  }

  /** How long each of many videos lasts is one thing said again and again. */
  private static String said(Row row) {
    return isDuration(row) ? "0:00" : row.text();
  }

  private static boolean isDuration(Row row) {
    return row.is(Kind.NUMBER) && DURATION.matcher(row.text()).matches();
  }

  /** What stands again and again on one page describes a picture or a button. */
  private static boolean isAgain(Row row, Map<String, Integer> times, int fewest) {
    return times.getOrDefault(said(row), 0) >= fewest;
  }

  /** "12 comments" under each row of a list is a count, and no heading of comments. */
  private static boolean countsComments(Row row) {
    return (row.is(Kind.OTHER) || row.says(Cue.COMMENTS))
        && COMMENT_COUNT.matcher(row.text()).matches();
  }

  private static Row noise(Row row) {
    return new Row(row.line(), Kind.CUE, new Match(Cue.NOISE, "", false), null);
  }
}
