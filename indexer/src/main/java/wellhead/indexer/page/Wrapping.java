package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wellhead.indexer.time.LabelParser;

/**
 * Undoes the wrapping of text dumps: lines that were broken because the next word did not fit.
 *
 * <p>The general habit: browsers and mailers that print to a terminal break each paragraph at one
 * width. A line is broken by them, and not ended by its author, exactly if the first word of the
 * next line would not have fitted. A page is taken for wrapped only when those next lines mostly go
 * on in small letters, as sentences do and lists of headlines do not.
 */
final class Wrapping {

  private static final int NARROWEST = 50;
  private static final int WIDEST = 140;
  private static final int FEWEST_BROKEN = 3;
  private static final double GOES_ON = .4;

  /** Of the broken lines of writing without small letters, so many fill the width. */
  private static final double FULL = .6;

  /** A few addresses are wider than the page. */
  private static final double WITHIN_WIDTH = .97;

  /** A dump sets the rest of an item under its first line, a little to the right or not. */
  private static final int MOST_SHIFTED = 6;

  private static final int LONGEST_LOOKED_AT = 2_000;
  private static final int LONGEST_HEADING = 500;
  private static final int LONGEST_LABEL = 80;

  private static final Pattern SIGNED =
      Pattern.compile("(?iU:" + Sayings.AUTHOR.any() + ")\\s+(?=\\p{Lu})");

  private static final Pattern ITEM = Pattern.compile("\\s*(?:[•‣◦●○▪□·*+o>–—-]|\\d{1,3}[.)])\\s+");

  private static final Pattern OPENS =
      Pattern.compile(ITEM.pattern() + ".*|\\s*(?:#{1,6}\\s|\\*{2,6}[ _]|_{3,}|-{3,}|={3,}).*");

  /** Of lines that hang below an item, so many were broken where items are wrapped. */
  private static final double HANGING = .6;

  /** How much more often broken lines go on in small letters than lines that were not. */
  private static final double MORE_OFTEN = 4;

  private static final double SELDOM = .15;

  private final List<PrintedLine> lines;
  private final boolean underlined;
  private final int[] widths;
  private final int width;

  private Wrapping(List<PrintedLine> lines) {
    this.lines = lines;
    this.underlined = Underlined.hasLinks(lines);
    this.widths = new int[lines.size()];
    List<Integer> running = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(lines.get(i).text());
      if (i > 0 && isPair(i - 1)) {
        running.add(widths[i - 1]);
      }
    }
    int[] sorted = running.stream().mapToInt(Integer::intValue).sorted().toArray();
    this.width =
        sorted.length == 0 ? 0 : sorted[(int) Math.ceil(WITHIN_WIDTH * (sorted.length - 1))];
  }

  /** The lines as their author ended them; the same list where nothing was wrapped. */
  static List<PrintedLine> undone(List<PrintedLine> lines) {
    Wrapping page = new Wrapping(lines);
    return page.underlined || page.isWrapped() ? page.joined() : lines;
  }

  private boolean isWrapped() {
    if (width < NARROWEST || width > WIDEST) {
      return false;
    }
    int broken = 0;
    int goOn = 0;
    int pairs = 0;
    int small = 0;
    int hanging = 0;
    int brokenHanging = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (isPair(i)) {
        pairs++;
        boolean cut = isBroken(i);
        boolean hangs = hangs(i);
        String next = lines.get(i + 1).text();
        boolean goesOn = goesOn(next.strip()) && !isLabel(next);
        broken += cut ? 1 : 0;
        small += goesOn ? 1 : 0;
        goOn += cut && goesOn ? 1 : 0;
        hanging += hangs ? 1 : 0;
        brokenHanging += cut && hangs ? 1 : 0;
      }
    }
    boolean prose = broken >= FULL * pairs / 2 && goOn >= GOES_ON * broken;
    boolean items = brokenHanging >= FEWEST_BROKEN && brokenHanging >= HANGING * hanging;
    double elsewhere = (small - goOn) / Math.max(1.0, pairs - broken);
    boolean told = goOn >= SELDOM * broken && goOn >= MORE_OFTEN * elsewhere * broken;
    return broken >= FEWEST_BROKEN && (prose || items || (told && goOn >= FEWEST_BROKEN));
  }

  /** The second line stands below the words of a list item, to the right of its mark. */
  private boolean hangs(int i) {
    Matcher item = ITEM.matcher(lines.get(i).text());
    return item.lookingAt() && indent(lines.get(i + 1).text()) == item.end();
  }

  private static boolean goesOn(String text) {
    int first = text.codePointAt(0);
    return Character.isLowerCase(first) || Wording.isSpaceless(first) || first == '(';
  }

  /** Two lines of one block, the second of which opens nothing of its own. */
  private boolean isPair(int i) {
    String text = lines.get(i).text();
    String next = lines.get(i + 1).text();
    return !text.isBlank()
        && !next.isBlank()
        && next.length() < LONGEST_LOOKED_AT
        && !opens(next)
        && Math.abs(indent(next) - indent(text)) <= MOST_SHIFTED;
  }

  private static boolean opens(String text) {
    int first = text.codePointAt(indent(text));
    return (!Character.isLetter(first) || first == 'o') && OPENS.matcher(text).matches();
  }

  private boolean isBroken(int i) {
    String next = lines.get(i + 1).text();
    return widths[i] <= width + 1
        && widths[i] + 1 + firstWord(next) > width
        && !isLabel(next)
        && !isLabel(lines.get(i).text());
  }

  private static boolean isLabel(String text) {
    return text.length() <= LONGEST_LABEL
        && (LabelParser.parse(text).isPresent() || isSigned(text.strip()));
  }

  /** "by Jane Doe - Jul 7, 2025, 9:10 am" begins in small letters, and goes on with nothing. */
  private static boolean isSigned(String text) {
    return SIGNED.matcher(text).lookingAt() && Stamps.find(text).isPresent();
  }

  private int firstWord(String text) {
    String stripped = text.strip();
    if (Wording.isSpaceless(stripped.codePointAt(0))) {
      return 2;
    }
    int end = 1;
    while (end < stripped.length()
        && !(stripped.charAt(end) == ' ' || isUnderline(stripped, end))) {
      end++;
    }
    return width(stripped.substring(0, end));
  }

  private boolean isUnderline(String text, int at) {
    return underlined && text.charAt(at) == '_';
  }

  /** Whether a line goes on below it: it was broken, or a heading or an address has no end yet. */
  private boolean goesOnBelow(int i, CharSequence running) {
    if (i + 1 == lines.size() || lines.get(i + 1).isBlank() || lines.get(i).isBlank()) {
      return false;
    }
    if (underlined && Underlined.opensHeading(running)) {
      return running.length() < LONGEST_HEADING && !Underlined.endsHeading(running);
    }
    return isPair(i) && (isBroken(i) || isInAddress(running));
  }

  private List<PrintedLine> joined() {
    List<PrintedLine> out = new ArrayList<>();
    StringBuilder running = new StringBuilder();
    int first = 0;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text();
      if (running.isEmpty()) {
        first = lines.get(i).number();
        running.append(text.stripTrailing());
      } else {
        String more = text.strip();
        running.append(joint(running, more)).append(more);
      }
      if (!goesOnBelow(i, running)) {
        out.add(new PrintedLine(first, running.toString()));
        running.setLength(0);
      }
    }
    return out;
  }

  private String joint(StringBuilder running, String more) {
    boolean spaceless =
        Wording.isSpaceless(running.codePointBefore(running.length()))
            && Wording.isSpaceless(more.codePointAt(0));
    if (spaceless
        || isInAddress(running)
        || "([/".indexOf(running.charAt(running.length() - 1)) >= 0) {
      return "";
    }
    return underlined ? Underlined.joint(running, more) : " ";
  }

  /** "[Title](/a-long-\naddress)": broken at a hyphen, which stays. */
  private static boolean isInAddress(CharSequence text) {
    int open = -1;
    for (int i = text.length() - 1; i > 0 && i > text.length() - LONGEST_LOOKED_AT; i--) {
      char c = text.charAt(i);
      if (c == ')' || c == ' ') {
        return false;
      }
      if (c == '(' && text.charAt(i - 1) == ']') {
        open = i;
        break;
      }
    }
    return open > 0;
  }

  private static int indent(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Columns on a terminal: signs of writing without spaces take two. */
  private static int width(String text) {
    String end = text.stripTrailing();
    if (end.length() > LONGEST_LOOKED_AT) {
      return end.length();
    }
    return end.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return c >= 0x2E80 && (Wording.isSpaceless(c) || (c >= 0x3000 && c <= 0x30FF) || c >= 0xFF01);
  }
}
