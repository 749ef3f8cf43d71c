package wellhead.indexer.page;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private Refrains() {}

  /** Marks them as noise in place. */
  static void mark(List<Row> rows) {
    Map<String, Integer> times = timesOfProse(rows);
    rows.replaceAll(row -> isToldAgain(row, times) ? noise(row) : row);
    if (rows.stream().filter(Refrains::countsComments).count() >= REFRAIN) {
      rows.replaceAll(row -> countsComments(row) ? noise(row) : row);
    }
  }

  /**
   * Rows of words that stand at so many places of a page: a button's, a picture's, a section's. The
   * page is read without them, for they part a title from its label.
   */
  static BitSet of(List<Row> rows) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (isWords(rows.get(i)) && (i == 0 || !rows.get(i - 1).text().equals(rows.get(i).text()))) {
        places.merge(rows.get(i).text(), 1, Integer::sum);
      }
    }
    BitSet refrains = new BitSet();
    for (int i = 0; i < rows.size(); i++) {
      refrains.set(
          i,
          isWords(rows.get(i)) && places.getOrDefault(rows.get(i).text(), 0) >= REFRAIN_OF_WORDS);
    }
    return refrains;
  }

  private static boolean isWords(Row row) {
    return row.is(Kind.OTHER) || (row.is(Kind.TITLE) && row.stamp() == null);
  }

  /** How often each sentence stands between other things. */
  private static Map<String, Integer> timesOfProse(List<Row> rows) {
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).is(Kind.PROSE)
          && (i == 0 || !rows.get(i - 1).text().equals(rows.get(i).text()))) {
        times.merge(rows.get(i).text(), 1, Integer::sum);
      }
    }
    return times;
  }

  /** What stands again and again on one page describes a picture or a button. */
  private static boolean isToldAgain(Row row, Map<String, Integer> times) {
    return row.is(Kind.PROSE) && times.getOrDefault(row.text(), 0) >= REFRAIN;
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
