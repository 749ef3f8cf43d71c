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

  private TitleFold() {}

  static String fold(String title) {
    String decomposed = Normalizer.normalize(title, Normalizer.Form.NFKD);
    String plain = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    String folded = REST.matcher(plain).replaceAll(" ").strip();
    return folded.isEmpty() ? title.strip() : folded; // a title of signs alone is its own fold
  }
}
