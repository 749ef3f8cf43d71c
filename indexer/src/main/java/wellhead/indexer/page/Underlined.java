package wellhead.indexer.page;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with {@code Words_of_a_link} underlined and headings as {@code ****** Words ******}, more
 * stars for a greater heading, as html2text prints pages.
 */
final class Underlined implements Notation {

  /** It may be an item of a list. */
  private static final Pattern HEADING =
      Pattern.compile("\\s*(?<item>[*+o#@-] +)?(?<stars>\\*{2,6})[ _](?=[^\\s*])");

  private static final Pattern END_OF_HEADING = Pattern.compile("[ _]{0,3}\\*{2,6}\\s*$");

  /** The words that stand for an image. */
  private static final Pattern IMAGE =
      Pattern.compile("\\[(?:[^\\[\\]]{0,300}_[^\\[\\]]{0,300}|[\\w%.-]{1,80}\\.\\w{3,4})\\]_?");

  /** As many, and of the lines with words so large a part. */
  private static final int FEWEST = 5;

  private static final double PART = .05;

  /** Stars and levels of one heading. */
  private static final int STARS_AND_LEVEL = 7;

  private static final int LONGEST_END = 20;

  static boolean isUsedIn(List<PrintedLine> lines) {
    return hasLinks(lines) || isUsed(lines, text -> opensHeading(text) && endsHeading(text));
  }

  /** Whether links are underlined: then spaces are, too, where a line is broken in a link. */
  static boolean hasLinks(List<PrintedLine> lines) {
    return isUsed(lines, Underlined::hasLink);
  }

  /** Three words or more, for two may be a file's name; an address has other marks, too. */
  private static boolean hasLink(String text) {
    int underlines = 0;
    boolean plain = true;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      if (c != ' ') {
        underlines += c == '_' && i > 0 && text.charAt(i - 1) != '_' ? 1 : 0;
        plain &= "[]/=%".indexOf(c) < 0;
      } else if (plain && underlines > 1) {
        return true;
      } else {
        underlines = 0;
        plain = true;
      }
    }
    return false;
  }

  private static boolean isUsed(List<PrintedLine> lines, Predicate<String> mark) {
    long printed = lines.stream().filter(line -> !line.isBlank()).count();
    long marked = lines.stream().filter(line -> mark.test(line.text())).count();
    return marked >= FEWEST && marked >= PART * printed;
  }

  /** Whether a heading begins in a line, or in the lines before it that were joined to it. */
  static boolean opensHeading(CharSequence line) {
    return HEADING.matcher(line).lookingAt();
  }

  static boolean endsHeading(CharSequence line) {
    CharSequence end = line.subSequence(Math.max(0, line.length() - LONGEST_END), line.length());
    return END_OF_HEADING.matcher(end).find();
  }

  /** What stood between a line and the next: an underline where a link was broken. */
  static String joint(CharSequence line, String next) {
    int last = line.length();
    while (last > 0 && line.charAt(last - 1) != ' ' && line.charAt(last - 1) != '_') {
      last--;
    }
    int space = next.indexOf(' ');
    String first = space < 0 ? next : next.substring(0, space);
    boolean inLink = last > 0 && line.charAt(last - 1) == '_';
    boolean goesOn =
        first.indexOf('_') > 0 || (space < 0 && Character.isLetter(next.codePointAt(0)));
    boolean hyphen =
        line.charAt(line.length() - 1) == '-' && Character.isLowerCase(next.codePointAt(0));
    return hyphen ? "" : inLink && goesOn ? "_" : " ";
  }

  @Override
  public Plain read(String line) {
    Matcher heading = HEADING.matcher(line);
    int level = heading.lookingAt() ? STARS_AND_LEVEL - heading.group("stars").length() : 0;
    String body = line;
    if (level > 0) {
      String words = line.substring(heading.end());
      body =
          Objects.requireNonNullElse(heading.group("item"), "")
              + (endsHeading(words)
                  ? words.substring(0, words.lastIndexOf("**")).replaceFirst("[ _*]{1,9}$", "")
                  : words);
    }
    String words = IMAGE.matcher(body).replaceAll("");
    String linked = "";
    for (String token : words.split("\\s+")) {
      linked = token.indexOf('_') > 0 && token.length() > linked.length() ? token : linked;
    }
    String text = words.replace('_', ' ');
    String link = Lines.foldSpace(linked.replace('_', ' '));
    boolean own = link.length() * 2 >= text.strip().length();
    return new Plain(text, new Markup(own ? link : null, null, own ? link : "", null, level, null));
  }
}
