package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wellhead.indexer.time.LabelParser;

/**
 * Text to lines: line ends of every system, list marks taken off, invisible characters gone.
 *
 * <p>Linear in the length of the text, whatever the length of one line.
 */
final class Lines {

  /**
   * Marks that extractors and authors set before a list row. "â€¢" and "Â·" are "•" and "·" read in
   * the wrong character set.
   */
  private static final Pattern BULLET =
      Pattern.compile(
          "(?:(?:â€¢|Â·|[•‣◦⁃∙·●○▪▫■□►▶▸➤»›])\\s*|[-*+>–—]\\s+|\\d{1,3}[.)]\\s+)(?=\\S)");

  /** What text browsers set before items of lists within lists. */
  private static final Pattern NESTED_BULLET = Pattern.compile("[o#@]\\s+(?=[^\\p{Ll}\\s])");

  /** Columns to the left of it. */
  private static final int NESTED = 4;

  private static final Pattern LONE_MARK = Pattern.compile("\\s*[•‣◦⁃∙·●○▪▫■□►▶▸➤*+–—-]\\s*");
  private static final int LONGEST_MARK = 20;
  private static final int FEWEST_LONE_MARKS = 2;

  /** An advertisement's own label, standing in the run of the text where a box was. */
  private static final Pattern INLINE_LABEL =
      Pattern.compile("\\bADVERTISEMENT\\b:?|\\([Cc]lick (?:\\w+ )?to enlarge\\)");

  /** What text browsers print where an image has no words. */
  private static final Pattern IMAGE =
      Pattern.compile(
          "\\[(?:IMG|INLINE|IMAGE|[^\\s\\[\\]]{1,200}\\.(?i:jpe?g|png|gif|webp|svg|avif)(?:\\?[^\\s\\[\\]]{1,200})?)\\]");

  private static final int LONGEST_BYLINE = 80;

  /** Shorter lines are no text. */
  private static final int SHORTEST_SIGNED = 400;

  /** "... in early December. By Ann Lee for Example.com". */
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?<=[.!?…”\"’)]\\s{1,3})(?iu:" + Sayings.AUTHOR.any() + ")\\s+(\\p{Lu}[^!?…:;]{2,60})$");

  /** A title that was escaped twice. */
  private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>");

  /** A line broken by its length is about as long as a line of mail or of a terminal. */
  private static final int SHORTEST_BROKEN = 55;

  private static final int LONGEST_WRAPPED = 110;

  /** A wrapped line falls short of the width by less than a long word. */
  private static final int LONGEST_WORD = 16;

  private static final int FEWEST_WORDS_OF_BROKEN = 6;
  private static final int FEWEST_WORDS_OF_REST = 2;
  private static final int TAIL_LOOKED_AT = 200;
  private static final int MOST_BULLETS = 2;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /**
   * Marks on one letter: as many as Unicode's stream-safe text format allows (UAX 15). A regular
   * expression that asks where a word ends walks back over all of them at each.
   */
  private static final int MOST_MARKS = 30;

  private static final int LONGEST_DATE_LINE = 300;

  private Lines() {}

  static List<Line> of(String text, Phrases phrases) {
    List<PrintedLine> all = PrintedLine.of(text);
    int end = NumberedLinks.listStart(all);
    List<PrintedLine> printed = withLoneMarks(Wrapping.undone(all.subList(0, end)));
    Notation notation = Notation.of(printed, all.subList(end, all.size()));
    List<Line> lines = new ArrayList<>();
    boolean blank = true;
    for (PrintedLine one : printed) {
      boolean added = add(lines, one.number(), notation.read(one.text()), blank, phrases);
      if (!added) {
        closeLast(lines);
      }
      blank = !added;
    }
    closeLast(lines);
    List<Line> whole = unwrapped(RowNumbers.takenOff(lines));
    joinBroken(whole, phrases);
    return GluedTitles.apart(whole);
  }

  /**
   * Sets the marks of a list before their items where an extractor wrote each on a line of its own.
   * One alone, or one above an age, may be a separator.
   */
  private static List<PrintedLine> withLoneMarks(List<PrintedLine> lines) {
    if (lines.stream().filter(line -> isMark(line.text())).count() < FEWEST_LONE_MARKS) {
      return lines;
    }
    List<PrintedLine> out = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      PrintedLine line = lines.get(i);
      PrintedLine below = i + 1 < lines.size() ? lines.get(i + 1) : line;
      boolean item =
          isMark(line.text())
              && below.text().codePoints().anyMatch(Character::isLetterOrDigit)
              && LabelParser.parse(below.text()).isEmpty();
      out.add(
          item
              ? new PrintedLine(below.number(), line.text().strip() + " " + below.text().strip())
              : line);
      i += item ? 1 : 0;
    }
    return out;
  }

  private static boolean isMark(String text) {
    return text.length() <= LONGEST_MARK && LONE_MARK.matcher(text).matches();
  }

  /**
   * Joins the lines of paragraphs that were wrapped at a width, as in mail and bulletins: all but
   * the last about as long as the longest, the last one ends like a sentence.
   */
  private static List<Line> unwrapped(List<Line> lines) {
    List<Line> out = new ArrayList<>();
    int from = 0;
    while (from < lines.size()) {
      int to = from + 1;
      while (to < lines.size() && !lines.get(to).blankBefore() && !lines.get(to).bulleted()) {
        to++;
      }
      List<Line> block = lines.subList(from, to);
      if (isWrapped(block)) {
        String text = block.stream().map(Line::text).collect(Collectors.joining(" "));
        out.add(block.getFirst().withText(text).ending(block.getLast().blankAfter()));
      } else {
        out.addAll(block);
      }
      from = to;
    }
    return out;
  }

  private static boolean isWrapped(List<Line> block) {
    int last = block.size() - 1;
    if (last < 1 || !Wording.endsLikeSentence(block.get(last).text())) {
      return false;
    }
    int longest = block.stream().limit(last).mapToInt(l -> l.text().length()).max().orElse(0);
    long ended = block.stream().limit(last).filter(l -> Wording.endsLikeSentence(l.text())).count();
    return longest >= SHORTEST_BROKEN
        && longest <= LONGEST_WRAPPED
        && ended * 2 <= last
        && block.get(last).text().length() <= longest + LONGEST_WORD
        && block.stream().limit(last).allMatch(l -> l.text().length() >= longest - LONGEST_WORD);
  }

  /**
   * Joins lines that were broken in the middle of a sentence: a long line without its end, and
   * right below it one that goes on in small letters.
   */
  private static void joinBroken(List<Line> lines, Phrases phrases) {
    int kept = 0;
    StringBuilder running = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Line last = kept == 0 ? null : lines.get(kept - 1);
      if (last != null && goesOn(last, running, line, phrases)) {
        running.append(' ').append(line.text());
        lines.set(kept - 1, last.ending(line.blankAfter()));
        continue;
      }
      if (kept > 0) {
        lines.set(kept - 1, lines.get(kept - 1).withText(running.toString()));
      }
      running.setLength(0);
      running.append(line.text());
      lines.set(kept++, line);
    }
    if (kept > 0) {
      lines.set(kept - 1, lines.get(kept - 1).withText(running.toString()));
    }
    lines.subList(kept, lines.size()).clear();
  }

  private static boolean goesOn(Line last, StringBuilder running, Line line, Phrases phrases) {
    String end = running.substring(Math.max(0, running.length() - TAIL_LOOKED_AT));
    return !line.blankBefore()
        && !line.bulleted()
        && running.length() >= SHORTEST_BROKEN
        && Character.isLowerCase(line.text().codePointAt(0))
        && !Wording.endsLikeSentence(end)
        && Wording.words(end) >= FEWEST_WORDS_OF_BROKEN
        && Wording.words(line.text()) >= FEWEST_WORDS_OF_REST
        && last.number() != line.number()
        && phrases.match(line.text()).isEmpty()
        && Stamps.find(line.text()).isEmpty()
        && !DatedRows.opensGlued(line.text());
  }

  private static void closeLast(List<Line> lines) {
    if (!lines.isEmpty() && !lines.getLast().blankAfter()) {
      lines.add(lines.removeLast().ending(true));
    }
  }

  private static boolean add(
      List<Line> lines, int number, Notation.Plain raw, boolean blank, Phrases phrases) {
    String visible = withoutMarkup(Cells.ofTable(visible(raw.text())));
    int indent = 0;
    while (indent < visible.length() && isSpace(visible.charAt(indent))) {
      indent++;
    }
    boolean before = blank;
    int had = lines.size();
    for (String piece : unsigned(pieces(visible, phrases))) {
      String words = piece;
      StringBuilder bullet = new StringBuilder();
      Matcher nested = NESTED_BULLET.matcher(words);
      if (indent >= NESTED && nested.lookingAt()) {
        bullet.append(nested.group().strip());
        words = words.substring(nested.end());
      }
      Matcher mark = BULLET.matcher(words);
      for (int n = 0; n < MOST_BULLETS && mark.lookingAt() && !isDate(words); n++) {
        bullet.append(mark.group().strip());
        words = words.substring(mark.end());
        mark = BULLET.matcher(words);
      }
      words = once(words);
      if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
        boolean own = raw.markup().linked().isEmpty() || words.contains(raw.markup().linked());
        Markup markup = own ? raw.markup() : Markup.NONE;
        lines.add(new Line(number, indent, bullet.toString(), words, before, false, markup));
        before = false;
      }
    }
    return lines.size() > had;
  }

  /** "Title Title": an image's words, and the link below it in the same words. */
  private static String once(String words) {
    int half = words.length() / 2;
    boolean twice =
        words.length() % 2 == 1
            && words.charAt(half) == ' '
            && words.indexOf(' ') < half
            && words.regionMatches(0, words, half + 1, half);
    return twice ? words.substring(0, half) : words;
  }

  /** "14. Januar 2020": the number is the day's, not the list's. */
  private static boolean isDate(String words) {
    return Character.isDigit(words.charAt(0))
        && words.length() < LONGEST_DATE_LINE
        && Stamps.opens(words);
  }

  /**
   * One line, or several where boxes were run into it: some extractors leave a run of spaces where
   * an element ended, so "... a barrel. Related: Another Story By A. Name" is three lines.
   */
  private static List<String> pieces(String line, Phrases phrases) {
    boolean may = line.contains("ADVERTISEMENT") || line.contains("lick ");
    boolean labelled = may && INLINE_LABEL.matcher(line).find();
    if (!labelled && !line.strip().contains("  ")) {
      return List.of(line);
    }
    List<String> pieces = new ArrayList<>();
    StringBuilder running = new StringBuilder();
    boolean listing = false; // behind the article: each part is a link
    for (String part : INLINE_LABEL.matcher(line).replaceAll("  $0  ").split("\\s{2,}")) {
      if (part.isBlank()) {
        continue;
      }
      Cue cue = phrases.match(part).map(Phrases.Match::cue).orElse(null);
      listing |= cue == Cue.TAIL;
      if (cue != null || listing) {
        flush(running, pieces);
        pieces.add(part);
      } else {
        running.append(running.isEmpty() ? "" : "  ").append(part);
      }
    }
    flush(running, pieces);
    return pieces;
  }

  /** The pieces, white space folded; of a text in one line that says at its end whose it is two. */
  private static List<String> unsigned(List<String> pieces) {
    List<String> out = new ArrayList<>();
    for (String piece : pieces) {
      String line = foldSpace(piece);
      Matcher byline = SIGNED.matcher(line).useTransparentBounds(true);
      boolean signed =
          line.length() >= SHORTEST_SIGNED
              && byline.region(line.length() - LONGEST_BYLINE, line.length()).find()
              && Bylines.name(byline.group(1)) != null;
      out.add(signed ? line.substring(0, byline.start()).strip() : line);
      if (signed) {
        out.add(byline.group().strip());
      }
    }
    return out;
  }

  private static void flush(StringBuilder running, List<String> pieces) {
    if (!running.isEmpty()) {
      pieces.add(running.toString());
      running.setLength(0);
    }
  }

  private static String withoutMarkup(String line) {
    String whole = line.indexOf('<') < 0 ? line : BREAK.matcher(line).replaceAll(" ");
    String words = whole.indexOf('[') < 0 ? whole : IMAGE.matcher(whole).replaceAll("");
    return words.codePoints().anyMatch(Character::isLetter) ? words : line;
  }

  /**
   * Drops what is never printed: byte order mark, soft hyphen, zero-width and direction marks, and
   * the combining marks that a letter cannot bear.
   */
  static String visible(String raw) {
    if (isPlain(raw)) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length());
    int marks = 0;
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      marks = isCombining(type) ? marks + 1 : 0;
      boolean printed = c == '\t' || (type != Character.CONTROL && type != Character.FORMAT);
      if ((printed || c == ZERO_WIDTH_JOINER) && marks <= MOST_MARKS) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  /** Nothing but what an English page is printed with: soon told, and true of most lines. */
  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < ' ' ? c != '\t' : c > '~' && (c < '\u2010' || c > '\u2027')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCombining(int type) {
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Every run of white space, no-break spaces included, to one space; none at the ends. */
  static String foldSpace(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSpace(c)) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
