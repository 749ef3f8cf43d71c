package wellhead.indexer.page;

import java.util.List;
import wellhead.indexer.page.Row.Kind;

/**
 * Which stretches of prose stand under the head of an article.
 *
 * <p>The general habit: a page prints a title, then a date or an author, then the text. What a site
 * says about itself, the teasers of other articles and legal notices have no such head.
 */
final class Heads {
  /** A date, a byline, a picture's caption and buttons may stand between a title and its text. */
  private static final int ROWS_OF_HEAD = 8;

  private final List<Row> rows;
  private final boolean[] comment;

  Heads(List<Row> rows, boolean[] comment) {
    this.rows = rows;
    this.comment = comment;
  }

  /**
   * Whether a title, and a date or a byline behind it, stand right above; a standfirst may stand
   * between the two.
   */
  boolean standAbove(Body.Span run) {
    boolean dated = false;
    for (int i = Math.min(run.last(), run.first() + ROWS_OF_HEAD); i > run.first(); i--) {
      dated |= isDateOrName(i);
    }
    for (int i = run.first() - 1; i >= Math.max(0, run.first() - ROWS_OF_HEAD); i--) {
      Row row = rows.get(i);
      if (row.titleLike()) {
        return dated || row.is(Kind.DATED_TITLE);
      }
      if (comment[i] || opensList(row)) {
        return false;
      }
      dated |= isDateOrName(i);
    }
    return false;
  }

  private boolean isDateOrName(int i) {
    return rows.get(i).is(Kind.LABEL) || rows.get(i).says(Cue.BYLINE);
  }

  private static boolean opensList(Row row) {
    return row.says(Cue.NEWS)
        || row.says(Cue.POPULAR)
        || row.says(Cue.SPONSORED)
        || row.says(Cue.FORUM);
  }
}
