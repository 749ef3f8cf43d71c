package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.ParsedPage.Article;
import wellhead.indexer.page.ParsedPage.Rejected;
import wellhead.indexer.page.Row.Kind;

/** What became of each row of a page: taken, refused, or part of something that has a name. */
final class Accounts {
  /** A teaser begins so near below its title. */
  private static final int ROWS_OF_TEASER = 4;

  /** Author and date stand so near to the title of an article or to its end. */
  private static final int ROWS_OF_CREDITS = 9;

  private static final int MOST_WORDS_OF_NAME = 6;

  private final List<Row> rows;
  private final Layout.Decided decided;
  private final Map<Integer, Supplier<Refusal>> reasons = new HashMap<>();
  private final BitSet body = new BitSet();
  private final Map<Integer, Candidate> labelled = new HashMap<>();

  private Accounts(List<Row> rows, Layout.Decided decided, Weights weights) {
    this.rows = rows;
    this.decided = decided;
    decided.reading().article().ifPresent(found -> markBody(found.article().body(), found.first()));
    for (ListCandidate list : decided.reading().lists()) {
      Refusals refusals = new Refusals(decided.reading(), list, weights);
      for (int k = 0; k < list.size(); k++) {
        Candidate candidate = list.rows().get(k);
        int at = k;
        reasons.put(candidate.row(), () -> refusals.of(at));
        if (candidate.labelRow() >= 0 && candidate.labelRow() != candidate.row()) {
          labelled.merge(candidate.labelRow(), candidate, this::taken);
        }
      }
    }
  }

  /** A line a row, in page order. */
  static List<AccountedLine> of(List<Row> rows, Layout.Decided decided, Weights weights) {
    Accounts accounts = new Accounts(rows, decided, weights);
    List<AccountedLine> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(accounts.line(i));
    }
    return lines;
  }

  /** Of two titles with one label, such as the day above them, the one that is a headline. */
  private Candidate taken(Candidate one, Candidate other) {
    return decided.headlines().isTaken(one.row()) ? one : other;
  }

  private AccountedLine line(int i) {
    if (decided.headlines().isTaken(i)) {
      return line(i, Part.HEADLINE, -1, null);
    }
    Rejected refused = decided.headlines().refused(i);
    if (refused != null) {
      return line(i, Part.REFUSED, -1, refused.reason());
    }
    Part ofBlock = ofArticle(i);
    if (ofBlock == null && decided.reading().spans().closed().get(i)) {
      ofBlock = Part.COMMENT;
    }
    if (ofBlock == null && decided.reading().spans().cards().get(i)) {
      ofBlock = Part.AUTHOR_CARD;
    }
    if (ofBlock != null) {
      return line(i, ofBlock, -1, reason(i));
    }
    if (rows.get(i).isLabel() || labelled.containsKey(i)) {
      Candidate title = labelled.get(i);
      return line(i, Part.LABEL, title == null ? -1 : title.row(), null);
    }
    int title = titleOfTeaser(i);
    return title >= 0 ? line(i, Part.TEASER, title, reason(i)) : alone(i);
  }

  /** In no block of the page: what the line is by itself. */
  private AccountedLine alone(int i) {
    Row row = rows.get(i);
    Part region = byRegion(row.line().place());
    String reason = reason(i);
    if (region == null && row.is(Kind.CUE)) {
      String phrase = Objects.requireNonNull(row.cue()).cue().words();
      return line(i, Part.PHRASE, -1, reason == null ? phrase : phrase + "; " + reason);
    }
    return line(i, region == null ? byLook(row, reason != null) : region, -1, reason);
  }

  private static @Nullable Part byRegion(@Nullable Place place) {
    if (place == null) {
      return null;
    }
    if (place.isIn(Place.Region.MENU)) {
      return Part.MENU;
    }
    if (place.isIn(Place.Region.FOOTER)) {
      return Part.FOOTER;
    }
    return place.isIn(Place.Region.ADVERT) ? Part.ADVERT : null;
  }

  /**
   * @param weighed all lines with two words are, but for those that are too long
   */
  private static Part byLook(Row row, boolean weighed) {
    Place place = row.line().place();
    if (row.is(Kind.NUMBER)) {
      return Part.NUMBER;
    }
    if (row.is(Kind.PROSE)) {
      return Part.SENTENCE;
    }
    if (place != null && place.isIn(Place.Region.CAPTION)) {
      return Part.SMALL_PRINT;
    }
    return weighed || Wording.words(row.text()) < 2 ? Part.SHORT : Part.LONG;
  }

  private AccountedLine line(int i, Part part, int of, @Nullable String reason) {
    Line line = rows.get(i).line();
    return new AccountedLine(
        line.number(), line.text(), part, of < 0 ? 0 : rows.get(of).line().number(), reason);
  }

  /** Why it was refused; {@code null} when it was never weighed. */
  private @Nullable String reason(int i) {
    Supplier<Refusal> why = reasons.get(i);
    return why == null ? null : why.get().reason();
  }

  /** The rows that the body was made of, one behind the other. */
  private void markBody(String text, int first) {
    int at = 0;
    for (int i = first; i < rows.size() && at < text.length(); i++) {
      String row = rows.get(i).text();
      int end = at + row.length();
      if (text.startsWith(row, at)
          && (end == text.length() || " \n".indexOf(text.charAt(end)) >= 0)) {
        body.set(i);
        at = end;
        while (at < text.length() && " \n".indexOf(text.charAt(at)) >= 0) {
          at++;
        }
      }
    }
  }

  private @Nullable Part ofArticle(int i) {
    Articles.Found found = decided.reading().article().orElse(null);
    if (found == null) {
      return null;
    }
    Article article = found.article();
    Row row = rows.get(i);
    if (i == found.titleRow()) {
      return Part.ARTICLE_TITLE;
    }
    boolean head = i >= found.first() - ROWS_OF_CREDITS && i <= found.first() + ROWS_OF_CREDITS;
    boolean foot = i > found.last() - ROWS_OF_CREDITS && i <= found.last() + ROWS_OF_CREDITS;
    if (head || foot) {
      if (article.author() != null
          && row.text().contains(article.author())
          && (row.says(Cue.BYLINE) || Wording.words(row.text()) <= MOST_WORDS_OF_NAME)) {
        return Part.BYLINE;
      }
      Stamp stamp = row.stamp();
      if (row.isLabel() && stamp != null && isDateOf(article, stamp)) {
        return Part.DATE;
      }
    }
    if (!found.held().get(i)) {
      return null;
    }
    if (article.takeaways().contains(row.text())) {
      return Part.TAKEAWAY;
    }
    return body.get(i) ? Part.BODY : Part.ARTICLE;
  }

  private static boolean isDateOf(Article article, Stamp stamp) {
    String age = Stamps.part(stamp, true);
    String date = Stamps.part(stamp, false);
    return (age != null && age.equals(article.age()))
        || (date != null && date.equals(article.date()));
  }

  /** The headline whose record the row goes on with; -1 when with none. */
  private int titleOfTeaser(int i) {
    boolean inRecord = decided.reading().teasers().get(i);
    if (!inRecord && !rows.get(i).is(Kind.PROSE)) {
      return -1;
    }
    for (int j = i - 1; j >= Math.max(0, i - ROWS_OF_TEASER); j--) {
      Row above = rows.get(j);
      if (decided.headlines().isTaken(j)) {
        return j;
      }
      if (above.heads() || above.titleLike() || (!inRecord && above.line().bulleted())) {
        return -1;
      }
    }
    return -1;
  }
}
