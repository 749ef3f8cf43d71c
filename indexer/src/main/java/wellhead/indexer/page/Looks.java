package wellhead.indexer.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How much a line looks like a title by itself, by signs that hold on any page. */
final class Looks {
  private static final Pattern BYLINE = Pattern.compile("(?iuU)" + Sayings.AUTHOR.any() + "\\b");

  private Looks() {}

  /** In nats, by hand: it only has to tell a title from what stands beside it. */
  static double likeTitle(Row row, Candidate candidate) {
    int words = candidate.words().size();
    String title = candidate.title();
    double value = 1;
    value += words == 2 ? -2 : words == 3 ? -1.2 : words == 4 ? -.3 : 0;
    value -= words > 24 ? 2.2 : words > 16 ? .7 : 0;
    value -= words < 5 && isName(candidate.words()) ? 1 : 0;
    value -= Wording.isProse(row.text()) ? 2.5 : 0;
    value -= title.endsWith(".") && !title.endsWith("..") ? 1.5 : 0;
    value -= title.endsWith(":") || title.endsWith(",") ? 2 : 0;
    value -= Character.isLowerCase(title.codePointAt(0)) ? 1.5 : 0;
    value -= opensByline(title) ? 3 : 0;
    value -= row.is(Row.Kind.CUE) && !row.says(Cue.RELATED) ? 2.5 : 0;
    value -= Wording.couldBeHeadline(row.text()) ? 0 : .7;
    value += row.line().markup().heading() > 0 ? .7 : 0;
    value += row.line().isLink() ? .7 : 0;
    return value;
  }

  /** All words begin with a capital and none is a word of sentences: a name, a section. */
  static boolean isName(List<String> words) {
    boolean any = false;
    for (String word : words) {
      if (Character.isLetter(word.codePointAt(0))) {
        if (isFunction(word) || !Character.isUpperCase(word.codePointAt(0))) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** Its first word says that somebody paid for it: "Sponsored: Acme Halves the Cost". */
  static boolean isPaid(Row row) {
    Stamp stamp = row.stamp();
    String text = stamp == null || stamp.headline().isEmpty() ? row.text() : stamp.headline();
    List<String> words = Candidates.words(text);
    return !words.isEmpty() && WordLists.PAID.has(words.getFirst().toLowerCase(Locale.ROOT));
  }

  /** Begins with the word for an author. */
  static boolean opensByline(String text) {
    return BYLINE.matcher(text).lookingAt();
  }

  static boolean isFunction(String word) {
    return WordLists.FUNCTION.has(word.toLowerCase(Locale.ROOT));
  }
}
