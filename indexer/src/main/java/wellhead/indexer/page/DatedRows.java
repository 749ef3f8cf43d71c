package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;

/**
 * Rows that all begin or all end in a date or an age ("Title 2023-10-09", "9 Min AgoTitle").
 *
 * <p>One such line tells nothing, for a title may end in a date of its own. A block whose rows do
 * it one and all is a list with a column of labels, even where the markup that kept label and title
 * apart left no space between them.
 */
final class DatedRows {

  private static final int FEWEST = 3;
  private static final double NEARLY_ALL = .8;

  /** "9 Oct 2023 14:20" and "vor etwa 3 Stunden" are the longest labels of a column. */
  private static final int MOST_WORDS_OF_LABEL = 5;

  /** The same, glued to the title. */
  private static final int LONGEST_LABEL = 28;

  private static final int LONGEST_ROW = 300;

  private static final Pattern COLON = Pattern.compile("\\s*:$");
  private static final Pattern SET_OFF = Pattern.compile("^[(\\[]|[)\\]]?\\s*:?$");

  private static final Pattern CREDIT =
      Pattern.compile("(?:\\s+[-–—|]\\s+[^-–—|,\\s]+(?: [^-–—|,\\s]+){0,3})?,$");

  private static final Pattern SECTION =
      Pattern.compile("\\p{Lu}[\\p{L}&]{1,20}(?:[ /-][\\p{L}&]{1,20}){0,2}(?=\\d)");

  private DatedRows() {}

  /** Marks the rows of such blocks in place. */
  static void mark(List<Row> rows) {
    int from = 0;
    while (from < rows.size()) {
      int to = from + 1;
      while (to < rows.size() && goesOn(rows.get(from), rows.get(to))) {
        to++;
      }
      if (to - from >= FEWEST) {
        mark(rows.subList(from, to), true);
        mark(rows.subList(from, to), false);
      }
      from = to;
    }
  }

  private static boolean goesOn(Row first, Row row) {
    return row.line().bulleted() == first.line().bulleted()
        && (first.line().bulleted() || !row.line().blankBefore())
        && !row.is(Kind.PROSE);
  }

  private static void mark(List<Row> block, boolean atEnd) {
    List<@Nullable Stamp> cuts = new ArrayList<>();
    boolean[] dated = new boolean[block.size()];
    int found = 0;
    for (int i = 0; i < dated.length; i++) {
      Row row = block.get(i);
      Stamp cut = isOpen(row) && hasDigit(row.text(), atEnd) ? cut(row.text(), atEnd) : null;
      Stamp known = row.stamp();
      cuts.add(cut);
      dated[i] =
          cut != null || (row.is(Kind.DATED_TITLE) && known != null && known.atEnd() == atEnd);
      found += dated[i] ? 1 : 0;
    }
    if (found < FEWEST - 1) {
      return; // most ages have a number: without any, "yesterday" is a word of the title
    }
    for (int i = 0; i < dated.length; i++) {
      Row row = block.get(i);
      boolean beside = (i > 0 && dated[i - 1]) || (i + 1 < dated.length && dated[i + 1]);
      if (!dated[i] && beside && isOpen(row)) {
        cuts.set(i, cutWord(row.text(), atEnd));
        dated[i] = cuts.get(i) != null;
      }
    }
    for (int from = 0; from < dated.length; from++) {
      int to = end(dated, from);
      if (to - from >= FEWEST) {
        mark(block.subList(from, to), cuts.subList(from, to));
      }
      from = Math.max(from, to - 1);
    }
  }

  /** Behind the column that begins here: a row without a label may stand in it, not two. */
  private static int end(boolean[] dated, int from) {
    int count = 0;
    int end = from;
    for (int i = from; i < dated.length && (dated[i] || (i > from && dated[i - 1])); i++) {
      count += dated[i] ? 1 : 0;
      end = dated[i] ? i + 1 : end;
    }
    return count >= FEWEST && count >= NEARLY_ALL * (end - from) ? end : from;
  }

  private static void mark(List<Row> column, List<@Nullable Stamp> cuts) {
    for (int i = 0; i < column.size(); i++) {
      Stamp label = cuts.get(i);
      if (label != null) {
        column.set(i, new Row(column.get(i).line(), Kind.DATED_TITLE, null, bare(label)));
      }
    }
  }

  /** Whether a label is glued to the beginning of a line. */
  static boolean opensGlued(String text) {
    return hasDigit(text, false) && glued(text, false, true).isPresent();
  }

  private static boolean isOpen(Row row) {
    return row.text().length() <= LONGEST_ROW
        && (row.is(Kind.TITLE) || row.is(Kind.OTHER) || (row.is(Kind.LABEL) && !isAlone(row)));
  }

  /** "Tuesday 7 July" is a label to its end. */
  private static boolean isAlone(Row row) {
    return row.stamp() != null && row.stamp().printed().equals(row.text());
  }

  private static boolean hasDigit(String text) {
    return text.codePoints().anyMatch(Character::isDigit);
  }

  private static boolean hasDigit(String text, boolean atEnd) {
    int from = atEnd ? Math.max(0, text.length() - LONGEST_LABEL) : 0;
    int to = atEnd ? text.length() : Math.min(text.length(), LONGEST_LABEL);
    return hasDigit(text.substring(from, to));
  }

  private static @Nullable Stamp cut(String text, boolean atEnd) {
    return glued(text, atEnd, true)
        .or(() -> atSpace(text, atEnd, DatedRows::standsInColumn))
        .or(() -> glued(text, atEnd, false))
        .or(() -> atEnd ? Optional.empty() : behindSection(text))
        .orElse(null);
  }

  /** "Yesterday Gas Prices Fell", "... Fell Sunday": what a column prints between its ages. */
  private static @Nullable Stamp cutWord(String text, boolean atEnd) {
    return atSpace(text, atEnd, DatedRows::isWordForDay)
        .or(() -> glued(text, atEnd, true))
        .or(() -> glued(text, atEnd, false))
        .orElse(null);
  }

  private static Optional<Stamp> atSpace(String text, boolean atEnd, Predicate<Stamp> allowed) {
    String[] words = text.split(" ");
    for (int n = Math.min(MOST_WORDS_OF_LABEL, words.length - 1); n > 0; n--) {
      int split = atEnd ? words.length - n : n;
      Optional<Stamp> cut =
          cut(
                  join(words, atEnd ? split : 0, atEnd ? words.length : split),
                  join(words, atEnd ? 0 : split, atEnd ? split : words.length),
                  atEnd)
              .filter(allowed);
      if (cut.isPresent()) {
        return cut;
      }
    }
    return Optional.empty();
  }

  /**
   * An age that opens a line stands there by itself or not at all, unless a colon sets it off;
   * dates open columns.
   */
  private static boolean standsInColumn(Stamp cut) {
    return hasDigit(cut.printed())
        && (cut.atEnd() || !cut.label().isRelative() || cut.printed().endsWith(":"));
  }

  /** A title goes on with a capital: "Today in Energy" is none that was printed today. */
  private static boolean isWordForDay(Stamp cut) {
    boolean word =
        switch (cut.label()) {
          case Label.CalendarDay day -> day.clock() == null;
          case Label.Weekday day -> day.clock() == null;
          case Label.JustNow now -> cut.atEnd();
          case Label.CalendarUnit unit -> cut.atEnd();
          case Label.Age age -> cut.atEnd();
          case Label.PartialDate date -> false;
          case Label.Date date -> false;
          case Label.OneOf one -> false;
        };
    return word
        && !hasDigit(cut.printed())
        && (cut.atEnd() || !Character.isLowerCase(cut.headline().codePointAt(0)));
  }

  /** Between a letter and a digit or a capital, the longest label that can be cut off. */
  private static Optional<Stamp> glued(String text, boolean atEnd, boolean plainly) {
    int most = Math.min(LONGEST_LABEL, text.length() - 2);
    for (int n = most; n > 1; n--) {
      int split = atEnd ? text.length() - n : n;
      if (!isSeam(text, split, plainly)) {
        continue;
      }
      String head = text.substring(0, split);
      String tail = text.substring(split);
      Optional<Stamp> cut =
          (atEnd ? cut(tail, head, true) : cut(head, tail, false))
              .filter(c -> hasDigit(c.printed()) || c.label().isRelative());
      if (cut.isPresent()) {
        return cut;
      }
    }
    return Optional.empty();
  }

  /** "Markets12 hours agoTitle": a section's name, the age and the title in one. */
  private static Optional<Stamp> behindSection(String text) {
    Matcher section = SECTION.matcher(text);
    return section.lookingAt()
        ? glued(text.substring(section.end()), false, true).filter(cut -> cut.label().isRelative())
        : Optional.empty();
  }

  private static boolean isSeam(String text, int at, boolean plainly) {
    int before = text.codePointBefore(at);
    int behind = text.codePointAt(at);
    if (Character.isWhitespace(before)
        || Character.isWhitespace(behind)
        || (Character.isDigit(before) && Character.isDigit(behind))) {
      return false;
    }
    boolean opens =
        (Character.isUpperCase(behind) && !Character.isUpperCase(before))
            || (Character.isDigit(behind) && Character.isLetter(before))
            || (Character.isLetter(before) && "\"“‘„«¿¡$€£([".indexOf(behind) >= 0);
    boolean spaceless = Wording.isSpaceless(before) || Wording.isSpaceless(behind);
    return plainly
        ? opens || spaceless
        : Character.isLowerCase(before) && Character.isLowerCase(behind);
  }

  private static Optional<Stamp> cut(String label, String title, boolean atEnd) {
    if (!LabelParser.mayHoldLabel(label)) {
      return Optional.empty();
    }
    String headline = atEnd ? withoutCredit(title) : title;
    return Wording.couldBeHeadline(headline)
        ? LabelParser.parse(COLON.matcher(label).replaceFirst(""))
            .map(l -> Stamp.beside(l, label, headline, atEnd))
        : Optional.empty();
  }

  /** "Title - Morning Post, 3 hours ago": who printed it, and the comma before the age. */
  private static String withoutCredit(String title) {
    return CREDIT.matcher(title).replaceFirst("");
  }

  /** The label without what sets it off from its title. */
  private static Stamp bare(Stamp cut) {
    String printed = Stamps.withoutName(SET_OFF.matcher(cut.printed()).replaceAll(""), cut.label());
    String headline = cut.atEnd() ? Stamps.withoutOpenBracket(cut.headline()) : cut.headline();
    return cut.printedAs(printed, headline);
  }

  private static String join(String[] words, int from, int to) {
    return String.join(" ", List.of(words).subList(from, to));
  }
}
