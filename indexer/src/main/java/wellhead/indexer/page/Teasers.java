package wellhead.indexer.page;

import java.util.List;
import wellhead.indexer.page.Row.Kind;

/**
 * Tells the first sentences of many articles from the sentences of one: between teasers stands a
 * title or a date.
 */
final class Teasers {
  /** With so many headlines to each paragraph, the paragraphs are teasers. */
  private static final double TEASERS = .6;

  /** Between two teasers stand so many lines at most: small print, a title, a date. */
  private static final int ROWS_OF_TEASER = 8;

  private static final int FEWEST_TEASERS = 2;

  /** Paragraphs of an article, at least, when teasers are taken off its end. */
  private static final int FEWEST_LEFT = 3;

  /** Sentences that break off, of all. */
  private static final double CUT = .4;

  /** With a headline and a date to so many paragraphs, they are the beginnings of posts. */
  private static final double POSTS = .25;

  private final List<Row> rows;
  private final Body body;

  Teasers(List<Row> rows, Body body) {
    this.rows = rows;
    this.body = body;
  }

  /**
   * Between most of its paragraphs stands a headline or a date, or many break off: they are the
   * teasers of a list. An article has a heading now and then, no dates, and whole sentences.
   */
  boolean are(Body.Span run) {
    int divided = 0;
    int heads = 0;
    int cut = 0;
    int last = -1;
    for (int i = run.first(); i <= run.last(); i++) {
      if (body.isSentence(i) && body.holds(run, i)) {
        cut += Wording.truncated(rows.get(i).text()) ? 1 : 0;
        boolean title = last >= 0 && stands(run, last, i, true);
        boolean label = last >= 0 && stands(run, last, i, false);
        divided += title || label ? 1 : 0;
        heads += title && label ? 1 : 0;
        last = i;
      }
    }
    return (cut > 1 && cut >= CUT * run.paragraphs())
        || (divided > 0 && divided >= TEASERS * (run.paragraphs() - 1))
        || (heads > 1 && heads >= POSTS * (run.paragraphs() - 1));
  }

  /**
   * Without the teasers behind an article: two or more last paragraphs, each under a title of its
   * own.
   */
  Body.Span cutOff(Body.Span run) {
    int cut = 0;
    int letters = run.letters();
    int last = run.last();
    int end = run.last();
    for (int i = run.last() - 1; i >= run.first(); i--) {
      if (!body.isSentence(i)) {
        continue;
      }
      if (!isUnderTitle(i, last)) {
        break;
      }
      letters -= Wording.weight(rows.get(last).text());
      cut++;
      end = i;
      last = i;
    }
    return cut < FEWEST_TEASERS || run.paragraphs() - cut < FEWEST_LEFT
        ? run
        : new Body.Span(run.first(), end, run.paragraphs() - cut, letters, run.byMarkup());
  }

  /** The row right above the second sentence is a title, and no subhead in a row of sentences. */
  private boolean isUnderTitle(int sentence, int next) {
    return next - sentence > 1 && rows.get(next - 1).titleLike();
  }

  private boolean stands(Body.Span run, int from, int to, boolean title) {
    for (int i = from + 1; i < to; i++) {
      Row row = rows.get(i);
      if (!body.holds(run, i) && to - from > ROWS_OF_TEASER) {
        continue; // a box
      }
      // by markup a heading of the article itself is known, for it leads nowhere
      boolean leads = !run.byMarkup() || row.line().leads();
      if (title ? row.titleLike() && leads : row.is(Kind.LABEL) || row.is(Kind.DATED_TITLE)) {
        return true;
      }
    }
    return false;
  }
}
