package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;

/**
 * Where the prose of the page's article stands: from its first to its last sentence-like line.
 *
 * <p>The general habit: an article is the longest stretch of sentences that follow each other with
 * little between them; lists of teasers have a headline between every two.
 */
final class Body {

  /** Lines without a sentence that may stand inside an article: an advertisement, a box. */
  private static final int SMALL_GAP = 4;

  /** A box this long is crossed only towards a good part of the article. */
  private static final int LARGE_GAP = 14;

  /** Lines of a box that says what it is. */
  private static final int LONGEST_BOX = 40;

  private static final double GOOD_PART = .3;

  /** Less prose than this is a teaser, a notice or a caption. */
  private static final int FEWEST_LETTERS = 280;

  /** One paragraph alone has to be as long as a short article. */
  private static final int FEWEST_LETTERS_OF_ONE = 400;

  private static final int FEWEST_LEFT = 3;

  /** How much more prose without a head must be to be taken for the article all the same. */
  private static final int HEADED = 3;

  /** What a site or a company says about itself is short. */
  private static final int MOST_PARAGRAPHS_ABOUT = 4;

  /**
   * @param first index of the first sentence-like row
   * @param last index of the last one
   * @param letters how much prose lies between
   * @param byMarkup whether only the rows between that are marked as main text belong to it
   */
  record Span(int first, int last, int paragraphs, int letters, boolean byMarkup) {}

  private final List<Row> rows;
  private final boolean[] comment;
  private final boolean @Nullable [] main;
  private final boolean declared;
  private final Heads heads;
  private final Teasers teasers;

  /**
   * @param main the rows of the main text by markup; {@code null} when there is none
   * @param declared whether the capture says that it is an article, however short
   */
  Body(List<Row> rows, boolean[] comment, boolean @Nullable [] main, boolean declared) {
    this.declared = declared;
    this.rows = rows;
    this.comment = comment;
    this.main = main;
    heads = new Heads(rows, comment);
    teasers = new Teasers(rows, this);
  }

  /** By markup where that gives an article, else by the lines alone. */
  Optional<Span> find() {
    return byMarkup().or(this::byLines);
  }

  /** Without the little that stands in an article's block above its heading. */
  Span behindHeading(Span span) {
    if (!span.byMarkup()) {
      return span;
    }
    int letters = span.letters();
    int paragraphs = span.paragraphs();
    boolean headed = false;
    for (int i = span.first(); i < span.last() && letters > (1 - GOOD_PART) * span.letters(); i++) {
      headed |= rows.get(i).line().markup().heading() == 1;
      if (isSentence(i) && holds(span, i)) {
        if (headed) {
          return new Span(i, span.last(), paragraphs, letters, true);
        }
        letters -= Wording.weight(rows.get(i).text());
        paragraphs--;
      }
    }
    return span;
  }

  /** Whether a row between the first and the last of an article belongs to it. */
  boolean holds(Span span, int i) {
    return !span.byMarkup() || (main != null && main[i]);
  }

  /**
   * The sentences that are main text, whatever stands between them, up to a phrase that ends
   * articles.
   */
  private Optional<Span> byMarkup() {
    if (main == null) {
      return Optional.empty();
    }
    Span before = null;
    Span run = null;
    boolean tail = false;
    for (int i = 0; i < rows.size(); i++) {
      if (!main[i]) {
        continue;
      }
      if (stops(i)) {
        before = before == null ? run : before;
        tail |= ends(i);
      } else if (isSentence(i) && !rows.get(i).line().isLink()) {
        // a paragraph that is all link is the teaser of another page
        Span here = sentence(i, true);
        run = run == null ? here : join(run, here);
      }
    }
    if (before != null && run != null) {
      boolean little = run.letters() - before.letters() < GOOD_PART * before.letters();
      boolean few = run.paragraphs() - before.paragraphs() < FEWEST_LEFT;
      run = little && (tail || few) ? before : run;
    }
    return Optional.ofNullable(run).filter(this::isArticle);
  }

  /** Behind these stands nothing of the article; behind a list inside it there may. */
  private boolean ends(int i) {
    Row row = rows.get(i);
    return comment[i] || row.says(Cue.TAIL) || row.says(Cue.COMMENTS) || row.says(Cue.LEGAL);
  }

  private Optional<Span> byLines() {
    Span best = null;
    int most = 0;
    for (Span whole : runs()) {
      Span run = teasers.cutOff(whole);
      int weight = weight(run);
      if (!isArticle(run)) {
        run = ofOneHead(run); // teasers, and an article below them
        weight = run.letters();
      }
      if (weight > most && isArticle(run)) {
        best = run;
        most = weight;
      }
    }
    return Optional.ofNullable(best).map(this::ofOneHead);
  }

  /** Without what stands above the head of an article, or below the head of the next one. */
  private Span ofOneHead(Span run) {
    int next = heads.inside(run, this::isSentence);
    if (next < 0) {
      return run;
    }
    Span above = part(run.first(), next);
    Span below = part(next, run.last() + 1);
    if (heads.standAbove(above)) {
      // little prose above a date is a standfirst
      return isArticle(above) && above.letters() >= GOOD_PART * below.letters() ? above : run;
    }
    return isArticle(below) ? below : run;
  }

  private Span part(int from, int to) {
    Span part = null;
    for (int i = from; i < to; i++) {
      if (isSentence(i)) {
        Span here = sentence(i, false);
        part = part == null ? here : join(part, here);
      }
    }
    return Objects.requireNonNull(part, "a run begins and ends with a sentence");
  }

  /** Prose under a title and its date counts for more than prose under nothing. */
  private int weight(Span run) {
    return heads.standAbove(run) ? HEADED * run.letters() : run.letters();
  }

  /** Sentences with at most a small gap between two of them. */
  private List<Span> runs() {
    List<Span> runs = new ArrayList<>();
    boolean open = false;
    int gap = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (stops(i)) {
        open = false;
      } else if (isSentence(i)) {
        Span here = sentence(i, false);
        boolean near = open && gap <= SMALL_GAP;
        runs.add(near ? join(runs.removeLast(), here) : here);
        open = true;
        gap = 0;
      } else {
        gap += weight(i);
      }
    }
    return joined(runs);
  }

  /** Known phrases and counts are noise, whose amount tells nothing. */
  private int weight(int i) {
    return rows.get(i).is(Kind.CUE) || rows.get(i).is(Kind.NUMBER) ? 0 : 1;
  }

  /** Joins across larger boxes where what follows is a good part of the whole. */
  private List<Span> joined(List<Span> runs) {
    List<Span> out = new ArrayList<>();
    for (Span run : runs) {
      Span before = out.isEmpty() ? null : out.getLast();
      if (before != null
          && run.paragraphs() >= 2
          && run.letters() >= GOOD_PART * before.letters()
          && !about(before.first())
          && !(heads.standAbove(run)
              && !heads.standAbove(before)
              && before.letters() < run.letters())
          && reachable(before.last(), run.first())) {
        out.removeLast();
        out.add(join(before, run));
      } else {
        out.add(run);
      }
    }
    return out;
  }

  private boolean reachable(int from, int to) {
    int gap = 0;
    for (int i = from + 1; i < to; i++) {
      if (stops(i)) {
        return opensBox(i, to) && to - i <= LONGEST_BOX && gap <= SMALL_GAP;
      }
      gap += weight(i);
    }
    return gap <= LARGE_GAP;
  }

  /** Whether behind a row inside a span still stands a good part of its prose. */
  boolean goesOn(int first, int row, int last) {
    int before = 0;
    int behind = 0;
    for (int i = first; i <= last; i++) {
      if (isSentence(i)) {
        int letters = Wording.weight(rows.get(i).text());
        before += i < row ? letters : 0;
        behind += i < row ? 0 : letters;
      }
    }
    return behind >= GOOD_PART * before;
  }

  /** "Most read" and its titles in the middle of an article, with no other head behind them. */
  private boolean opensBox(int i, int to) {
    Row row = rows.get(i);
    if (comment[i]
        || !(row.says(Cue.POPULAR)
            || row.says(Cue.NEWS)
            || row.says(Cue.SPONSORED)
            || row.says(Cue.TAIL))) {
      return false;
    }
    int titles = 0;
    for (int j = i + 1; j < to; j++) {
      if (rows.get(j).is(Kind.LABEL) || rows.get(j).says(Cue.BYLINE)) {
        return false;
      }
      titles += rows.get(j).is(Kind.TITLE) ? 1 : 0;
    }
    return titles >= FEWEST_LEFT;
  }

  private Span sentence(int i, boolean byMarkup) {
    return new Span(i, i, 1, Wording.weight(rows.get(i).text()), byMarkup);
  }

  private static Span join(Span a, Span b) {
    return new Span(
        a.first(),
        b.last(),
        a.paragraphs() + b.paragraphs(),
        a.letters() + b.letters(),
        a.byMarkup());
  }

  boolean isSentence(int i) {
    return rows.get(i).is(Kind.PROSE) && !comment[i];
  }

  /** Nothing of an article stands on both sides of these. */
  boolean stops(int i) {
    if (comment[i]) {
      return true;
    }
    Row row = rows.get(i);
    Phrases.Match cue = row.cue();
    if (row.is(Kind.DATED_TITLE)) {
      return inList(i);
    }
    if (!row.is(Kind.CUE) || cue == null) {
      return false;
    }
    return switch (cue.cue()) {
      case TAIL, NEWS, POPULAR, FORUM, SPONSORED, COMMENTS, LEGAL -> true;
      case RELATED,
          NOISE,
          TAKEAWAYS,
          BYLINE,
          CREDIT,
          READING_TIME,
          FIELD_TITLE,
          FIELD_AUTHOR,
          FIELD_DATE,
          FIELD_URL,
          FIELD_SUMMARY,
          FIELD_BODY ->
          false;
    };
  }

  private boolean inList(int i) {
    return (i > 0 && rows.get(i - 1).is(Kind.DATED_TITLE))
        || (i + 1 < rows.size() && rows.get(i + 1).is(Kind.DATED_TITLE));
  }

  private boolean isArticle(Span run) {
    if (declared) {
      return true;
    }
    if (run.letters() < (run.paragraphs() == 1 ? FEWEST_LETTERS_OF_ONE : FEWEST_LETTERS)) {
      return false;
    }
    if (run.paragraphs() <= MOST_PARAGRAPHS_ABOUT && about(run.first())) {
      return false;
    }
    return !teasers.are(run);
  }

  /** What a site says about itself follows a heading that says so. */
  private boolean about(int first) {
    for (int i = first - 1; i >= Math.max(0, first - 3); i--) {
      if (rows.get(i).says(Cue.LEGAL)) {
        return true;
      }
    }
    return false;
  }
}
