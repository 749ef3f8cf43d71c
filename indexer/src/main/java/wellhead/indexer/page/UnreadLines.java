package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The lines of a text capture that are no row of the page by themselves: joined with another, or
 * taken off before the page was looked at.
 */
final class UnreadLines {
  /** Lines that were joined follow each other; between two of them so much may have been cut. */
  private static final int LETTERS_BETWEEN = 2_000;

  private final NavigableMap<Integer, List<AccountedLine>> rows;

  /**
   * The row that the last line was looked for in, its letters, and behind which of them it ended.
   */
  private int row;

  private String letters = "";
  private int at;

  private UnreadLines(NavigableMap<Integer, List<AccountedLine>> rows) {
    this.rows = rows;
  }

  /** The account of all lines, in the order of the capture. */
  static List<AccountedLine> added(List<AccountedLine> rows, List<PrintedLine> printed) {
    NavigableMap<Integer, List<AccountedLine>> byNumber = new TreeMap<>();
    for (AccountedLine row : rows) {
      byNumber.computeIfAbsent(row.line(), n -> new ArrayList<>()).add(row);
    }
    UnreadLines unread = new UnreadLines(byNumber);
    List<AccountedLine> all = new ArrayList<>(rows);
    for (PrintedLine line : printed) {
      if (!line.isBlank() && !byNumber.containsKey(line.number())) {
        all.add(unread.account(line));
      }
    }
    all.sort(Comparator.comparingInt(AccountedLine::line));
    return all;
  }

  private AccountedLine account(PrintedLine line) {
    String text = Lines.foldSpace(line.text());
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return new AccountedLine(line.number(), text, Part.MARKS, 0, null);
    }
    var above = rows.floorEntry(line.number());
    if (above != null && goesOn(above.getKey(), above.getValue(), letters(text))) {
      return new AccountedLine(line.number(), text, Part.WRAPPED, above.getKey(), null);
    }
    Part part = Phrases.FIELDS.match(text).isPresent() ? Part.FIELD : Part.NOTATION;
    return new AccountedLine(line.number(), text, part, 0, null);
  }

  private boolean goesOn(int number, List<AccountedLine> above, String line) {
    if (number != row) {
      row = number;
      letters = letters(above);
      at = 0;
    }
    int end = Math.min(letters.length(), at + LETTERS_BETWEEN + line.length());
    int found = letters.substring(at, end).indexOf(line);
    at += found < 0 ? 0 : found + line.length();
    return found >= 0;
  }

  /** Of what was one line before it was cut, if it was. */
  private static String letters(List<AccountedLine> rows) {
    return letters(rows.stream().map(AccountedLine::text).collect(Collectors.joining()));
  }

  /** Without digits where there are letters: extractors number their links. */
  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
    return letters.isEmpty() ? text.replaceAll("\\s", "") : letters.toString();
  }
}
