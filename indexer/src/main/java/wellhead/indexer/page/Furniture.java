package wellhead.indexer.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines of a page's frame that no list of phrases can hold, because names and numbers vary. */
final class Furniture {

  /** "Download the Example app today": the verb, the article and the word at the end are fixed. */
  private static final Pattern APP =
      Pattern.compile("(?i)(download|get|try|install) (the|our|your) .{0,40}\\bapp\\b.{0,20}");

  /**
   * Quotes of a market: a short name, then a number with its currency, its sign, or another number
   * beside it. A headline's number stands in a sentence, and alone.
   */
  private static final Pattern QUOTE =
      Pattern.compile(
          "(?:\\p{L}[\\p{L}&/.’'-]*\\s+){1,5}"
              + "(?:[$€£]?\\d[\\d,.]*\\s*(?:USD|EUR|GBP|CAD|AUD|JPY|CNY|INR|RUB|NOK)\\b.{0,20}"
              + "|[+–-]\\s?\\d[\\d,.]*\\s*%?"
              + "|[$€£]?\\d[\\d,]*\\.\\d+\\s+[(+–-]?\\s?\\d[\\d,]*\\.\\d+.{0,20})");

  private static final Pattern DASHES = Pattern.compile("\\s[-–—|:]\\s");
  private static final Pattern REST = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final int SHORTEST_NAME = 4;

  private Furniture() {}

  static boolean isAppAdvert(String text) {
    return APP.matcher(text).matches();
  }

  static boolean isQuote(String text) {
    return text.chars().anyMatch(Character::isDigit) && QUOTE.matcher(text).matches();
  }

  /**
   * "Example News - All of It": a slogan begins with the site's own name, which is also its host's.
   *
   * @param source the host, such as {@code examplenews.com}; {@code null} when not known
   */
  static boolean isSlogan(String text, @Nullable String source) {
    if (source == null || begins(text) != begins(source)) {
      return false;
    }
    String first = fold(DASHES.split(text, 2)[0]);
    return first.length() >= SHORTEST_NAME
        && first.length() < fold(text).length()
        && first.equals(fold(source.split("\\.", 2)[0]));
  }

  /** What the folded text begins with; -1 when nothing is left of it. */
  private static int begins(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Character.isLetterOrDigit(text.codePointAt(i))) {
        return Character.toLowerCase(text.codePointAt(i));
      }
    }
    return -1;
  }

  private static String fold(String text) {
    return REST.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
