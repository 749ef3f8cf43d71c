package wellhead.indexer.page;

import java.util.List;
import java.util.regex.Pattern;
import wellhead.indexer.page.Row.Kind;

/**
 * Cards that introduce a writer: a name, often printed twice (the picture's description and the
 * name), sentences about its bearer, and a link to more of the same.
 *
 * <p>The general habit: a card speaks of its writer in the third person and begins with the name.
 * An article's first sentence may begin with a word of its title, but not with a person's whole
 * name that stands alone above it.
 */
final class AuthorCards {
  private static final int MOST_NAME_WORDS = 4;
  private static final int MOST_SENTENCES = 4;

  /** "More Info", "View all posts", "Follow on ...": what a card's link says. */
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)(more|read more|view|see|follow|all (posts|articles|stories))\\b.{0,30}");

  private final List<Row> rows;

  private AuthorCards(List<Row> rows) {
    this.rows = rows;
  }

  /** Marks the rows of cards. */
  static void close(List<Row> rows, boolean[] closed) {
    var cards = new AuthorCards(rows);
    for (int i = 0; i < rows.size(); i++) {
      int end = closed[i] ? i : cards.end(i);
      for (; i < end; i++) {
        closed[i] = true;
      }
    }
  }

  /** Behind the card that begins here; {@code start} when none does. */
  private int end(int start) {
    String name = rows.get(start).text();
    if (!isNameLike(rows.get(start))) {
      return start;
    }
    int at = start + 1;
    boolean twice = at < rows.size() && rows.get(at).text().equals(name);
    at += twice ? 1 : 0;
    if (at >= rows.size() || !isSentence(at)) {
      return start;
    }
    boolean wholeName = Bylines.isNames(name) && begins(rows.get(at).text(), name);
    boolean firstWord = twice && begins(rows.get(at).text(), name.split("\\s+", 2)[0]);
    int more = more(at);
    if (more > 0 && (wholeName || firstWord)) {
      return more;
    }
    return wholeName && twice ? at + 1 : start; // a keyword may stand above a sentence, but once
  }

  /** Behind the link to more, where it follows within a few sentences; 0 when it does not. */
  private int more(int sentence) {
    for (int i = sentence + 1; i < rows.size() && i <= sentence + MOST_SENTENCES; i++) {
      if (MORE.matcher(rows.get(i).text()).matches()) {
        return i + 1;
      }
      if (!isSentence(i)) {
        return 0;
      }
    }
    return 0;
  }

  private boolean isNameLike(Row row) {
    return !row.line().bulleted()
        && !row.is(Kind.PROSE)
        && !row.is(Kind.CUE)
        && !row.is(Kind.DATED_TITLE)
        && Wording.words(row.text()) <= MOST_NAME_WORDS;
  }

  private boolean isSentence(int i) {
    return rows.get(i).is(Kind.PROSE) && !rows.get(i).line().bulleted();
  }

  private static boolean begins(String sentence, String words) {
    return words.length() >= 3
        && sentence.startsWith(words)
        && sentence.length() > words.length()
        && !Character.isLetterOrDigit(sentence.charAt(words.length()));
  }
}
