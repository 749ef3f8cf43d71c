package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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

  private static final Pattern OPENS =
      Pattern.compile("\\s*(?:[•‣◦●○▪·*+o>–—-]\\s|\\d{1,3}[.)]\\s|#{1,6}\\s|_{3,}|-{3,}|={3,}).*");

  private final List<PrintedLine> lines;
  private final int[] widths;
  private final int width;

  private Wrapping(List<PrintedLine> lines) {
    this.lines = lines;
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
    return page.isWrapped() ? page.joined() : lines;
  }

  private boolean isWrapped() {
    if (width < NARROWEST || width > WIDEST) {
      return false;
    }
    int broken = 0;
    int goOn = 0;
    int pairs = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (isPair(i)) {
        pairs++;
        if (isBroken(i)) {
          broken++;
          goOn += goesOn(lines.get(i + 1).text().strip()) ? 1 : 0;
        }
      }
    }
    return broken >= FEWEST_BROKEN && broken >= FULL * pairs / 2 && goOn >= GOES_ON * broken;
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
        && !OPENS.matcher(next).matches()
        && Math.abs(indent(next) - indent(text)) <= MOST_SHIFTED;
  }

  private boolean isBroken(int i) {
    return widths[i] <= width + 1 && widths[i] + 1 + firstWord(lines.get(i + 1).text()) > width;
  }

  private static int firstWord(String text) {
    String stripped = text.strip();
    if (Wording.isSpaceless(stripped.codePointAt(0))) {
      return 2;
    }
    int space = stripped.indexOf(' ');
    return width(space < 0 ? stripped : stripped.substring(0, space));
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
        boolean spaceless =
            Wording.isSpaceless(running.codePointBefore(running.length()))
                && Wording.isSpaceless(more.codePointAt(0));
        boolean inAddress = isInAddress(running);
        running.append(spaceless || inAddress ? "" : " ").append(more);
      }
      boolean broken = i + 1 < lines.size() && isPair(i) && (isBroken(i) || isInAddress(running));
      if (!broken) {
        out.add(new PrintedLine(first, running.toString()));
        running.setLength(0);
      }
    }
    return out;
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
