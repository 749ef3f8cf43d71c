package wellhead.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import wellhead.indexer.index.LastRun;
import wellhead.schema.CaptureDocument;
import wellhead.schema.DocumentType;
import wellhead.schema.IndexSchemaException;
import wellhead.schema.Keyword;
import wellhead.schema.RecordField;
import wellhead.schema.Summary;
import wellhead.server.query.ParsedQuery;
import wellhead.server.query.QueryParser;
import wellhead.server.query.QuerySyntaxException;
import wellhead.server.query.Question;
import wellhead.server.query.Questions;
import wellhead.server.query.TimeWords;
import wellhead.story.Story;

/** Answers from a Lucene index on disk, and follows its commits. */
public final class LuceneSearchEngine implements SearchEngine {
  private final Path path;
  private final IndexFollower index;
  private final Supplier<QueryTimeout> timeLimit;

  private LuceneSearchEngine(Path path, IndexFollower index, Supplier<QueryTimeout> timeLimit) {
    this.path = path;
    this.index = index;
    this.timeLimit = timeLimit;
  }

  /**
   * Opens an index for searching. When there is none yet the engine is not ready, and becomes so
   * about a second after one appears.
   *
   * @param index the directory; never written to
   * @throws IndexSchemaException when the index there was written with another schema
   * @throws UncheckedIOException when the index there cannot be read
   */
  public static LuceneSearchEngine open(Path index) {
    return open(index, TimeLimit.DEFAULT);
  }

  /**
   * As {@link #open(Path)}, with another time limit.
   *
   * @param longest that a search may take, at least a millisecond; then it answers with what it has
   *     found so far, and says so
   */
  public static LuceneSearchEngine open(Path index, Duration longest) {
    return open(index, TimeLimit.of(longest));
  }

  /**
   * @param timeLimit gives each search what tells it to stop
   */
  static LuceneSearchEngine open(Path index, Supplier<QueryTimeout> timeLimit) {
    try {
      IndexFollower follower = IndexFollower.follow(index, LuceneSearchEngine::warm);
      return new LuceneSearchEngine(index, follower, timeLimit);
    } catch (IOException e) {
      throw new UncheckedIOException("opening the index in " + index, e);
    }
  }

  /**
   * Answers from one generation of the index.
   *
   * @throws InvalidQueryException when the request cannot be answered as asked
   * @throws CursorExpiredException when the request goes on from a commit that is no longer open
   * @throws IndexNotReadyException when there is no index yet
   */
  @Override
  public SearchResults search(SearchRequest request) {
    Cursor after = request.after();
    Generation generation = after == null ? index.hold() : index.hold(after.commit());
    try {
      try {
        return answer(request, generation, generation.searcher(timeLimit.get()));
      } finally {
        generation.letGo();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("searching for '" + request.query() + "'", e);
    }
  }

  private static SearchResults answer(
      SearchRequest request, Generation generation, IndexSearcher searcher) throws IOException {
    return asked(
        request,
        (parsed, question) ->
            new Answer(request, parsed, question, generation, searcher)
                .results(() -> correction(request, parsed, searcher)));
  }

  private static Optional<String> correction(
      SearchRequest request, ParsedQuery parsed, IndexSearcher searcher) throws IOException {
    return new Correction(searcher.getIndexReader())
        .of(request.query(), parsed.root(), corrected -> finds(request, corrected, searcher));
  }

  private static boolean finds(SearchRequest request, String query, IndexSearcher searcher)
      throws IOException {
    try {
      Question question =
          Questions.translate(read(request, query), Selection.window(request.match()));
      return searcher.count(new Selection(request, question).full()) > 0;
    } catch (QuerySyntaxException | IndexSearcher.TooManyClauses e) {
      return false;
    }
  }

  private static ParsedQuery read(SearchRequest request, String query) {
    ParsedQuery parsed = QueryParser.parse(query, request.now(), request.zone());
    return request.timeWords() ? TimeWords.read(parsed, request.now(), request.zone()) : parsed;
  }

  /** What is done with a query that was read. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(ParsedQuery parsed, Question question) throws IOException;
  }

  private static <T> T asked(SearchRequest request, Reading<T> reading) throws IOException {
    try {
      ParsedQuery parsed = read(request, request.query());
      return reading.of(parsed, Questions.translate(parsed, Selection.window(request.match())));
    } catch (QuerySyntaxException e) {
      throw new InvalidQueryException("q", e.position(), String.valueOf(e.getMessage()));
    } catch (IndexSearcher.TooManyClauses e) {
      throw new InvalidQueryException(
          "q", null, "the query asks for too much at once: use fewer words, numbers or phrases");
    }
  }

  @Override
  public String understood(SearchRequest request) {
    try {
      return asked(request, (parsed, question) -> parsed.understood());
    } catch (IOException e) {
      throw new UncheckedIOException("reading '" + request.query() + "'", e);
    }
  }

  @Override
  public void export(SearchRequest request, ExportSink sink) throws IOException {
    Generation generation = index.hold();
    try {
      Export export = export(request, generation);
      sink.begin(generation.state());
      switch (request.sort()) {
        case NEWEST, RELEVANCE -> export.newestFirst(sink);
        case OLDEST -> export.oldestFirst(sink);
      }
    } finally {
      generation.letGo();
    }
  }

  private static Export export(SearchRequest request, Generation generation) throws IOException {
    return asked(
        request,
        (parsed, question) ->
            new Export(generation.searcher(), new Selection(request, question).full()));
  }

  @Override
  public List<String> completions(String typed, int limit) {
    Generation generation = index.hold();
    try {
      try {
        return new Completions(generation.searcher(), generation.names()).of(typed, limit);
      } finally {
        generation.letGo();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("completing '" + typed + "'", e);
    }
  }

  @Override
  public Optional<Story> story(String id) {
    Generation generation = index.hold();
    try {
      try {
        return story(generation.searcher(), id);
      } finally {
        generation.letGo();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading story " + id, e);
    }
  }

  @Override
  public Optional<SimilarStories> similar(String id, int limit) {
    Generation generation = index.hold();
    try {
      try {
        return similar(generation, id, limit);
      } finally {
        generation.letGo();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("looking for stories like " + id, e);
    }
  }

  private static Optional<SimilarStories> similar(Generation generation, String id, int limit)
      throws IOException {
    IndexSearcher searcher = generation.searcher();
    Optional<Story> story = story(searcher, id);
    if (story.isEmpty()) {
      return Optional.empty();
    }
    var shown = new ArrayList<Answer.Shown>();
    for (Ranked ranked : new Similar(searcher).to(story.get(), limit)) {
      Summary summary = Stories.summary(searcher, ranked.document());
      shown.add(new Answer.Shown(ranked.document(), summary, ranked.score(), false));
    }
    return Optional.of(
        new SimilarStories(
            story.get().id(),
            story.get().title(),
            new Snippets(searcher, List.of(), false).hits(shown),
            generation.state()));
  }

  /** Its own id goes before one that it took over. */
  private static Optional<Story> story(IndexSearcher searcher, String id) throws IOException {
    for (Keyword field : List.of(Keyword.ID, Keyword.ALIAS)) {
      var story =
          new BooleanQuery.Builder()
              .add(field.is(id), BooleanClause.Occur.FILTER)
              .add(DocumentType.STORY.query(), BooleanClause.Occur.FILTER)
              .build();
      for (ScoreDoc hit : searcher.search(story, 1).scoreDocs) {
        return Optional.of(RecordField.read(searcher.storedFields(), hit.doc));
      }
    }
    return Optional.empty();
  }

  @Override
  public SearchResults.IndexState state() {
    Generation generation = index.hold();
    try {
      generation.letGo();
    } catch (IOException e) {
      throw new UncheckedIOException("letting go of an index", e);
    }
    return generation.state();
  }

  @Override
  public Vitals vitals() {
    Generation generation = index.hold();
    try {
      try {
        return new Vitals(
            generation.state(),
            CaptureDocument.newest(generation.searcher().getIndexReader()),
            LastRun.in(path));
      } finally {
        generation.letGo();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("looking at the captures", e);
    }
  }

  /** Looks for a newer commit now rather than within about a second. */
  public void refresh() {
    try {
      index.refresh();
    } catch (IOException e) {
      throw new UncheckedIOException("opening the newest commit", e);
    }
  }

  @Override
  public boolean isReady() {
    return index.isReady();
  }

  @Override
  public boolean isFollowing() {
    return index.isFollowing();
  }

  @Override
  public void close() {
    index.close();
  }

  /** What the first visitors would wait for: norms, doc values, postings, stored text. */
  private static void warm(Generation generation) throws IOException {
    new Completions(generation.searcher(), generation.names()).of("oi", 1);
    for (String query : List.of("", "oil gas price", "\"oil price\"", "energ*")) {
      for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
        answer(warming(query, sort), generation, generation.searcher());
      }
    }
  }

  private static SearchRequest warming(String query, SearchRequest.Sort sort) {
    return SearchRequest.of(query, Instant.EPOCH).sort(sort).build();
  }
}
