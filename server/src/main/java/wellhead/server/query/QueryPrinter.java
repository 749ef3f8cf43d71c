package wellhead.server.query;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a tree in the query language, so that parsing it gives the same tree. */
final class QueryPrinter {
  /** A word that no sign or capital makes into something else. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!(?:OR|AND)$)[\\p{L}\\p{N}][\\p{L}\\p{N}.'+-]*");

  private QueryPrinter() {}

  static String print(QueryNode node) {
    return switch (node) {
      case QueryNode.Words words -> words.text();
      case QueryNode.Phrase phrase -> quoted(phrase.text());
      case QueryNode.Prefix prefix -> prefix.text() + "*";
      case QueryNode.Near near ->
          operand(near.left()) + " NEAR/" + near.distance() + " " + operand(near.right());
      case QueryNode.InText in -> in.scope().fieldName() + ":" + scoped(in.of());
      case QueryNode.Exactly exactly ->
          exactly.property().fieldName() + ":" + operand(exactly.value());
      case QueryNode.Before before -> "before:" + before.until();
      case QueryNode.After after -> "after:" + after.since();
      case QueryNode.All all ->
          all.of().stream().map(QueryPrinter::inAll).collect(Collectors.joining(" "));
      case QueryNode.Any any ->
          any.of().stream().map(QueryPrinter::inAny).collect(Collectors.joining(" OR "));
      case QueryNode.Not not -> "-" + value(not.of());
      case QueryNode.Everything everything -> "*";
    };
  }

  private static String inAll(QueryNode node) {
    return node instanceof QueryNode.Any ? bracketed(node) : print(node);
  }

  private static String inAny(QueryNode node) {
    boolean several = node instanceof QueryNode.All;
    return several || isSeveralWords(node) ? bracketed(node) : print(node);
  }

  /** Behind a colon, where another field would be read as a word. */
  private static String scoped(QueryNode node) {
    return node instanceof QueryNode.Words || node instanceof QueryNode.Phrase
        ? value(node)
        : bracketed(node);
  }

  /** Behind a minus. */
  private static String value(QueryNode node) {
    String printed = print(node);
    return switch (node) {
      case QueryNode.Words words ->
          isSeveralWords(words) || !Character.isLetter(printed.codePointAt(0))
              ? bracketed(node)
              : printed;
      case QueryNode.Phrase phrase -> printed;
      case QueryNode.InText in -> printed;
      case QueryNode.Exactly exactly -> printed;
      case QueryNode.Before before -> printed;
      case QueryNode.After after -> printed;
      case QueryNode.Prefix prefix -> bracketed(node);
      case QueryNode.Near near -> bracketed(node);
      case QueryNode.All all -> bracketed(node);
      case QueryNode.Any any -> bracketed(node);
      case QueryNode.Not not -> bracketed(node);
      case QueryNode.Everything everything -> bracketed(node);
    };
  }

  private static boolean isSeveralWords(QueryNode node) {
    return node instanceof QueryNode.Words words && words.text().indexOf(' ') >= 0;
  }

  private static String bracketed(QueryNode node) {
    return "(" + print(node) + ")";
  }

  private static String operand(String text) {
    return PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
