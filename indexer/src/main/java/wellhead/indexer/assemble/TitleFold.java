package wellhead.indexer.assemble;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What makes two printed titles the same: letters, digits and the signs that carry meaning in
 * energy news ({@code OPEC+}, {@code $7}, {@code 2%}, {@code E&P}). Case, accents, quotes, dashes
 * and spacing differ between two renderings of one title.
 */
final class TitleFold {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern REST = Pattern.compile("[^\\p{L}\\p{Nd}$%+&]+");

  private static final char ASCII_END = 128;

  private TitleFold() {}

  static String fold(String title) {
    String folded = title.chars().allMatch(c -> c < ASCII_END) ? foldAscii(title) : foldAny(title);
    return folded.isEmpty() ? title.strip() : folded; // a title of signs alone is its own fold
  }

  /** The same as {@link #foldAny} for most titles, which are folded many times in a run. */
  private static String foldAscii(String title) {
    var folded = new StringBuilder(title.length());
    boolean between = false;
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
      boolean kept =
          (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || "$%+&".indexOf(c) >= 0;
      if (!kept) {
        between = true;
        continue;
      }
      if (between && !folded.isEmpty()) {
        folded.append(' ');
      }
      between = false;
      folded.append(lower);
    }
    return folded.toString();
  }

  static String foldAny(String title) {
    String decomposed = Normalizer.normalize(title, Normalizer.Form.NFKD);
    String plain = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    return REST.matcher(plain).replaceAll(" ").strip();
  }
}
