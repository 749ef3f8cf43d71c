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
  private UnreadLines() {}

  /** The account of all lines, in the order of the capture. */
  static List<AccountedLine> added(List<AccountedLine> rows, List<PrintedLine> printed) {
    NavigableMap<Integer, List<AccountedLine>> byNumber = new TreeMap<>();
    for (AccountedLine row : rows) {
      byNumber.computeIfAbsent(row.line(), n -> new ArrayList<>()).add(row);
    }
    List<AccountedLine> all = new ArrayList<>(rows);
    for (PrintedLine line : printed) {
      if (!line.isBlank() && !byNumber.containsKey(line.number())) {
        all.add(account(line, byNumber));
      }
    }
    all.sort(Comparator.comparingInt(AccountedLine::line));
    return all;
  }

  private static AccountedLine account(
      PrintedLine line, NavigableMap<Integer, List<AccountedLine>> rows) {
    String text = Lines.foldSpace(line.text());
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return new AccountedLine(line.number(), text, Part.MARKS, 0, null);
    }
    var above = rows.floorEntry(line.number());
    if (above != null && letters(above.getValue()).contains(letters(text))) {
      return new AccountedLine(line.number(), text, Part.WRAPPED, above.getKey(), null);
    }
    Part part = Phrases.FIELDS.match(text).isPresent() ? Part.FIELD : Part.NOTATION;
    return new AccountedLine(line.number(), text, part, 0, null);
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
