package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Titles that an extractor set side by side without a space: "... books from websiteWells Agrees to
 * ...". They were links in one row, which styles draw apart.
 *
 * <p>The general habit: a word that begins small has no capital and no digit in its middle, but for
 * names such as "eBay"; so where it has, and what stands on both sides could be a headline, two
 * headlines meet. A word that begins with a capital may be a name ("ExxonMobil"): it is cut only on
 * pages whose extractor is known for it.
 */
final class GluedTitles {
  private static final int FEWEST_LINES = 3;

  /** "eBay", "mRNA", "DeVos", "McDonald": names begin with few letters. */
  private static final int FEWEST_SMALL = 3;

  /** Rows of links are long, but not as long as a text. */
  private static final int LONGEST = 600;

  private final boolean names;

  private GluedTitles(boolean names) {
    this.names = names;
  }

  /** The lines, with each title on its own. */
  static List<Line> apart(List<Line> lines) {
    GluedTitles careful = new GluedTitles(false);
    long sure = lines.stream().filter(line -> careful.pieces(line.text()).size() > 1).count();
    if (sure == 0) {
      return lines;
    }
    GluedTitles page = new GluedTitles(sure >= FEWEST_LINES);
    List<Line> out = new ArrayList<>(lines.size());
    for (Line line : lines) {
      List<String> pieces = page.pieces(line.text());
      for (int i = 0; i < pieces.size(); i++) {
        Line piece = pieces.size() == 1 ? line : line.piece(pieces.get(i), i == 0);
        out.add(piece.ending(line.blankAfter() && i == pieces.size() - 1));
      }
    }
    return out;
  }

  private List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    int word = 0;
    for (int i = 1; i < text.length() && text.length() <= LONGEST; i++) {
      if (text.charAt(i - 1) == ' ') {
        word = i;
      } else if (isSeam(text, word, i) && areTitles(text.substring(from, i), text.substring(i))) {
        pieces.add(text.substring(from, i));
        from = i;
        word = i;
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private boolean isSeam(String text, int word, int at) {
    if (!Seam.parts(text.codePointBefore(at), text.codePointAt(at))) {
      return false;
    }
    boolean begins = Character.isUpperCase(text.charAt(at)) || Character.isDigit(text.charAt(at));
    boolean long_ = at - word >= FEWEST_SMALL && begins;
    boolean small = Character.isLowerCase(text.charAt(word));
    boolean name = names && Character.isUpperCase(text.charAt(word));
    return long_ && (small || (name && Character.isLowerCase(text.charAt(at - 1))));
  }

  private static boolean areTitles(String before, String behind) {
    return Wording.isHeadline(before)
        && !Rows.opensSmallPrint(before) // "12 points by somebodyElse"
        && Wording.words(behind) >= Wording.FEWEST_HEADLINE_WORDS;
  }
}
