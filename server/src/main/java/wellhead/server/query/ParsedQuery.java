package wellhead.server.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as it was read.
 *
 * @param root without what plain words for a time say
 * @param warnings what was read leniently, each a sentence for the person who asked
 * @param time the words that were read as a window; {@code null} when there were none
 */
public record ParsedQuery(QueryNode root, List<String> warnings, @Nullable TimeReading time) {
  public ParsedQuery {
    warnings = List.copyOf(warnings);
  }

  ParsedQuery(QueryNode root, List<String> warnings) {
    this(root, warnings, null);
  }

  /** The query as it was read, in the query language, its window last. */
  public String understood() {
    return QueryPrinter.print(whole());
  }

  /** What parsing {@link #understood} gives. */
  QueryNode whole() {
    if (time == null) {
      return root;
    }
    var parts = new ArrayList<QueryNode>();
    if (root instanceof QueryNode.All all) {
      parts.addAll(all.of());
    } else if (!(root instanceof QueryNode.Everything)) {
      parts.add(root);
    }
    @Nullable Instant since = time.since();
    if (since != null) {
      parts.add(new QueryNode.After(since));
    }
    @Nullable Instant until = time.until();
    if (until != null) {
      parts.add(new QueryNode.Before(until));
    }
    return parts.size() == 1 ? parts.getFirst() : new QueryNode.All(parts);
  }
}
