package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.LabelledLine;

/**
 * Rows that all begin or all end in a bare date ("Title 2023-10-09").
 *
 * <p>One such line tells nothing, for a title may end in a date of its own. A block whose rows do
 * it one and all is a list with a column of dates.
 */
final class DatedRows {

  private static final int FEWEST = 3;
  private static final double NEARLY_ALL = .8;

  /** "9 Oct 2023 14:20" is the longest date of a column. */
  private static final int MOST_WORDS_OF_DATE = 4;

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
    for (Row row : block) {
      boolean open = row.is(Kind.TITLE) || row.is(Kind.OTHER) || row.is(Kind.LABEL);
      cuts.add(open ? cut(row.text(), atEnd).orElse(null) : null);
    }
    long dated = cuts.stream().filter(c -> c != null).count();
    if (dated < FEWEST || dated < NEARLY_ALL * block.size()) {
      return;
    }
    for (int i = 0; i < block.size(); i++) {
      LabelledLine cut = cuts.get(i);
      if (cut != null) {
        block.set(i, new Row(block.get(i).line(), Kind.DATED_TITLE, null, cut));
      }
    }
  }

  private static Optional<LabelledLine> cut(String text, boolean atEnd) {
    String[] words = text.length() > LONGEST_ROW ? new String[0] : text.split(" ");
    for (int n = Math.min(MOST_WORDS_OF_DATE, words.length - 1); n > 0; n--) {
      int split = atEnd ? words.length - n : n;
      String date = join(words, atEnd ? split : 0, atEnd ? words.length : split);
      String title = join(words, atEnd ? 0 : split, atEnd ? split : words.length);
      if (date.chars().anyMatch(Character::isDigit) && Wording.couldBeHeadline(title)) {
        Optional<LabelledLine> cut =
            LabelParser.parse(date)
                .filter(l -> !l.isRelative())
                .map(l -> new LabelledLine(l, date, title, atEnd));
        if (cut.isPresent()) {
          return cut;
        }
      }
    }
    return Optional.empty();
  }

  private static String join(String[] words, int from, int to) {
    return String.join(" ", List.of(words).subList(from, to));
  }
}
