package wellhead.indexer.page;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an address tells by its looks of what it leads to: an article's has a slug of many words, or
 * a long number, and a site's own pages have names that most sites give them.
 *
 * @param article it looks like that of one article
 * @param own it has the name of a page that a site has of itself, or of its sections and services
 * @param forum it has the name of a forum
 */
record LinkShape(boolean article, boolean own, boolean forum) {
  static final LinkShape NONE = new LinkShape(false, false, false);

  /** Words of a slug, and digits in a row, from which on it is one article's. */
  private static final int WORDS_OF_SLUG = 4;

  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{4}");
  private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]{0,20}:");
  private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);
  private static final Pattern SEGMENT = Pattern.compile("[/.]+");
  private static final Pattern WORD = Pattern.compile("[-_+]|%20");

  /** Of an address as a page has it, be it relative. */
  static LinkShape of(String target) {
    String whole = SCHEME.matcher(target.toLowerCase(Locale.ROOT)).replaceFirst("");
    boolean forum = false;
    boolean own = false;
    int longest = 0;
    for (String segment : SEGMENT.split(QUERY.matcher(whole).replaceFirst(""))) {
      forum |= WordLists.FORUM_ADDRESS.has(segment);
      own |= WordLists.OWN_ADDRESS.has(segment);
      longest = Math.max(longest, WORD.split(segment).length);
    }
    boolean article = longest >= WORDS_OF_SLUG || LONG_NUMBER.matcher(whole).find();
    return new LinkShape(article && !forum && !own, own, forum);
  }
}
