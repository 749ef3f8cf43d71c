package wellhead.indexer.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;

/**
 * Which line above the prose is the article's title.
 *
 * <p>The general habit: it stands alone between empty lines, has the words of a headline, a byline
 * or a date follow closely, and often stands a second time (document title, breadcrumb, list).
 */
final class Titles {

  private static final Pattern SITE = Pattern.compile("\\s+[|–—-]\\s+[^|–—\\s][^|–—]{1,38}$");

  private static final int ROWS_ABOVE = 70;

  /** A text always begins behind an empty line. */
  private static final int MOST_BY_CHANCE = 2;

  /** Of the text under a title, enough to see how its paragraphs are set. */
  private static final int ROWS_OF_PROSE = 4;

  /** More than any title earns by its looks. */
  private static final double SURE = 20;

  private static final int ROWS_TO_BYLINE = 6;

  /** Fewer may be a section's name. */
  private static final int FEWEST_WORDS_OF_TITLE = 5;

  private final List<Row> rows;
  private final boolean[] comment;
  private final String knownTitle;
  private final String known;

  private final Map<String, Integer> printed = new HashMap<>();

  Titles(List<Row> rows, boolean[] comment, @Nullable String known) {
    this.rows = rows;
    this.knownTitle = known == null ? "" : known;
    this.known = fold(knownTitle);
    this.comment = comment;
    for (Row row : rows) {
      printed.merge(fold(row.text()), 1, Integer::sum);
    }
  }

  /** The title's row above the prose that begins at {@code first}. */
  OptionalInt above(int first) {
    boolean silent = isSilent(first);
    int best = -1;
    double bestScore = 0;
    double cost = 0;
    for (int i = first - 1; i >= Math.max(0, first - ROWS_ABOVE); i--) {
      if (comment[i]) {
        break;
      }
      double score = score(i, silent) - cost;
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
      cost += cost(rows.get(i));
    }
    return best < 0
        ? OptionalInt.empty()
        : OptionalInt.of(silent && isSubtitleOfTop(best) ? 0 : aboveSubtitle(best));
  }

  /** A capture that begins with its title and, right below it, says more in more words. */
  private boolean isSubtitleOfTop(int best) {
    String top = rows.getFirst().text();
    return best == 1
        && !isSure(best)
        && rows.getFirst().is(Kind.TITLE)
        && Wording.words(top) >= FEWEST_WORDS_OF_TITLE
        && Wording.words(top) < Wording.words(rows.get(best).text());
  }

  /** The capture has no empty lines above a text and in it: its layout says nothing. */
  private boolean isSilent(int first) {
    return rows.stream().limit(first + ROWS_OF_PROSE).filter(r -> r.line().blankBefore()).count()
        <= MOST_BY_CHANCE;
  }

  /** Of two titles set alike above a byline, and no more than two, the second is a subtitle. */
  private int aboveSubtitle(int best) {
    boolean two =
        isSetAsTitle(best)
            && isSetAsTitle(best - 1)
            && !isSetAsTitle(best - 2)
            && !isSure(best)
            && bylineFollows(best);
    return two ? best - 1 : best;
  }

  private boolean isSetAsTitle(int i) {
    if (i < 0 || comment[i]) {
      return false;
    }
    Line line = rows.get(i).line();
    return rows.get(i).is(Kind.TITLE) && line.isolated() && !line.bulleted();
  }

  private boolean isSure(int i) {
    return isKnown(rows.get(i).text())
        || heads(rows.get(i).text())
        || rows.get(i).line().markup().heading() == 1;
  }

  private static double cost(Row row) {
    return switch (row.kind()) {
      case PROSE -> row.line().bulleted() ? .1 : 1;
      case DATED_TITLE -> .6;
      case CUE -> .02;
      case TITLE, OTHER, LABEL, DAY, NUMBER -> .05;
    };
  }

  private double score(int i, boolean silent) {
    Row row = rows.get(i);
    if (isKnown(row.text())) {
      return SURE + (row.line().isolated() ? 1 : 0);
    }
    boolean words =
        row.titleLike()
            || (row.is(Kind.OTHER)
                && Wording.couldBeHeadline(row.text())
                && !Bylines.isNames(row.text()));
    if (!words || (i > 0 && rows.get(i - 1).says(Cue.RELATED))) {
      return 0;
    }
    double score = row.is(Kind.TITLE) ? 1 : -1;
    score += silent ? 1 : row.line().isolated() ? 3 : opens(i) ? 1 : 0;
    score += row.line().markup().heading() == 1 ? 4 : row.line().markup().heading() > 1 ? 1 : 0;
    score += row.is(Kind.TITLE) && Wording.words(row.text()) >= 5 ? 1 : 0;
    score -= row.line().bulleted() ? 3 : 0;
    score -= silent || opens(i) ? 0 : 2;
    score += (silent || row.line().blankBefore()) && bylineFollows(i) ? 3 : 0;
    score += printed.getOrDefault(fold(row.text()), 0) > 1 ? 1 : 0;
    score += i > 0 && heads(row.text()) ? 4 : 0;
    return score;
  }

  /** Below an empty line, or below a date that stands right above its title. */
  private boolean opens(int i) {
    return rows.get(i).line().blankBefore()
        || (i > 0 && rows.get(i - 1).is(Kind.LABEL) && rows.get(i).line().blankAfter());
  }

  /**
   * The page says so itself, perhaps with the site's name behind it; the heading may have a kicker
   * before it.
   */
  private boolean isKnown(String text) {
    String folded = fold(text);
    return !known.isEmpty()
        && (folded.equals(known)
            || (isLong(text) && known.startsWith(folded))
            || (isLong(knownTitle) && folded.endsWith(known)));
  }

  /** Enough to be no section's name. */
  private static boolean isLong(String text) {
    return text.length() > 15 || Wording.words(text) >= 4;
  }

  /** The document's title stands at the very top, with the site's name behind it. */
  private boolean heads(String title) {
    Row top = rows.getFirst();
    return isLong(title) && top.text().length() > title.length() && top.text().startsWith(title);
  }

  private boolean bylineFollows(int i) {
    for (int j = i + 1; j < Math.min(rows.size(), i + 1 + ROWS_TO_BYLINE); j++) {
      Row row = rows.get(j);
      if (row.is(Kind.LABEL) || row.says(Cue.BYLINE) || row.says(Cue.READING_TIME)) {
        return true;
      }
      if (row.titleLike() && row.line().isolated()) {
        return false;
      }
    }
    return false;
  }

  /**
   * The title without a kicker ("Rail: ...") where the page prints it without one elsewhere, or
   * says so itself.
   */
  String withoutKicker(String title) {
    if (isLong(knownTitle)
        && fold(title).length() > known.length()
        && fold(title).endsWith(known)) {
      return knownTitle;
    }
    int colon = title.indexOf(": ");
    if (colon < 0 || Wording.words(title.substring(0, colon)) > 2) {
      return title;
    }
    String rest = title.substring(colon + 2);
    String folded = fold(rest);
    boolean elsewhere =
        Wording.words(rest) >= 3
            && rows.stream()
                .map(Row::text)
                .filter(t -> t.length() < 2 * title.length() && !t.endsWith(title))
                .anyMatch(t -> fold(t).endsWith(folded));
    return elsewhere ? rest : title;
  }

  /** A document's title without the site's name, which stands behind a bar or a dash. */
  static String withoutSite(String title) {
    Matcher site = SITE.matcher(title);
    return site.find() && Wording.words(title.substring(0, site.start())) >= 3
        ? title.substring(0, site.start())
        : title;
  }

  /** Its first 300 letters and digits, in small letters. */
  static String fold(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), MOST_FOLDED));
    for (int i = 0; i < text.length() && out.length() < MOST_FOLDED; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        out.appendCodePoint(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  private static final int MOST_FOLDED = 300;
}
