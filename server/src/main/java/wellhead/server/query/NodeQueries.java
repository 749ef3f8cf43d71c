package wellhead.server.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import wellhead.schema.DocumentType;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.Keyword;
import wellhead.schema.LinkField;
import wellhead.schema.TextField;

/** Translates nodes of the tree into Lucene's queries, one method a kind of node. */
final class NodeQueries {
  /** All of a story's text. */
  static final TextQueries EVERYWHERE = new TextQueries(EnumSet.allOf(TextField.class));

  private static final TextQueries TITLE =
      new TextQueries(EnumSet.of(TextField.TITLE, TextField.EARLIER_TITLES));

  private static final TextQueries BODY =
      new TextQueries(EnumSet.of(TextField.TAKEAWAYS, TextField.BODY));

  private final Question.Window window;

  /** What was analysed already: a text is asked for once to be found and once to be taken apart. */
  private final Map<String, List<String>> analysed;

  private int words;

  /**
   * @param window how {@code before:} and {@code after:} inside of OR and minus meet an interval
   */
  NodeQueries(Question.Window window) {
    this(window, new HashMap<>());
  }

  private NodeQueries(Question.Window window, Map<String, List<String>> analysed) {
    this.window = window;
    this.analysed = analysed;
  }

  /** The same, counting its words anew. */
  NodeQueries again() {
    return new NodeQueries(window, analysed);
  }

  /** See {@link EnergyAnalysis#terms}. */
  List<String> analysed(String text) {
    return analysed.computeIfAbsent(text, EnergyAnalysis::terms);
  }

  /** What a node asks of a text; empty when it has no word. */
  Optional<Query> query(QueryNode node, TextQueries text) {
    return switch (node) {
      case QueryNode.Words words -> all(List.of(words), text);
      case QueryNode.Phrase phrase -> phrase(phrase, text);
      case QueryNode.Prefix prefix -> Optional.of(prefix(prefix, text));
      case QueryNode.Near near -> near(near, text);
      case QueryNode.InText in -> query(in.of(), scoped(in.scope()));
      case QueryNode.Exactly exactly -> Optional.of(new ConstantScoreQuery(exactly(exactly)));
      case QueryNode.Before before -> Optional.of(unscored(window.of(null, before.until())));
      case QueryNode.After after -> Optional.of(unscored(window.of(after.since(), null)));
      case QueryNode.All all -> all(all.of(), text);
      case QueryNode.Any any -> any(any, text);
      case QueryNode.Not not -> all(List.of(not), text);
      case QueryNode.Everything everything -> Optional.of(unscored(DocumentType.STORY.query()));
    };
  }

  /** All of the nodes; what is left out counts only beside something that is asked for. */
  Optional<Query> all(List<QueryNode> nodes, TextQueries text) {
    var required = new ArrayList<Query>();
    var optional = new ArrayList<Query>();
    var excluded = new ArrayList<Query>();
    for (QueryNode node : nodes) {
      if (node instanceof QueryNode.Words words) {
        words(words, text, required, optional);
      } else if (node instanceof QueryNode.Not not) {
        query(not.of(), text).ifPresent(excluded::add);
      } else {
        query(node, text).ifPresent(required::add);
      }
    }
    if (required.isEmpty()) {
      required.addAll(optional);
      optional.clear();
    }
    return together(required, optional, excluded);
  }

  private static Optional<Query> together(
      List<Query> required, List<Query> optional, List<Query> excluded) {
    if (required.isEmpty() && excluded.isEmpty()) {
      return Optional.empty();
    }
    if (required.size() == 1 && optional.isEmpty() && excluded.isEmpty()) {
      return Optional.of(required.getFirst());
    }
    var query = new BooleanQuery.Builder();
    required.forEach(q -> query.add(q, Occur.MUST));
    optional.forEach(q -> query.add(q, Occur.SHOULD));
    excluded.forEach(q -> query.add(q, Occur.MUST_NOT));
    if (required.isEmpty()) {
      query.add(DocumentType.STORY.query(), Occur.FILTER);
    }
    return Optional.of(query.build());
  }

  private void words(
      QueryNode.Words words, TextQueries text, List<Query> required, List<Query> optional) {
    List<String> terms = terms(words.text());
    boolean asks = RequestWords.ask(terms);
    for (int i = 0; i < terms.size(); i++) {
      String term = terms.get(i);
      boolean weak =
          FunctionWords.contain(term)
              || NewsWords.askAt(terms, i)
              || (asks && RequestWords.contain(term));
      (weak ? optional : required).add(text.word(term));
    }
  }

  private Optional<Query> phrase(QueryNode.Phrase phrase, TextQueries text) {
    List<String> terms = terms(phrase.text());
    return terms.isEmpty() ? Optional.empty() : Optional.of(text.phrase(terms));
  }

  private Query prefix(QueryNode.Prefix prefix, TextQueries text) {
    count(1);
    return text.prefix(prefix.text());
  }

  private Optional<Query> near(QueryNode.Near near, TextQueries text) {
    List<String> left = terms(near.left());
    List<String> right = terms(near.right());
    if (left.isEmpty() || right.isEmpty()) {
      List<String> rest = left.isEmpty() ? right : left;
      return rest.isEmpty() ? Optional.empty() : Optional.of(text.phrase(rest));
    }
    return Optional.of(text.near(left, right, near.distance()));
  }

  /** What a phrase looks for; empty when it has no word. */
  Optional<Sought> sought(QueryNode.Phrase phrase, TextQueries text) {
    return Optional.of(analysed(phrase.text()))
        .filter(terms -> !terms.isEmpty())
        .map(text::soughtPhrase);
  }

  /** What two words near each other look for; empty when none is one. */
  Optional<Sought> sought(QueryNode.Near near, TextQueries text) {
    List<String> left = analysed(near.left());
    List<String> right = analysed(near.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.of(left.isEmpty() ? right : left)
          .filter(rest -> !rest.isEmpty())
          .map(text::soughtPhrase);
    }
    return Optional.of(text.soughtNear(left, right, near.distance()));
  }

  static Query exactly(QueryNode.Exactly exactly) {
    return switch (exactly.property()) {
      case SOURCE -> Keyword.SOURCE.isInAnyCase(withoutWww(exactly.value()));
      case AUTHOR -> Keyword.AUTHOR.isInAnyCase(exactly.value());
      case LINK -> LinkField.is(exactly.value()).orElseGet(() -> new MatchNoDocsQuery("no link"));
    };
  }

  private Optional<Query> any(QueryNode.Any any, TextQueries text) {
    List<Query> choices = any.of().stream().flatMap(node -> query(node, text).stream()).toList();
    return choices.isEmpty() ? Optional.empty() : Optional.of(among(choices, Occur.SHOULD));
  }

  /** Sources that are hosts are kept without it. */
  private static String withoutWww(String source) {
    return source.toLowerCase(Locale.ROOT).startsWith("www.") ? source.substring(4) : source;
  }

  private List<String> terms(String text) {
    List<String> terms = analysed(text);
    count(terms.size());
    return terms;
  }

  private void count(int more) {
    words += more;
    if (words > Questions.MAX_WORDS) {
      throw new QuerySyntaxException(
          0, "the query asks for more than " + Questions.MAX_WORDS + " words: leave some out");
    }
  }

  private static Query among(Iterable<Query> queries, Occur occur) {
    var among = new BooleanQuery.Builder();
    queries.forEach(q -> among.add(q, occur));
    BooleanQuery built = among.build();
    return built.clauses().size() == 1 ? built.clauses().getFirst().query() : built;
  }

  private static Query unscored(Query query) {
    return new ConstantScoreQuery(query);
  }

  static TextQueries scoped(QueryNode.Scope scope) {
    return switch (scope) {
      case TITLE -> TITLE;
      case BODY -> BODY;
    };
  }
}
