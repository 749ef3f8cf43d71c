package wellhead.server.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as it was read.
 *
 * @param warnings what was read leniently, each a sentence for the person who asked
 * @param time the words that were read as a window, which the root has as such; {@code null} when
 *     there were none
 */
public record ParsedQuery(QueryNode root, List<String> warnings, @Nullable TimeReading time) {
  public ParsedQuery {
    warnings = List.copyOf(warnings);
  }

  ParsedQuery(QueryNode root, List<String> warnings) {
    this(root, warnings, null);
  }

  /** The query as it was read, in the query language; parsing it gives the same tree. */
  public String understood() {
    return QueryPrinter.print(root);
  }
}
