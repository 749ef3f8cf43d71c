package wellhead.server.search;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import wellhead.server.query.ParsedQuery;
import wellhead.server.query.QueryParser;
import wellhead.server.query.QuerySyntaxException;
import wellhead.server.query.QueryWords;
import wellhead.server.query.Question;
import wellhead.server.query.Questions;
import wellhead.server.query.TimeWords;

/**
 * What a request's words ask for: its query is read, its plain words for time too unless it wants
 * them literally, and what is wrong with it is said in the terms of the request.
 */
final class Inquiry {
  private final SearchRequest request;

  Inquiry(SearchRequest request) {
    this.request = request;
  }

  /**
   * How the query is read.
   *
   * @throws InvalidQueryException when it cannot be
   */
  String understood() throws IOException {
    return read((parsed, question) -> parsed.understood());
  }

  /**
   * Answers from one generation.
   *
   * @param timeout when it says so, the answer is what was found so far
   * @throws InvalidQueryException when the request cannot be answered as asked
   */
  SearchResults answer(Generation generation, QueryTimeout timeout) throws IOException {
    return read((parsed, question) -> {
      LimitedSearcher searcher = generation.searcher(timeout, QueryWords.expand(parsed.root()));
      return new Answer(request, parsed, question, generation, searcher)
          .results(() -> correction(parsed, question, generation, searcher));
    });
  }

  /**
   * All that matches.
   *
   * @param timeout of the words that are looked for before the first match
   * @throws InvalidQueryException when the query cannot be read, or asks for too much
   */
  Export export(Generation generation, QueryTimeout timeout) throws IOException {
    return read((parsed, question) -> {
      boolean expands = QueryWords.expand(parsed.root());
      try {
        return new Export(
            generation.searcher(timeout, expands), new Selection(request, question).full());
      } catch (TimeIsOverException e) {
        throw new InvalidQueryException(
            "q", null, "the query asks for too much at once: use fewer words with *");
      }
    });
  }

  /** Nothing when there is no time for it. */
  private Optional<String> correction(
      ParsedQuery parsed, Question question, Generation generation, LimitedSearcher searcher)
      throws IOException {
    var correction = new Correction(searcher.getIndexReader(), generation);
    try {
      return searcher.isOver() || correction.knowsAll(question.sought())
          ? Optional.empty()
          : corrected(parsed, correction, searcher);
    } catch (TimeIsOverException e) {
      return Optional.empty();
    }
  }

  private Optional<String> corrected(
      ParsedQuery parsed, Correction correction, LimitedSearcher searcher) throws IOException {
    return correction.of(
        request.query(),
        parsed.root(),
        new Correction.Trial() {
          @Override
          public boolean finds(String query) throws IOException {
            return matches(query, (question, selection) -> Optional.of(selection.full()), searcher);
          }

          @Override
          public boolean findsInPart(String query) throws IOException {
            return matches(
                query,
                (question, selection) ->
                    selection.partial(Point.of(question, searcher.getIndexReader())),
                searcher);
          }
        });
  }

  /** Of what matches, fully or in part. */
  @FunctionalInterface
  private interface Part {
    Optional<Query> of(Question question, Selection selection) throws IOException;
  }

  private boolean matches(String query, Part part, LimitedSearcher searcher) throws IOException {
    if (searcher.isOver()) {
      throw new TimeIsOverException();
    }
    try {
      Question question = question(parsed(query));
      Optional<Query> wanted = part.of(question, new Selection(request, question));
      return wanted.isPresent() && BoundedCount.of(searcher, wanted.get(), 1).value() > 0;
    } catch (QuerySyntaxException | IndexSearcher.TooManyClauses e) {
      return false;
    }
  }

  /** What is done with a query that was read. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(ParsedQuery parsed, Question question) throws IOException;
  }

  private <T> T read(Reading<T> reading) throws IOException {
    try {
      ParsedQuery parsed = parsed(request.query());
      return reading.of(parsed, question(parsed));
    } catch (QuerySyntaxException e) {
      throw new InvalidQueryException("q", e.position(), String.valueOf(e.getMessage()));
    } catch (IndexSearcher.TooManyClauses e) {
      throw new InvalidQueryException(
          "q", null, "the query asks for too much at once: use fewer words, numbers or phrases");
    }
  }

  private ParsedQuery parsed(String query) {
    ParsedQuery parsed = QueryParser.parse(query, request.now(), request.zone());
    return request.timeWords() ? TimeWords.read(parsed, request.now(), request.zone()) : parsed;
  }

  private Question question(ParsedQuery parsed) {
    return Questions.translate(parsed, Selection.window(request.match()));
  }
}
