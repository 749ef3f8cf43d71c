package wellhead.server.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import wellhead.schema.DocumentType;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.Keyword;
import wellhead.schema.TextField;

/** Translates the tree into Lucene's queries, one method a kind of node. */
public final class Questions {
  /** Words that one query may ask for. */
  public static final int MAX_WORDS = 500;

  private static final TextQueries EVERYWHERE = new TextQueries(EnumSet.allOf(TextField.class));

  private static final TextQueries TITLE =
      new TextQueries(EnumSet.of(TextField.TITLE, TextField.EARLIER_TITLES));

  private static final TextQueries BODY =
      new TextQueries(EnumSet.of(TextField.TAKEAWAYS, TextField.BODY));

  private final Question.Window window;
  private int words;

  private Questions(Question.Window window) {
    this.window = window;
  }

  /**
   * Translates a query.
   *
   * @param window how {@code before:} and {@code after:} inside of OR and minus meet an interval
   * @throws QuerySyntaxException when it asks for too much, or for nothing that is a word
   */
  public static Question translate(ParsedQuery query, Question.Window window) {
    return new Questions(window).translate(query.root());
  }

  /**
   * A word anywhere in a story, as every word of a query is asked.
   *
   * @param term as analysed
   */
  public static Query word(String term) {
    return EVERYWHERE.word(term);
  }

  /**
   * Whether a word can say what a text is about, as function words and words of asking do not.
   *
   * @param term as analysed
   */
  public static boolean isSubject(String term) {
    return !FunctionWords.contain(term) && !RequestWords.contain(term);
  }

  private Question translate(QueryNode root) {
    var content = new ArrayList<QueryNode>();
    var filters = new ArrayList<Query>();
    var exclusions = new ArrayList<Query>();
    Instant since = null;
    Instant until = null;
    Optional<Question.Either> either = Optional.empty();
    for (QueryNode part : root instanceof QueryNode.All all ? all.of() : List.of(root)) {
      switch (part) {
        case QueryNode.Exactly exactly -> filters.add(exactly(exactly));
        case QueryNode.Not not -> query(not.of(), EVERYWHERE).ifPresent(exclusions::add);
        case QueryNode.After after ->
            since = since == null || after.since().isAfter(since) ? after.since() : since;
        case QueryNode.Before before ->
            until = until == null || before.until().isBefore(until) ? before.until() : until;
        case QueryNode.Everything everything -> {}
        case QueryNode.Words words -> content.add(words);
        case QueryNode.Phrase phrase -> content.add(phrase);
        case QueryNode.Prefix prefix -> content.add(prefix);
        case QueryNode.Near near -> content.add(near);
        case QueryNode.InText in -> content.add(in);
        case QueryNode.Any any -> {
          Optional<Question.Either> window = either.isEmpty() ? either(any) : Optional.empty();
          window.ifPresentOrElse(w -> {}, () -> content.add(any));
          either = either.or(() -> window);
        }
        case QueryNode.All all -> content.addAll(all.of());
      }
    }
    return question(content, filters, exclusions, since, until, either);
  }

  private Question question(
      List<QueryNode> content,
      List<Query> filters,
      List<Query> exclusions,
      @Nullable Instant since,
      @Nullable Instant until,
      Optional<Question.Either> either) {
    Optional<Query> text = all(content, EVERYWHERE);
    if (text.isEmpty() && !content.isEmpty()) {
      throw new QuerySyntaxException(0, "the query has no word that can be searched for");
    }
    var pieces = new Pieces();
    var again = new Questions(window); // counts its own words
    content.forEach(node -> again.collectPieces(node, EVERYWHERE, pieces));
    return new Question(
        text,
        text.map(t -> pieces.isEmpty() ? t : pieces.any()),
        pieces.count(),
        text.map(t -> pieces.isEmpty() ? t : pieces.ranked()),
        pieces.pairs(),
        pieces.parts(),
        pieces.terms(),
        filters,
        exclusions,
        since,
        until,
        either);
  }

  /** A choice between a window and something else, such as words that were read as a window. */
  private Optional<Question.Either> either(QueryNode.Any any) {
    if (any.of().size() != 2) {
      return Optional.empty();
    }
    List<QueryNode> bounds =
        any.of().getFirst() instanceof QueryNode.All all ? all.of() : any.of().subList(0, 1);
    Instant since = null;
    Instant until = null;
    for (QueryNode bound : bounds) {
      if (bound instanceof QueryNode.After after && since == null) {
        since = after.since();
      } else if (bound instanceof QueryNode.Before before && until == null) {
        until = before.until();
      } else {
        return Optional.empty();
      }
    }
    Instant from = since;
    Instant to = until;
    return query(any.of().getLast(), EVERYWHERE)
        .map(literal -> new Question.Either(from, to, literal));
  }

  private Optional<Query> query(QueryNode node, TextQueries text) {
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

  private Optional<Query> all(List<QueryNode> nodes, TextQueries text) {
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
    for (String term : terms) {
      boolean weak = FunctionWords.contain(term) || (asks && RequestWords.contain(term));
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

  private static Query exactly(QueryNode.Exactly exactly) {
    return switch (exactly.property()) {
      case SOURCE -> Keyword.SOURCE.is(exactly.value());
      case AUTHOR -> Keyword.AUTHOR.is(exactly.value());
    };
  }

  private Optional<Query> any(QueryNode.Any any, TextQueries text) {
    List<Query> choices = any.of().stream().flatMap(node -> query(node, text).stream()).toList();
    return choices.isEmpty() ? Optional.empty() : Optional.of(among(choices, Occur.SHOULD));
  }

  /** Adds every word and phrase that is asked for; function words only where nothing else is. */
  private void collectPieces(QueryNode node, TextQueries text, Pieces pieces) {
    switch (node) {
      case QueryNode.Words words ->
          pieces.addWords(
              EnergyAnalysis.terms(words.text()).stream()
                  .filter(term -> !FunctionWords.contain(term))
                  .toList(),
              text);
      case QueryNode.Phrase phrase -> addAsSaid(phrase, text, pieces);
      case QueryNode.Prefix prefix -> addAsSaid(prefix, text, pieces);
      case QueryNode.Near near -> addAsSaid(near, text, pieces);
      case QueryNode.InText in -> collectPieces(in.of(), scoped(in.scope()), pieces);
      case QueryNode.All all -> all.of().forEach(n -> collectPieces(n, text, pieces));
      case QueryNode.Any any -> any.of().forEach(n -> collectPieces(n, text, pieces));
      case QueryNode.Exactly exactly -> {}
      case QueryNode.Before before -> {}
      case QueryNode.After after -> {}
      case QueryNode.Not not -> {}
      case QueryNode.Everything everything -> {}
    }
  }

  private void addAsSaid(QueryNode node, TextQueries text, Pieces pieces) {
    query(node, text).ifPresent(query -> pieces.add(query, QueryPrinter.print(node)));
  }

  private List<String> terms(String text) {
    List<String> terms = EnergyAnalysis.terms(text);
    count(terms.size());
    return terms;
  }

  private void count(int more) {
    words += more;
    if (words > MAX_WORDS) {
      throw new QuerySyntaxException(0, "the query asks for more than " + MAX_WORDS + " words");
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

  private static TextQueries scoped(QueryNode.Scope scope) {
    return switch (scope) {
      case TITLE -> TITLE;
      case BODY -> BODY;
    };
  }
}
