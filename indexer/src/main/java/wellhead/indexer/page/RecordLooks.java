package wellhead.indexer.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the records of a list look like, a letter a row, and what that tells of where they begin.
 *
 * <p>The general habit: the records of one list have one layout.
 */
final class RecordLooks {

  private final List<Row> rows;
  private final boolean[] closed;

  RecordLooks(List<Row> rows, boolean[] closed) {
    this.rows = rows;
    this.closed = closed;
  }

  /**
   * What stands between two labels is the end of one record and the beginning of the next. A list
   * begins and ends with a whole record, so the beginning is what also stands before the first
   * label, and the end is what also stands behind the last one. Positive when the title is in the
   * end (below its label), negative when in the beginning, 0 when neither or both may be.
   */
  int side(List<Integer> labels) {
    String typical = typical(labels);
    int first = labels.getFirst();
    int last = labels.getLast();
    String before = looks(Math.max(0, first - typical.length()), first);
    String behind = looks(last + 1, Math.min(rows.size(), last + 1 + typical.length()));
    int head = 0;
    while (head < before.length()
        && before.charAt(before.length() - 1 - head)
            == typical.charAt(typical.length() - 1 - head)) {
      head++;
    }
    int tail = 0;
    while (tail < behind.length() && behind.charAt(tail) == typical.charAt(tail)) {
      tail++;
    }
    boolean above = hasTitle(typical.substring(typical.length() - head));
    boolean below = hasTitle(typical.substring(0, tail));
    if (above && below && isWholeCapture(typical, labels)) {
      return 1;
    }
    return above == below ? 0 : below ? 1 : -1;
  }

  /**
   * The capture is nothing but titles, texts and labels, and both ends want the label in between:
   * the first title and text are the page's heading and what it says of itself, for a page has one
   * more often than a last record has no label.
   */
  private boolean isWholeCapture(String typical, List<Integer> labels) {
    return typical.indexOf('p') > 0
        && labels.getFirst() == typical.length()
        && rows.size() - 1 - labels.getLast() == typical.length();
  }

  private static boolean hasTitle(String looks) {
    return looks.indexOf('t') >= 0 || looks.indexOf('b') >= 0;
  }

  /** What mostly stands between two labels, a letter a row; empty when nothing does. */
  private String typical(List<Integer> labels) {
    Map<String, Integer> seen = new HashMap<>();
    String best = "";
    for (int k = 1; k < labels.size(); k++) {
      String between = looks(labels.get(k - 1) + 1, labels.get(k));
      int times = seen.merge(between, 1, Integer::sum);
      if (!between.isEmpty() && times > seen.getOrDefault(best, 0)) {
        best = between;
      }
    }
    return best;
  }

  private String looks(int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      out.append(closed[i] ? '#' : looks(rows.get(i)));
    }
    return out.toString();
  }

  private static char looks(Row row) {
    return switch (row.kind()) {
      case LABEL -> 'l';
      case DATED_TITLE, TITLE -> row.line().bulleted() ? 'b' : 't';
      case PROSE -> 'p';
      case CUE -> 'c';
      case NUMBER -> 'n';
      case OTHER -> row.line().bulleted() ? 'i' : 'o';
    };
  }
}
