package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers before the rows of a list, without a full stop behind them: "1 Title", "2: Title".
 *
 * <p>The general habit: lists of what is read most are numbered, and extractors write the number
 * and the title on one line. One such line may be a title ("3 Reasons to Wait"), so only rows that
 * count from one are believed.
 */
final class RowNumbers {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}):?\\s+(?=\\P{javaLowerCase})");
  private static final int FEWEST = 3;

  /** A row may have lost its number. */
  private static final int MOST_MISSING = 1;

  /** A row may have small print or a teaser of its own. */
  private static final int MOST_LINES_BETWEEN = 3;

  private RowNumbers() {}

  /** The lines, the numbers of such lists made their bullets. */
  static List<Line> takenOff(List<Line> printed) {
    List<Line> lines = new ArrayList<>(printed);
    List<Integer> run = new ArrayList<>();
    int last = 0;
    for (int i = 0; i <= lines.size(); i++) {
      boolean over =
          i == lines.size() || (!run.isEmpty() && i - run.getLast() > MOST_LINES_BETWEEN + 1);
      int number = i == lines.size() ? 0 : number(lines.get(i));
      if (over || number == 1) {
        takeOff(lines, run);
        run.clear();
        last = 0;
      }
      if (number > last && number <= last + 1 + MOST_MISSING) {
        run.add(i);
        last = number;
      }
    }
    return lines;
  }

  private static void takeOff(List<Line> lines, List<Integer> run) {
    if (run.size() < FEWEST) {
      return;
    }
    for (int at : run) {
      Line line = lines.get(at);
      Matcher number = NUMBER.matcher(line.text());
      if (number.lookingAt()) {
        lines.set(at, line.bulleted(number.group()));
      }
    }
  }

  /** The number that opens a line; 0 when none does, or when it belongs to an age or a date. */
  private static int number(Line line) {
    Matcher number = NUMBER.matcher(line.text());
    return !number.lookingAt() || Stamps.opens(line.text()) ? 0 : Integer.parseInt(number.group(1));
  }
}
