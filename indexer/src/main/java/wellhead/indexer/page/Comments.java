package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.ParsedPage.Remark;
import wellhead.indexer.page.Row.Kind;

/**
 * Readers' comments: a name, a date or an age, and what was said.
 *
 * <p>The general habit: "NAME on DATE said:", or the name alone on a line and its date on the next.
 * A news list has a headline where a comment has a name.
 */
final class Comments {

  private static final Pattern SAID =
      Pattern.compile(
          "(?iuU)^(?<name>.{1,60}?)\\s+(?:on|am|le|el|em|il|op|dnia)\\s+(?<date>.{4,60}?)\\s*,?\\s*"
              + Sayings.SAID.any()
              + "\\s*:$");

  private static final Pattern SAYS =
      Pattern.compile("(?iuU)^(?<name>.{1,60}?)\\s+" + Sayings.SAYS.any() + "\\s*:$");

  /** "+ 7 more replies", "Reply", "12 likes": under a comment, not in it. */
  private static final Pattern MORE =
      Pattern.compile("(?iuU)^(?:\\+?\\s*\\d+\\s.{0,40}|" + Sayings.ANSWER.any() + ")$");

  /** Without a heading that announces comments, so many in the same form are needed. */
  private static final int FEWEST_WITHOUT_HEADING = 3;

  private static final int ROWS_TO_TEXT = 3;
  private static final int PARAGRAPHS_OF_ARTICLE = 6;

  private final List<Row> rows;
  private final boolean[] taken;
  private final List<Remark> remarks = new ArrayList<>();
  private int sure;

  Comments(List<Row> rows) {
    this.rows = rows;
    this.taken = new boolean[rows.size()];
    read();
  }

  List<Remark> remarks() {
    return remarks;
  }

  /** How many of them are announced, or say who said it and when. */
  int sure() {
    return sure;
  }

  /** The rows that belong to comments. */
  boolean[] taken() {
    return taken;
  }

  /**
   * @param from the row of the name
   * @param text the first row behind name and date
   */
  private record Opener(int from, int text, String author, @Nullable String date, boolean sure) {}

  private void read() {
    List<Opener> openers = new ArrayList<>();
    boolean announced = false;
    for (int i = 0; i < rows.size(); i++) {
      announced = announced(i, announced);
      Opener opener = opener(i, announced);
      if (opener != null && (openers.isEmpty() || opener.from() >= openers.getLast().text())) {
        openers.add(opener);
        i = opener.text() - 1;
      }
    }
    openers.removeIf(this::opensArticle);
    long cards = openers.stream().filter(o -> !o.sure() && isCard(o)).count();
    if (cards * 2 > openers.size()) {
      openers.removeIf(o -> !o.sure());
    }
    sure = (int) openers.stream().filter(Opener::sure).count();
    if (sure == 0 && openers.size() < FEWEST_WITHOUT_HEADING) {
      return;
    }
    for (int n = 0; n < openers.size(); n++) {
      Opener opener = openers.get(n);
      boolean last = n + 1 == openers.size();
      take(opener, last ? rows.size() : openers.get(n + 1).from());
    }
  }

  /** A name and a date above so many paragraphs are the byline of an article. */
  private boolean opensArticle(Opener opener) {
    if (SAID.matcher(rows.get(opener.from()).text()).matches()) {
      return false;
    }
    int paragraphs = 0;
    for (int i = opener.text(); i < rows.size() && !endsArticle(opener, i); i++) {
      paragraphs += rows.get(i).is(Kind.PROSE) ? 1 : 0;
      if (isHead(i)) {
        return true;
      }
    }
    return paragraphs >= (isBelowProse(opener) ? PARAGRAPHS_OF_ARTICLE : 2);
  }

  /** "By Jane Doe", then a date: an article begins here, and no comment holds one. */
  private boolean isHead(int i) {
    Row row = rows.get(i);
    return row.says(Cue.BYLINE)
        && !row.line().bulleted()
        && (row.stamp() != null || (i + 1 < rows.size() && rows.get(i + 1).is(Kind.LABEL)));
  }

  private boolean endsArticle(Opener opener, int i) {
    Row row = rows.get(i);
    boolean head = i < opener.text() + ROWS_TO_TEXT;
    return row.says(Cue.COMMENTS)
        || row.says(Cue.TAIL)
        || row.is(Kind.DATED_TITLE)
        || (row.is(Kind.LABEL) && !head);
  }

  /** Comments stand below what they are about. */
  private boolean isBelowProse(Opener opener) {
    return rows.subList(0, opener.from()).stream().anyMatch(r -> r.is(Kind.PROSE));
  }

  /** Above the name stands a headline: the name is its section or source, the text its teaser. */
  private boolean isCard(Opener opener) {
    return opener.from() > 0 && rows.get(opener.from() - 1).titleLike();
  }

  /** "Comments" among "Share", "Tweet" and "Save" is a button and heads nothing. */
  private boolean isButton(int i) {
    Row row = rows.get(i);
    boolean above = i > 0 && !row.line().blankBefore() && rows.get(i - 1).says(Cue.NOISE);
    boolean below =
        i + 1 < rows.size() && !row.line().blankAfter() && rows.get(i + 1).says(Cue.NOISE);
    return row.says(Cue.COMMENTS) && (above || below);
  }

  private boolean announced(int i, boolean before) {
    Row row = rows.get(i);
    if (row.says(Cue.COMMENTS) && !isButton(i)) {
      return true;
    }
    return before
        && !row.says(Cue.TAIL)
        && !row.says(Cue.NEWS)
        && !row.says(Cue.POPULAR)
        && !row.says(Cue.SPONSORED)
        && !row.says(Cue.LEGAL);
  }

  private @Nullable Opener opener(int i, boolean announced) {
    Row row = rows.get(i);
    boolean colon = row.text().endsWith(":");
    Matcher said = SAID.matcher(row.text());
    if (colon && said.matches() && Stamps.find(said.group("date")).isPresent()) {
      return new Opener(i, i + 1, said.group("name"), said.group("date").strip(), true);
    }
    Matcher says = SAYS.matcher(row.text());
    if (colon && says.matches() && i + 1 < rows.size() && rows.get(i + 1).is(Kind.LABEL)) {
      return new Opener(i, i + 2, says.group("name"), printed(rows.get(i + 1)), true);
    }
    if ((isName(row) && (announced || !row.line().bulleted()))
        && i + 1 < rows.size()
        && isBareLabel(rows.get(i + 1))
        && (textFollows(i + 2) || (announced && anyTextFollows(i + 2)))) {
      return new Opener(i, i + 2, name(row.text()), printed(rows.get(i + 1)), announced);
    }
    if (announced && row.is(Kind.LABEL) && row.stamp() != null && textFollows(i + 1)) {
      String name = name(row.stamp().headline());
      if (!name.isEmpty() && Bylines.isNickname(name)) {
        return new Opener(i, i + 1, name, printed(row), true);
      }
    }
    return null;
  }

  private static boolean isName(Row row) {
    return (row.is(Kind.OTHER) || row.is(Kind.TITLE))
        && Bylines.isNickname(row.text())
        && !MORE.matcher(row.text()).matches();
  }

  private static boolean isBareLabel(Row row) {
    Stamp stamp = row.stamp();
    return row.is(Kind.LABEL)
        && !row.line().bulleted()
        && stamp != null
        && Wording.words(stamp.headline()) <= 2;
  }

  private static String printed(Row row) {
    Stamp stamp = row.stamp();
    return stamp == null ? row.text() : stamp.printed();
  }

  private static String name(String text) {
    return text.replaceAll("(?iu)\\s*(?:[•·|/,:–—-]|\\bsays:?|\\bsaid:?|\\bwrote:?){1,9}+\\s*$", "")
        .strip();
  }

  /** Something is said, and it is no headline with a list behind it. */
  private boolean textFollows(int i) {
    for (int j = i; j < Math.min(rows.size(), i + ROWS_TO_TEXT); j++) {
      Row row = rows.get(j);
      if (row.is(Kind.PROSE)) {
        return true;
      }
      if (row.is(Kind.TITLE) || row.is(Kind.OTHER)) {
        return Wording.endsLikeSentence(row.text()) || !row.line().isolated();
      }
      if (!row.is(Kind.NUMBER) && !row.says(Cue.NOISE)) {
        return false;
      }
    }
    return false;
  }

  private boolean anyTextFollows(int i) {
    for (int j = i; j < Math.min(rows.size(), i + ROWS_TO_TEXT); j++) {
      Row row = rows.get(j);
      if (row.titleLike() || row.is(Kind.OTHER) || row.is(Kind.PROSE)) {
        return true;
      }
    }
    return false;
  }

  private void take(Opener opener, int next) {
    List<String> said = new ArrayList<>();
    int i = opener.text();
    boolean last = next == rows.size();
    boolean indented = opener.from() < rows.size() && rows.get(opener.from()).line().bulleted();
    int indent = rows.get(opener.from()).line().indent();
    for (; i < next; i++) {
      Row row = rows.get(i);
      if (isDatedHeadline(i) || (last && endsComments(row, said, indented, indent))) {
        break;
      }
      if (!row.is(Kind.CUE) && !row.is(Kind.NUMBER) && !MORE.matcher(row.text()).matches()) {
        said.add(row.text());
      }
    }
    for (int j = opener.from(); j < i; j++) {
      taken[j] = true;
    }
    remarks.add(new Remark(opener.author(), opener.date(), String.join("\n\n", said)));
  }

  /** A headline with its date below: a name above a date is shorter. */
  private boolean isDatedHeadline(int i) {
    return rows.get(i).titleLike()
        && !Bylines.isNickname(rows.get(i).text())
        && i + 1 < rows.size()
        && rows.get(i + 1).is(Kind.LABEL);
  }

  /** Behind the last comment the page goes on with something else. */
  private static boolean endsComments(Row row, List<String> said, boolean indented, int indent) {
    if ((row.is(Kind.CUE) && !row.says(Cue.NOISE)) || row.is(Kind.DATED_TITLE)) {
      return true;
    }
    if (indented) {
      return row.line().indent() <= indent;
    }
    return !said.isEmpty() && !row.is(Kind.PROSE) && !row.is(Kind.NUMBER);
  }
}
