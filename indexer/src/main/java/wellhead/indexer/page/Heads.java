package wellhead.indexer.page;

import java.util.List;
import java.util.function.IntPredicate;
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

  /**
   * Where the one article inside a run begins that has another above it: the index of its first
   * sentence; -1 when no head stands inside, or more than one.
   */
  int inside(Body.Span run, IntPredicate isSentence) {
    int found = -1;
    boolean title = false;
    boolean dated = false;
    for (int i = run.first() + 1; i <= run.last(); i++) {
      if (isSentence.test(i)) {
        if (title && dated) {
          if (found >= 0) {
            return -1;
          }
          found = i;
        }
        title = false;
        dated = false;
      } else {
        title |= rows.get(i).titleLike();
        dated |= title && isDateOrName(i);
      }
    }
    return found;
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
