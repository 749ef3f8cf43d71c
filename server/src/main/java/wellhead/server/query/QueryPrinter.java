package wellhead.server.query;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Writes a tree in the query language, so that parsing it gives the same tree. */
final class QueryPrinter {
  /** A word that no sign or capital makes into something else. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!(?:OR|AND)$)[\\p{L}\\p{N}][\\p{L}\\p{N}.'+-]*");

  private final StringBuilder printed = new StringBuilder();

  private QueryPrinter() {}

  /** Each node is written once, whatever it lies in. */
  static String print(QueryNode node) {
    var printer = new QueryPrinter();
    printer.write(node);
    return printer.printed.toString();
  }

  private void write(QueryNode node) {
    switch (node) {
      case QueryNode.Words words -> printed.append(words.text());
      case QueryNode.Phrase phrase -> printed.append(quoted(phrase.text()));
      case QueryNode.Prefix prefix -> printed.append(prefix.text()).append('*');
      case QueryNode.Near near ->
          printed
              .append(operand(near.left()))
              .append(" NEAR/")
              .append(near.distance())
              .append(' ')
              .append(operand(near.right()));
      case QueryNode.InText in -> {
        printed.append(in.scope().fieldName()).append(':');
        write(in.of(), !isScoped(in.of()));
      }
      case QueryNode.Exactly exactly ->
          printed
              .append(exactly.property().fieldName())
              .append(':')
              .append(operand(exactly.value()));
      case QueryNode.Before before -> printed.append("before:").append(before.until());
      case QueryNode.After after -> printed.append("after:").append(after.since());
      case QueryNode.All all -> join(all.of(), " ", one -> one instanceof QueryNode.Any);
      case QueryNode.Any any ->
          join(any.of(), " OR ", one -> one instanceof QueryNode.All || isSeveralWords(one));
      case QueryNode.Not not -> {
        printed.append('-');
        write(not.of(), !isExcluded(not.of()));
      }
      case QueryNode.Everything everything -> printed.append('*');
    }
  }

  private void write(QueryNode node, boolean bracketed) {
    if (bracketed) {
      printed.append('(');
    }
    write(node);
    if (bracketed) {
      printed.append(')');
    }
  }

  private void join(List<QueryNode> nodes, String between, Predicate<QueryNode> bracketed) {
    String before = "";
    for (QueryNode node : nodes) {
      printed.append(before);
      write(node, bracketed.test(node));
      before = between;
    }
  }

  /** Whether it stands behind a colon as it is; another field would be read as a word there. */
  private static boolean isScoped(QueryNode node) {
    return (node instanceof QueryNode.Words || node instanceof QueryNode.Phrase)
        && isExcluded(node);
  }

  /** Whether it stands behind a minus as it is. */
  private static boolean isExcluded(QueryNode node) {
    return switch (node) {
      case QueryNode.Words words ->
          !isSeveralWords(words) && Character.isLetter(words.text().codePointAt(0));
      case QueryNode.Phrase phrase -> true;
      case QueryNode.InText in -> true;
      case QueryNode.Exactly exactly -> true;
      case QueryNode.Before before -> true;
      case QueryNode.After after -> true;
      case QueryNode.Prefix prefix -> false;
      case QueryNode.Near near -> false;
      case QueryNode.All all -> false;
      case QueryNode.Any any -> false;
      case QueryNode.Not not -> false;
      case QueryNode.Everything everything -> false;
    };
  }

  private static boolean isSeveralWords(QueryNode node) {
    return node instanceof QueryNode.Words words && words.text().indexOf(' ') >= 0;
  }

  private static String operand(String text) {
    return PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
