package wellhead.server.web;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV as strictly as RFC 4180 writes it. */
final class Csv {
  private final String text;
  private int at;

  private Csv(String text) {
    this.text = text;
  }

  static List<List<String>> parse(String text) {
    var csv = new Csv(text);
    var rows = new ArrayList<List<String>>();
    while (csv.at < text.length()) {
      rows.add(csv.row());
    }
    return rows;
  }

  private List<String> row() {
    var row = new ArrayList<String>();
    row.add(field());
    while (text.startsWith(",", at)) {
      at++;
      row.add(field());
    }
    if (!text.startsWith("\r\n", at)) {
      throw new IllegalArgumentException("a row must end with CR LF: " + text.substring(at));
    }
    at += 2;
    return row;
  }

  private String field() {
    var field = new StringBuilder();
    if (!text.startsWith("\"", at)) {
      while (",\r\n\"".indexOf(text.charAt(at)) < 0) {
        field.append(text.charAt(at++));
      }
      return field.toString();
    }
    for (at++; ; at++) {
      if (text.startsWith("\"\"", at)) {
        at++;
      } else if (text.charAt(at) == '"') {
        at++;
        return field.toString();
      }
      field.append(text.charAt(at));
    }
  }
}
