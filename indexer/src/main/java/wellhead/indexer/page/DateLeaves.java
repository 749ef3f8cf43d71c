package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;

/**
 * Dates that are printed on several lines: a time of day below its day, and dates like the leaf of
 * a calendar, the month over the day or the day over the month: "JUL", below it "08".
 *
 * <p>The general habit: cards of news carry such a leaf, and an extractor writes its parts on lines
 * of their own. One leaf alone may be chance, so a page must have several.
 */
final class DateLeaves {
  private static final Pattern PART =
      Pattern.compile("\\p{L}{3,10}\\.?(?:,? \\d{4})?|\\d{1,2}|\\d{4}");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?iu)\\d{1,2}[:.h]\\d{2}(?::\\d{2})?(?:\\s*(?:[ap]\\.?m\\.?|uhr|h))?(?: [A-Z]{2,4})?");

  private static final int LONGEST_DAY = 40;
  private static final int MOST_PARTS = 4;
  private static final int FEWEST = 2;

  private DateLeaves() {}

  /** The lines, with each leaf on one line. */
  static List<Line> joined(List<Line> lines) {
    return leaves(clocks(lines));
  }

  /** "12.09.2025", below it "15:51": a day and its time of day. */
  private static List<Line> clocks(List<Line> lines) {
    List<Line> out = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      if (i + 1 < lines.size() && isDayAbove(lines, i) && !headsMore(lines, i)) {
        out.add(joined(lines, i, 2));
        i++;
      } else {
        out.add(lines.get(i));
      }
    }
    return out;
  }

  private static boolean isDayAbove(List<Line> lines, int i) {
    return !lines.get(i + 1).bulleted()
        && isClock(lines.get(i + 1))
        && isDayAlone(lines.get(i))
        && LabelParser.parse(text(lines, i, 2)).filter(DateLeaves::isDay).isPresent();
  }

  /** Whether a further time of day stands below without a day of its own: the day heads both. */
  private static boolean headsMore(List<Line> lines, int day) {
    for (int i = day + 2; i < lines.size(); i++) {
      if (isClock(lines.get(i))) {
        return !isDayAbove(lines, i - 1);
      }
      if (isDayAlone(lines.get(i))) {
        return false;
      }
    }
    return false;
  }

  private static boolean isClock(Line line) {
    return CLOCK.matcher(line.text()).matches();
  }

  private static boolean isDayAlone(Line line) {
    return line.text().length() <= LONGEST_DAY
        && LabelParser.parse(line.text()).filter(DateLeaves::isDay).isPresent();
  }

  private static List<Line> leaves(List<Line> lines) {
    List<Line> out = new ArrayList<>(lines.size());
    int leaves = 0;
    for (int i = 0; i < lines.size(); ) {
      int parts = parts(lines, i);
      if (parts > 1) {
        out.add(joined(lines, i, parts));
        leaves++;
      } else {
        out.add(lines.get(i));
      }
      i += Math.max(1, parts);
    }
    return leaves >= FEWEST ? out : lines;
  }

  /** How many lines from here on are one leaf; 0 when none begins here. */
  private static int parts(List<Line> lines, int from) {
    int most = 0;
    while (most < MOST_PARTS && from + most < lines.size() && isPart(lines.get(from + most))) {
      most++;
    }
    for (int parts = most; parts > 1; parts--) {
      if (LabelParser.parse(text(lines, from, parts)).filter(DateLeaves::isDay).isPresent()) {
        return parts;
      }
    }
    return 0;
  }

  private static boolean isPart(Line line) {
    return !line.bulleted() && PART.matcher(line.text()).matches();
  }

  private static boolean isDay(Label label) {
    return label instanceof Label.Date || label instanceof Label.PartialDate;
  }

  private static Line joined(List<Line> lines, int from, int parts) {
    return lines
        .get(from)
        .withText(text(lines, from, parts))
        .ending(lines.get(from + parts - 1).blankAfter());
  }

  private static String text(List<Line> lines, int from, int parts) {
    StringBuilder text = new StringBuilder(lines.get(from).text());
    for (int i = from + 1; i < from + parts; i++) {
      text.append(' ').append(lines.get(i).text());
    }
    return text.toString();
  }
}
