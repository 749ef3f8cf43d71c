package wellhead.server.query;

import java.util.List;
import java.util.stream.Stream;

/** What a query asks for by words. */
public final class QueryWords {
  private QueryWords() {}

  /** The words and phrases that a story should have, as typed, in order. */
  public static List<String> of(QueryNode node) {
    return texts(node).toList();
  }

  /** Whether words are asked for by how they begin, anywhere in a query. */
  public static boolean expand(QueryNode node) {
    return switch (node) {
      case QueryNode.Prefix prefix -> true;
      case QueryNode.InText in -> expand(in.of());
      case QueryNode.Not not -> expand(not.of());
      case QueryNode.All all -> all.of().stream().anyMatch(QueryWords::expand);
      case QueryNode.Any any -> any.of().stream().anyMatch(QueryWords::expand);
      case QueryNode.Words words -> false;
      case QueryNode.Phrase phrase -> false;
      case QueryNode.Near near -> false;
      case QueryNode.Exactly exactly -> false;
      case QueryNode.Before before -> false;
      case QueryNode.After after -> false;
      case QueryNode.Everything everything -> false;
    };
  }

  /** Whether a story's link is asked for. */
  public static boolean hasLink(QueryNode node) {
    return switch (node) {
      case QueryNode.Exactly exactly -> exactly.property() == QueryNode.Property.LINK;
      case QueryNode.All all -> all.of().stream().anyMatch(QueryWords::hasLink);
      case QueryNode.Any any -> any.of().stream().anyMatch(QueryWords::hasLink);
      case QueryNode.Words words -> false;
      case QueryNode.Phrase phrase -> false;
      case QueryNode.Near near -> false;
      case QueryNode.InText in -> false;
      case QueryNode.Prefix prefix -> false;
      case QueryNode.Before before -> false;
      case QueryNode.After after -> false;
      case QueryNode.Not not -> false;
      case QueryNode.Everything everything -> false;
    };
  }

  private static Stream<String> texts(QueryNode node) {
    return switch (node) {
      case QueryNode.Words words -> Stream.of(words.text());
      case QueryNode.Phrase phrase -> Stream.of(phrase.text());
      case QueryNode.Near near -> Stream.of(near.left(), near.right());
      case QueryNode.InText in -> texts(in.of());
      case QueryNode.All all -> all.of().stream().flatMap(QueryWords::texts);
      case QueryNode.Any any -> any.of().stream().flatMap(QueryWords::texts);
      case QueryNode.Prefix prefix -> Stream.of();
      case QueryNode.Exactly exactly -> Stream.of();
      case QueryNode.Before before -> Stream.of();
      case QueryNode.After after -> Stream.of();
      case QueryNode.Not not -> Stream.of();
      case QueryNode.Everything everything -> Stream.of();
    };
  }
}
