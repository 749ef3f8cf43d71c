package wellhead.indexer.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.LabelParser;

/**
 * A label that nobody can read ("3M ago", which may be minutes or months): it says more than the
 * neighbours of its title do, whatever that is, so its title is not placed between them.
 */
final class UnreadLabel {
  private static final Pattern AGO = Pattern.compile("(?iu)\\d{1,4}\\s?\\p{L}{1,9}\\.?\\s+ago\\b");
  private static final int LONGEST = 30;

  private UnreadLabel() {}

  /** At the head of a title, or on the line above or below it; {@code null} when there is none. */
  static @Nullable String at(List<Row> rows, int title) {
    Matcher head = AGO.matcher(rows.get(title).text());
    if (head.lookingAt() && LabelParser.parse(head.group()).isEmpty()) {
      return head.group();
    }
    return Stream.of(title + 1, title - 1)
        .filter(i -> i >= 0 && i < rows.size() && isBeside(rows, title, i))
        .map(i -> rows.get(i).text())
        .filter(text -> LabelParser.parse(text).isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static boolean isBeside(List<Row> rows, int title, int i) {
    Row row = rows.get(i);
    Place place = row.line().place();
    if (row.stamp() != null || row.text().length() > LONGEST) {
      return false;
    }
    if (place != null) {
      Place record = rows.get(title).line().place();
      return place.isInElement("time")
          && record != null
          && row.text().chars().anyMatch(Character::isDigit)
          && isOfNoOther(rows, title, i, record.shared(place));
    }
    return AGO.matcher(row.text()).matches() && !rows.get(Math.max(title, i)).line().blankBefore();
  }

  /** No other line of the smallest element around both stands beyond the label. */
  private static boolean isOfNoOther(List<Row> rows, int title, int i, Place record) {
    int beyond = i > title ? i + 1 : i - 1;
    Place place = beyond < 0 || beyond >= rows.size() ? null : rows.get(beyond).line().place();
    return i > title || place == null || !place.isIn(record);
  }
}
