package wellhead.server.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts nodes together in the one form that a tree has. */
final class Nodes {
  private Nodes() {}

  /** All of them, nested ones spread out, adjacent words joined; {@code null} for none. */
  static @Nullable QueryNode all(List<QueryNode> parts) {
    var flat = new ArrayList<QueryNode>();
    for (QueryNode part : parts) {
      if (part instanceof QueryNode.All all) {
        all.of().forEach(p -> append(flat, p));
      } else if (!(part instanceof QueryNode.Everything)) {
        append(flat, part);
      }
    }
    if (flat.isEmpty()) {
      return parts.isEmpty() ? null : new QueryNode.Everything();
    }
    return flat.size() == 1 ? flat.getFirst() : new QueryNode.All(flat);
  }

  /** At least one of them; {@code null} for none. */
  static @Nullable QueryNode any(List<QueryNode> choices) {
    var flat = new ArrayList<QueryNode>();
    for (QueryNode choice : choices) {
      if (choice instanceof QueryNode.Any any) {
        flat.addAll(any.of());
      } else {
        flat.add(choice);
      }
    }
    return flat.isEmpty() ? null : flat.size() == 1 ? flat.getFirst() : new QueryNode.Any(flat);
  }

  private static void append(List<QueryNode> nodes, QueryNode next) {
    if (!nodes.isEmpty()
        && nodes.getLast() instanceof QueryNode.Words before
        && next instanceof QueryNode.Words words) {
      nodes.set(nodes.size() - 1, new QueryNode.Words(before.text() + " " + words.text()));
    } else {
      nodes.add(next);
    }
  }
}
