package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.LabelledLine;

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
    List<@Nullable LabelledLine> cuts = new ArrayList<>();
    boolean[] dated = new boolean[block.size()];
    int found = 0;
    for (int i = 0; i < dated.length; i++) {
      Row row = block.get(i);
      LabelledLine cut = isOpen(row) && hasDigit(row.text(), atEnd) ? cut(row.text(), atEnd) : null;
      LabelledLine known = row.stamp();
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
      if (!dated[i] && beside && isOpen(row) && !hasDigit(row.text(), atEnd)) {
        cuts.set(i, cut(row.text(), atEnd));
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

  private static void mark(List<Row> column, List<@Nullable LabelledLine> cuts) {
    for (int i = 0; i < column.size(); i++) {
      LabelledLine label = cuts.get(i);
      if (label != null) {
        column.set(i, new Row(column.get(i).line(), Kind.DATED_TITLE, null, label));
      }
    }
  }

  /** Whether a label is glued to the beginning of a line. */
  static boolean opensGlued(String text) {
    return hasDigit(text, false) && glued(text, false, true).isPresent();
  }

  private static boolean isOpen(Row row) {
    return row.text().length() <= LONGEST_ROW
        && (row.is(Kind.TITLE) || row.is(Kind.OTHER) || row.is(Kind.LABEL));
  }

  private static boolean hasDigit(String text, boolean atEnd) {
    int from = atEnd ? Math.max(0, text.length() - LONGEST_LABEL) : 0;
    int to = atEnd ? text.length() : Math.min(text.length(), LONGEST_LABEL);
    return text.substring(from, to).codePoints().anyMatch(Character::isDigit);
  }

  private static @Nullable LabelledLine cut(String text, boolean atEnd) {
    return glued(text, atEnd, true)
        .or(() -> atSpace(text, atEnd))
        .or(() -> glued(text, atEnd, false))
        .orElse(null);
  }

  private static Optional<LabelledLine> atSpace(String text, boolean atEnd) {
    String[] words = text.split(" ");
    for (int n = Math.min(MOST_WORDS_OF_LABEL, words.length - 1); n > 0; n--) {
      int split = atEnd ? words.length - n : n;
      Optional<LabelledLine> cut =
          cutDate(
              join(words, atEnd ? split : 0, atEnd ? words.length : split),
              join(words, atEnd ? 0 : split, atEnd ? split : words.length),
              atEnd);
      if (cut.isPresent()) {
        return cut;
      }
    }
    return Optional.empty();
  }

  /** Between a letter and a digit or a capital, the longest label that can be cut off. */
  private static Optional<LabelledLine> glued(String text, boolean atEnd, boolean plainly) {
    int most = Math.min(LONGEST_LABEL, text.length() - 2);
    for (int n = most; n > 1; n--) {
      int split = atEnd ? text.length() - n : n;
      if (!isSeam(text, split, plainly)) {
        continue;
      }
      String head = text.substring(0, split);
      String tail = text.substring(split);
      Optional<LabelledLine> cut = atEnd ? cut(tail, head, true) : cut(head, tail, false);
      if (cut.isPresent()) {
        return cut;
      }
    }
    return Optional.empty();
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

  private static Optional<LabelledLine> cut(String label, String title, boolean atEnd) {
    if (!Wording.couldBeHeadline(title)) {
      return Optional.empty();
    }
    boolean digit = label.chars().anyMatch(Character::isDigit);
    return LabelParser.parse(label)
        .filter(l -> digit || l.isRelative())
        .map(l -> new LabelledLine(l, label, title, atEnd));
  }

  /** An age that opens a line stands there by itself or not at all; dates open columns. */
  private static Optional<LabelledLine> cutDate(String label, String title, boolean atEnd) {
    return cut(label, title, atEnd).filter(l -> atEnd || !l.label().isRelative());
  }

  private static String join(String[] words, int from, int to) {
    return String.join(" ", List.of(words).subList(from, to));
  }
}
