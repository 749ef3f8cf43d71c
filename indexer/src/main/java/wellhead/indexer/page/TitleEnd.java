package wellhead.indexer.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a title ends in that may be its source or its author, to be compared with its neighbours'.
 */
sealed interface TitleEnd {

  /** The title without it. */
  String cutOff(String title);

  /** All that the titles which end so have in common. */
  default TitleEnd whole(List<String> titles) {
    return this;
  }

  /** What a title ends in: brackets, a byline, or else its last word. */
  static TitleEnd of(String title) {
    if (Brackets.PRINTED.matcher(title).find()) {
      return new Brackets();
    }
    if (Byline.start(title) >= 0) {
      return new Byline();
    }
    return new Words(title.substring(title.lastIndexOf(' ') + 1));
  }

  /** "Title (Wire Service)", whatever the words. */
  record Brackets() implements TitleEnd {
    private static final Pattern PRINTED = Pattern.compile("\\s*\\(\\p{L}[^()]{1,40}\\)$");

    @Override
    public String cutOff(String title) {
      return PRINTED.matcher(title).replaceFirst("");
    }
  }

  /** "Title by Jane Doe", "Title — by Joe Bloggs", whoever it is. */
  record Byline() implements TitleEnd {
    private static final Pattern BY =
        Pattern.compile("\\s+(?:[|•·–—-]\\s+)?[Bb]y\\s+(\\S.{1,60})$");

    @Override
    public String cutOff(String title) {
      int start = start(title);
      return start < 0 ? title : title.substring(0, start);
    }

    private static int start(String title) {
      Matcher by = BY.matcher(title);
      return by.find() && Bylines.isNames(by.group(1)) ? by.start() : -1;
    }
  }

  /** The same words title after title; they may be glued, where the markup between is lost. */
  record Words(String words) implements TitleEnd {
    @Override
    public String cutOff(String title) {
      int start = title.length() - words.length();
      return start > 0 && title.endsWith(words) && isSeam(title, start)
          ? title.substring(0, start).strip()
          : title;
    }

    @Override
    public TitleEnd whole(List<String> titles) {
      String first = titles.getFirst();
      int common = titles.stream().mapToInt(title -> common(first, title)).min().orElse(0);
      for (int start = first.length() - common; start < first.length(); start++) {
        if (start > 0 && isSeam(first, start)) {
          return new Words(first.substring(start));
        }
      }
      return this;
    }

    private static int common(String a, String b) {
      int n = 0;
      while (n < a.length()
          && n < b.length()
          && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
        n++;
      }
      return n;
    }

    /** A word begins here, or a capital behind a small letter. */
    private static boolean isSeam(String title, int at) {
      char before = title.charAt(at - 1);
      char here = title.charAt(at);
      return Character.isLetterOrDigit(here)
          && (Character.isWhitespace(before)
              || (Character.isUpperCase(here)
                  && (Character.isLowerCase(before) || Character.isDigit(before))));
    }
  }
}
