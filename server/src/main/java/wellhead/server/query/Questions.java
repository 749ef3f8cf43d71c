package wellhead.server.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Takes a query apart by what each part does in a search. */
public final class Questions {
  /** Words that one query may ask for. */
  public static final int MAX_WORDS = 500;

  private final NodeQueries nodes;

  private Questions(NodeQueries nodes) {
    this.nodes = nodes;
  }

  /**
   * Translates a query.
   *
   * @param window how {@code before:} and {@code after:} inside of OR and minus meet an interval
   * @throws QuerySyntaxException when it asks for too much, or for nothing that is a word
   */
  public static Question translate(ParsedQuery query, Question.Window window) {
    return new Questions(new NodeQueries(window))
        .translate(query.root(), Optional.ofNullable(query.time()));
  }

  /**
   * A word anywhere in a story, as every word of a query is asked.
   *
   * @param term as analysed
   */
  public static Query word(String term) {
    return NodeQueries.EVERYWHERE.word(term);
  }

  /**
   * Whether a word can say what a text is about, as function words and words of asking do not.
   *
   * @param term as analysed
   */
  public static boolean isSubject(String term) {
    return !FunctionWords.contain(term) && !RequestWords.contain(term);
  }

  private Question translate(QueryNode root, Optional<TimeReading> time) {
    var content = new ArrayList<QueryNode>();
    var filters = new ArrayList<Query>();
    var exclusions = new ArrayList<Query>();
    Instant since = null;
    Instant until = null;
    for (QueryNode part : root instanceof QueryNode.All all ? all.of() : List.of(root)) {
      switch (part) {
        case QueryNode.Exactly exactly -> filters.add(NodeQueries.exactly(exactly));
        case QueryNode.Not not ->
            nodes.query(not.of(), NodeQueries.EVERYWHERE).ifPresent(exclusions::add);
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
        case QueryNode.Any any -> content.add(any);
        case QueryNode.All all -> content.addAll(all.of());
      }
    }
    return question(content, filters, exclusions, since, until, time.map(this::plain));
  }

  private Question question(
      List<QueryNode> content,
      List<Query> filters,
      List<Query> exclusions,
      @Nullable Instant since,
      @Nullable Instant until,
      Optional<Question.Plain> plain) {
    Optional<Query> text = nodes.all(content, NodeQueries.EVERYWHERE);
    if (text.isEmpty() && !content.isEmpty()) {
      throw new QuerySyntaxException(0, "the query has no word that can be searched for");
    }
    var pieces = new Pieces();
    var again = new Questions(nodes.again()); // counts its own words
    content.forEach(node -> again.collectPieces(node, NodeQueries.EVERYWHERE, pieces));
    return new Question(
        text,
        pieces.sought(),
        pieces.count(),
        text.map(t -> pieces.isEmpty() ? t : pieces.ranked()),
        pieces.pairs(),
        pieces.parts(),
        pieces.terms(),
        Subjects.names(content),
        Subjects.words(content),
        filters,
        exclusions,
        since,
        until,
        plain);
  }

  private Question.Plain plain(TimeReading time) {
    return new Question.Plain(
        time.since(),
        time.until(),
        time.literal()
            .flatMap(words -> nodes.query(new QueryNode.Words(words), NodeQueries.EVERYWHERE)));
  }

  /** Adds every word and phrase that is asked for; function words only where nothing else is. */
  private void collectPieces(QueryNode node, TextQueries text, Pieces pieces) {
    switch (node) {
      case QueryNode.Words words -> pieces.addWords(nodes.analysed(words.text()), text);
      case QueryNode.Phrase phrase -> {
        addAsSaid(phrase, text, pieces);
        nodes.sought(phrase, text).ifPresent(pieces::seek);
      }
      case QueryNode.Prefix prefix -> {
        addAsSaid(prefix, text, pieces);
        pieces.seek(text.soughtPrefix(prefix.text()));
      }
      case QueryNode.Near near -> {
        addAsSaid(near, text, pieces);
        nodes.sought(near, text).ifPresent(pieces::seek);
      }
      case QueryNode.InText in -> collectPieces(in.of(), NodeQueries.scoped(in.scope()), pieces);
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
    nodes.query(node, text).ifPresent(query -> pieces.add(query, QueryPrinter.print(node)));
  }
}
