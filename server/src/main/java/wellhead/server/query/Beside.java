package wellhead.server.query;

/**
 * The words beside a place in a query, looked for from there: in a query of many signs each is
 * asked for its neighbours.
 */
final class Beside {
  private Beside() {}

  /** The word that ends before a position, or at it; empty when none does. */
  static String before(String query, int position) {
    int end = position;
    while (end > 0 && Character.isWhitespace(query.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && !Character.isWhitespace(query.charAt(start - 1))) {
      start--;
    }
    return query.substring(start, end);
  }

  /** The word that begins at a position, or behind it; empty when none does. */
  static String from(String query, int position) {
    int start = position;
    while (start < query.length() && Character.isWhitespace(query.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < query.length() && !Character.isWhitespace(query.charAt(end))) {
      end++;
    }
    return query.substring(start, end);
  }
}
