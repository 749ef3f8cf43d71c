package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;

/**
 * The element of an HTML list in which a label stands with its title and with no other record.
 *
 * <p>The general habit: whatever tags a site uses, one of them encloses each record. The smallest
 * element around the label that also holds a title is that record, unless it holds other labels
 * with other titles: then the list is flat, and only the order of its lines can tell.
 */
final class LabelCell {

  /** No element tells: plain text, or a flat list. */
  static final int UNKNOWN = -2;

  /** An age is wrapped in a few elements, its record in a few more. */
  private static final int MOST_LEVELS = 12;

  /** A record's title is among the few rows around its label. */
  private static final int MOST_ROWS = 12;

  /** More titles than these under one label are a section with its own date. */
  private static final int MOST_TITLES = 3;

  private final List<Row> rows;
  private final boolean[] closed;
  private final int label;

  LabelCell(List<Row> rows, boolean[] closed, int label) {
    this.rows = rows;
    this.closed = closed;
    this.label = label;
  }

  /** The row of the title; {@link #UNKNOWN} when no element tells. */
  int title() {
    @Nullable Place place = rows.get(label).line().place();
    int from = label;
    int to = label;
    for (int level = 0; level < MOST_LEVELS && place != null; level++) {
      while (from > 0 && label - from < MOST_ROWS && isIn(from - 1, place)) {
        from--;
      }
      while (to + 1 < rows.size() && to - label < MOST_ROWS && isIn(to + 1, place)) {
        to++;
      }
      List<Integer> titles = titles(from, to);
      if (!titles.isEmpty()) {
        return choose(titles, from, to);
      }
      place = place.above();
    }
    return UNKNOWN;
  }

  private boolean isIn(int row, Place place) {
    Place other = rows.get(row).line().place();
    return other != null && other.isIn(place);
  }

  private List<Integer> titles(int from, int to) {
    List<Integer> titles = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      Row row = rows.get(i);
      boolean link = row.is(Kind.OTHER) && row.isHeadingLink();
      if (i != label && !closed[i] && (row.is(Kind.TITLE) || link)) {
        titles.add(i);
      }
    }
    return titles;
  }

  private int choose(List<Integer> titles, int from, int to) {
    if (titles.size() == 1) {
      return titles.getFirst();
    }
    boolean otherLabel = false;
    for (int i = from; i <= to; i++) {
      boolean between =
          i < label ? titles.stream().anyMatch(t -> t > from && t < label) : i > label;
      otherLabel |= i != label && rows.get(i).is(Kind.LABEL) && between;
    }
    List<Integer> headings =
        titles.stream().filter(t -> rows.get(t).line().markup().heading() > 0).toList();
    if (headings.size() == 1) {
      return headings.getFirst();
    }
    if (otherLabel || titles.size() > MOST_TITLES) {
      return UNKNOWN;
    }
    return titles.stream()
        .filter(t -> !rows.get(t).line().markup().linked().isEmpty())
        .findFirst()
        .orElse(titles.getFirst());
  }
}
