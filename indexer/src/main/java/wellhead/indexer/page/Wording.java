package wellhead.indexer.page;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the words of one line look like, whatever the language: a sentence, a headline, a name. */
final class Wording {

  /** Longest headline seen is about 200 characters; beyond that a line is prose without its end. */
  private static final int LONGEST_HEADLINE = 220;

  /** Below this a line that ends like a sentence is a remark, a caption or a button. */
  private static final int SHORTEST_SENTENCE = 35;

  /** A headline has at least this many words, or it cannot be told from the name of a section. */
  static final int FEWEST_HEADLINE_WORDS = 4;

  /** Signs of writing without spaces that carry about one word: "石油价格上涨" is three words. */
  private static final double SIGNS_PER_WORD = 2;

  private static final int LETTERS_PER_WORD = 5;

  /** Longer than a headline and without a full stop: prose that an extractor cut, or a teaser. */
  private static final int SURELY_PROSE = 240;

  /** Thai, the first of them in Unicode. */
  private static final int FIRST_SPACELESS = 0x0E00;

  /** General punctuation and signs, which belong to no script of these, up to those of Han. */
  private static final int FIRST_MARK = 0x2000;

  private static final int FIRST_IDEOGRAPHIC_MARK = 0x2E80;

  private static final String SENTENCE_ENDS = ".!?。！？…।؟";
  private static final String CLOSERS = "\"'”’»)]】」』)*“ ";
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:^|[\\s(])(?:\\p{Lu}\\.)+$|\\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Gov|Sen|Dr|No|vs|p\\.m|a\\.m|etc|Mio|Mrd|zł)\\.$");
  private static final Pattern CAPTION =
      Pattern.compile(
          "©|\\(c\\) |"
              + "[(/|]\\s*(?:[^()/|]{0,30}\\b)?"
              + Sayings.ARCHIVE.or(Sayings.WIRE)
              + "\\b[^()]{0,40}\\)?$|"
              + "\\b(?:AP Photo|"
              + Sayings.ARCHIVE.any()
              + ")\\b[^.]{0,40}\\.?$|"
              + "\\((?:[^()]{0,30}\\b)?(?:Credit|"
              + Sayings.PICTURE.any()
              + ")\\b[^()]*\\)?$|"
              + "\\b"
              + Sayings.PICTURE.any()
              + "s?(?: credits?)?\\s*:\\s.{2,60}$|"
              + "^"
              + Sayings.PICTURE.any()
              + " (?:caption|copyright|source|credit)\\b");

  /** Each of the pattern's alternatives needs one of these; few lines have any. */
  private static final String[] CAPTION_WORDS =
      Stream.of(
              Set.of("©", "(c) ", "AP Photo", "Credit"),
              Sayings.ARCHIVE.all(),
              Sayings.PICTURE.all(),
              Sayings.WIRE.all())
          .flatMap(Set::stream)
          .toArray(String[]::new);

  private static final Pattern ADDRESS =
      Pattern.compile("https?://|www\\.|\\S@[^\\s@]+\\.\\S|^\\S+\\.(?:com|org|net)$");

  /** "728x90": the size of an advertisement's place. */
  private static final Pattern SIZE = Pattern.compile("\\b\\d{2,4}\\s?[x×]\\s?\\d{2,4}\\b");

  /** "Home › News › Oil": where in the site a page stands. */
  private static final Pattern BREADCRUMB = Pattern.compile("\\p{L}\\s*›\\s*\\p{L}|\\s»\\s");

  private Wording() {}

  /** How much text it is, so that writing without spaces counts as much as any. */
  static int weight(String text) {
    return Math.max(text.length(), LETTERS_PER_WORD * words(text));
  }

  /** Words by spaces; signs of writing without spaces count for half a word each. */
  static int words(String text) {
    int words = 0;
    int signs = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isSpaceless(c)) {
        signs++;
        inside = false;
      } else if (!inside && Character.isLetterOrDigit(c)) {
        words++;
        inside = true;
      } else if (inside && Character.isWhitespace(c)) {
        inside = false;
      }
    }
    return words + (int) Math.round(signs / SIGNS_PER_WORD);
  }

  static boolean isSpaceless(int c) {
    if (c < FIRST_SPACELESS || (c >= FIRST_MARK && c < FIRST_IDEOGRAPHIC_MARK)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  /** No letter in it: a count, a price, a rank. */
  static boolean hasNoWords(String text) {
    return text.codePoints().noneMatch(Character::isLetter);
  }

  static boolean endsLikeSentence(String text) {
    int at = text.length();
    while (at > 0 && CLOSERS.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    if (at == 0) {
      return false;
    }
    char end = text.charAt(at - 1);
    if (SENTENCE_ENDS.indexOf(end) < 0) {
      return false;
    }
    return end != '.' || !ABBREVIATION.matcher(tail(text.substring(0, at))).find();
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 20));
  }

  /** "... for a chat. […]": a sentence, and the sign that more follow. */
  private static boolean endsBeforeDots(String text) {
    String before = text.replaceFirst("\\s*(?:\\[(?:…|\\.\\.\\.)]|…|\\.\\.\\.)$", "");
    return before.length() < text.length() && endsLikeSentence(before);
  }

  /** Cut short by the page: "Iraq Lifts Oil Output by 80,000 ..." */
  static boolean truncated(String text) {
    return text.endsWith("...")
        || text.endsWith("…")
        || text.endsWith("[…]")
        || text.endsWith("[...]");
  }

  /** In words; what is longer and breaks off is a teaser. */
  private static final int LONGEST_TITLE = 20;

  /** A paragraph or a part of one. */
  static boolean isProse(String text) {
    if (text.length() >= SURELY_PROSE) {
      return !isGluedMenu(text) && words(text) > 20;
    }
    int words = words(text);
    if (words < 5 || isGluedMenu(text)) {
      return false;
    }
    boolean long_ = text.length() >= SHORTEST_SENTENCE || (spaceless(text) && words >= 8);
    if (!long_) {
      return false;
    }
    if (truncated(text)) {
      return text.length() > 150
          || words > LONGEST_TITLE
          || (words > 8 && (endsBeforeDots(text) || (text.length() > 100 && innerSentence(text))));
    }
    if (endsLikeSentence(text)) {
      char last = lastSign(text);
      boolean asks = last == '?' || last == '!' || last == '？' || last == '！';
      return !asks || text.length() > 120 || innerSentence(text);
    }
    return (text.length() > 130 && innerSentence(text))
        || (text.length() > 180 && lowerCaseShare(text) > .75)
        || (text.endsWith(":") && words > 9)
        || (text.endsWith(",") && words > 15);
  }

  private static boolean spaceless(String text) {
    return text.codePoints().filter(Wording::isSpaceless).count() * 2 > text.length();
  }

  private static char lastSign(String text) {
    int at = text.length();
    while (at > 1 && CLOSERS.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return text.charAt(at - 1);
  }

  /** Has a sentence end with another sentence behind it. */
  private static boolean innerSentence(String text) {
    for (int i = 20; i + 3 < text.length(); i++) {
      if (((SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0
              && (isSpaceless(text.codePointAt(i + 1))
                  || (text.charAt(i + 1) == ' ' && Character.isUpperCase(text.charAt(i + 2))))
              && Character.isLowerCase(text.charAt(i - 1)))
          || "。！？".indexOf(text.charAt(i)) >= 0)) {
        return true;
      }
    }
    return false;
  }

  private static double lowerCaseShare(String text) {
    long words = 0;
    long lower = 0;
    for (String word : text.split(" ")) {
      if (!word.isEmpty() && Character.isLetter(word.codePointAt(0))) {
        words++;
        lower += Character.isLowerCase(word.codePointAt(0)) ? 1 : 0;
      }
    }
    return words == 0 ? 0 : (double) lower / words;
  }

  /** Could be the headline of a story, seen by its words alone. */
  static boolean isHeadline(String text) {
    return words(text) >= FEWEST_HEADLINE_WORDS
        && (text.length() >= 18 || spaceless(text))
        && couldBeHeadline(text);
  }

  /** The same for a row that stands in a list of headlines, where two words are enough. */
  static boolean couldBeHeadline(String text) {
    if (text.length() > LONGEST_HEADLINE || words(text) < 2 || isProse(text) || endsInStop(text)) {
      return false;
    }
    int first = text.codePointAt(0);
    boolean begins =
        Character.isUpperCase(first)
            || Character.isDigit(first)
            || Character.isTitleCase(first)
            || isSpaceless(first)
            || Character.getType(first) == Character.OTHER_LETTER
            || "\"'“‘„«»‹¿¡([#$€£…@「『《【".indexOf(first) >= 0
            || startsLikeBrand(text);
    return begins
        && !text.endsWith(":")
        && !text.endsWith(",")
        && !isAddress(text)
        && !isCaption(text)
        && !isGluedMenu(text)
        && !isSeparated(text)
        && !text.endsWith("//")
        && !isSize(text)
        && letterShare(text) > .5;
  }

  private static boolean isAddress(String text) {
    boolean may =
        text.indexOf('@') >= 0
            || text.contains("://")
            || text.contains("www.")
            || text.endsWith(".com")
            || text.endsWith(".org")
            || text.endsWith(".net");
    return may && ADDRESS.matcher(text).find();
  }

  private static boolean isSize(String text) {
    boolean may = text.indexOf('x') >= 0 || text.indexOf('×') >= 0;
    return may && SIZE.matcher(text).find();
  }

  /** A full stop ends sentences, not headlines; three of them, or an abbreviation's, may. */
  private static boolean endsInStop(String text) {
    return endsLikeSentence(text) && !truncated(text) && ".。".indexOf(lastSign(text)) >= 0;
  }

  /** "eBay", "iPhone": names that begin small. */
  private static boolean startsLikeBrand(String text) {
    String word = text.split(" ", 2)[0];
    return word.chars().skip(1).anyMatch(Character::isUpperCase);
  }

  static boolean isCaption(String text) {
    return mayBeCaption(text) && CAPTION.matcher(text).find();
  }

  private static boolean mayBeCaption(String text) {
    for (String word : CAPTION_WORDS) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** All in capitals, beyond what a short headline may be: a notice. */
  static boolean shouts(String text) {
    return text.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase)
        && text.codePoints().anyMatch(Character::isLetter);
  }

  /** "MarketsWorldPoliticsMore": links whose spaces an extractor lost. */
  static boolean isGluedMenu(String text) {
    if (text.length() >= 2000) {
      return false;
    }
    int glued = 0;
    boolean small = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      glued += small && Character.isUpperCase(c) ? 1 : 0;
      small = c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c);
    }
    return glued > 2 && glued > Math.max(2, words(text) / 4);
  }

  /** "Login / Free Trial / Subscribe", "Today | 30 days | All": links in a row. */
  static boolean isSeparated(String text) {
    int bars = 0;
    boolean arrows = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bars += c == '|' || c == '·' || c == '•' ? 1 : 0;
      arrows |= c == '›' || c == '»';
    }
    int slash = text.indexOf(" / ");
    boolean slashes = slash >= 0 && text.indexOf(" / ", slash + 3) >= 0;
    return bars >= 2 || slashes || (arrows && BREADCRUMB.matcher(text).find());
  }

  private static double letterShare(String text) {
    int letters = 0;
    int signs = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      letters += Character.isLetter(c) ? 1 : 0;
      signs += Character.isWhitespace(c) ? 0 : 1;
    }
    return signs == 0 ? 0 : (double) letters / signs;
  }
}
