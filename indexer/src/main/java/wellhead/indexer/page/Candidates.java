package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import wellhead.indexer.page.Candidate.Side;
import wellhead.indexer.page.Row.Kind;

/** Which lines may be headlines, each by itself: all that have two words beside their label. */
final class Candidates {
  private static final int LONGEST_TITLE = 260;
  private static final int FEWEST_WORDS_OF_LINK = 3;

  /** What text browsers print where an image has no words. */
  private static final Pattern IMAGE =
      Pattern.compile("\\[?[^\\s\\[\\]]{1,200}\\.(?i:jpe?g|png|gif|webp|svg|avif)\\]?");

  private Candidates() {}

  static List<Candidate> of(List<Row> rows) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean label = row.isLabel() || row.is(Kind.DAY);
      if (!label && !IMAGE.matcher(row.text()).matches()) {
        Candidate candidate = of(row, i);
        if (candidate.words().size() > 1 && candidate.title().length() <= LONGEST_TITLE) {
          candidates.add(candidate);
        }
      }
    }
    return candidates;
  }

  private static Candidate of(Row row, int at) {
    Stamp stamp = row.is(Kind.DATED_TITLE) || row.is(Kind.CUE) ? row.stamp() : null;
    String title = title(row, stamp);
    Side side = stamp == null ? Side.NONE : stamp.atEnd() ? Side.END : Side.START;
    return new Candidate(at, title, words(title), stamp, stamp == null ? -1 : at, side);
  }

  private static String title(Row row, @org.jspecify.annotations.Nullable Stamp stamp) {
    String linked = row.line().markup().linked();
    boolean most = linked.length() * 2 > row.text().length();
    boolean link =
        stamp == null
            ? most && words(linked).size() > 1
            : words(linked).size() >= FEWEST_WORDS_OF_LINK
                && row.text().contains(linked)
                && !linked.equals(row.text());
    String title = link ? linked : stamp == null ? row.text() : stamp.headline();
    if (row.says(Cue.RELATED)
        && words(Objects.requireNonNull(row.cue()).rest()).size() >= FEWEST_WORDS_OF_LINK) {
      title = row.cue().rest();
    }
    return Headlines.clean(title);
  }

  /** Words, with what joins them inside; signs of writing without spaces count by two. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int signs = 0;
    int from = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isOfWord(c)) {
        from = from < 0 ? i : from;
        signs += Wording.isSpaceless(c) ? 1 : 0;
      } else {
        boolean joins =
            from >= 0
                && "'’.-&+/".indexOf(c) >= 0
                && next < text.length()
                && isOfWord(text.codePointAt(next));
        if (from >= 0 && !joins) {
          words.add(text.substring(from, i));
          from = -1;
        }
      }
      i = next;
    }
    if (from >= 0) {
      words.add(text.substring(from));
    }
    for (int i = 0; signs > 3 && i < signs / 2; i++) {
      words.add("x");
    }
    return words;
  }

  /** A letter or a number of any kind. */
  private static boolean isOfWord(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
