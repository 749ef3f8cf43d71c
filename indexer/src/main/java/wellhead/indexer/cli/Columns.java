package wellhead.indexer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows for people, each column as wide as its widest cell. */
final class Columns {
  private final List<List<String>> rows = new ArrayList<>();

  /** The first row is the heading. */
  void row(Object... cells) {
    rows.add(Arrays.stream(cells).map(OneLine::of).toList());
  }

  void print(PrintWriter out) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).codePointCount(0, row.get(i).length()));
      }
    }
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i);
        line.append(cell);
        int padding = widths[i] - cell.codePointCount(0, cell.length()) + 2;
        line.append(i + 1 == columns ? "" : " ".repeat(padding));
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
