package wellhead.server.query;

import java.util.List;

/**
 * A query as it was read.
 *
 * @param warnings what was read leniently, each a sentence for the person who asked
 */
public record ParsedQuery(QueryNode root, List<String> warnings) {
  public ParsedQuery {
    warnings = List.copyOf(warnings);
  }

  /** The query as it was read, in the query language; parsing it gives the same tree. */
  public String understood() {
    return QueryPrinter.print(root);
  }
}
