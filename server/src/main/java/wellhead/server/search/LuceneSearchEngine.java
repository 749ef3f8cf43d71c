package wellhead.server.search;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.index.IndexUnusableException;
import wellhead.indexer.index.Inventory;
import wellhead.indexer.index.LastRun;
import wellhead.schema.CaptureDocument;
import wellhead.schema.IndexSchemaException;
import wellhead.schema.Schema;
import wellhead.schema.Summary;
import wellhead.story.Story;

/** Answers from a Lucene index on disk, and follows its commits. */
public final class LuceneSearchEngine implements SearchEngine {
  private final Path path;
  private final IndexFollower index;
  private final Supplier<QueryTimeout> timeLimit;
  private volatile @Nullable SourcesThen sources;

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
   * As {@link #open(Path)}, ranked by other parameters: to measure these.
   *
   * @param similarity of {@link Schema#similarity(float, float)}
   */
  public static LuceneSearchEngine open(Path index, Similarity similarity) {
    return open(index, similarity, TimeLimit.of(TimeLimit.DEFAULT));
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
    return open(index, Schema.similarity(), timeLimit);
  }

  private static LuceneSearchEngine open(
      Path index, Similarity similarity, Supplier<QueryTimeout> timeLimit) {
    try {
      IndexFollower follower = IndexFollower.follow(index, similarity, new Warming());
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
    return holding(
        () -> after == null ? index.hold() : index.hold(after.commit()),
        "searching for '" + request.query() + "'",
        generation -> new Inquiry(request).answer(generation, timeLimit.get()));
  }

  @Override
  public String understood(SearchRequest request) {
    try {
      return new Inquiry(request).understood();
    } catch (IOException e) {
      throw new UncheckedIOException("reading '" + request.query() + "'", e);
    }
  }

  @Override
  public void export(SearchRequest request, ExportSink sink) throws IOException {
    Generation generation = index.hold();
    try {
      export(request, generation, sink);
    } catch (CorruptIndexException | EOFException | UncheckedIOException | InternalError e) {
      index.met(generation, e); // the next export is of another, if there is one
      throw new IndexDamagedException("exporting '" + request.query() + "'", e);
    } finally {
      generation.letGo();
    }
  }

  private void export(SearchRequest request, Generation generation, ExportSink sink)
      throws IOException {
    Export export = new Inquiry(request).export(generation, timeLimit.get());
    sink.begin(generation.state());
    switch (request.sort()) {
      case NEWEST, RELEVANCE -> export.newestFirst(sink);
      case OLDEST -> export.oldestFirst(sink);
    }
  }

  @Override
  public List<String> completions(String typed, int limit) {
    return holding(
        index::hold,
        "completing '" + typed + "'",
        generation -> completions(generation, typed, limit, timeLimit.get()));
  }

  /** None when looking for them takes too long. */
  static List<String> completions(
      Generation generation, String typed, int limit, QueryTimeout timeout) throws IOException {
    try {
      return new Completions(generation.searcher(timeout, true), generation.names())
          .of(typed, limit);
    } catch (TimeIsOverException e) {
      return List.of();
    }
  }

  @Override
  public Optional<Story> story(String id) {
    return holding(
        index::hold, "reading story " + id, generation -> Stories.story(generation.searcher(), id));
  }

  @Override
  public Optional<SimilarStories> similar(String id, int limit) {
    return holding(
        index::hold,
        "looking for stories like " + id,
        generation -> similar(generation, id, limit, timeLimit.get()));
  }

  private static Optional<SimilarStories> similar(
      Generation generation, String id, int limit, QueryTimeout timeout) throws IOException {
    LimitedSearcher searcher = generation.searcher(timeout, false);
    Optional<Story> story = Stories.story(searcher, id);
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
            new Snippets(searcher, List.of(), false, searcher::isOver).hits(shown),
            generation.state()));
  }

  /** Taken once a generation, for it reads every story. */
  @Override
  public List<KnownSource> sources() {
    SearchResults.IndexState now = state();
    SourcesThen then = sources;
    if (then != null && then.of().equals(now)) {
      return then.all();
    }
    try {
      List<KnownSource> all = Inventory.of(path).sources().stream().map(KnownSource::of).toList();
      sources = new SourcesThen(now, all);
      return all;
    } catch (IOException | IndexUnusableException e) {
      throw new IndexDamagedException("looking at the sources", e);
    }
  }

  /** The sources as of a generation. */
  private record SourcesThen(SearchResults.IndexState of, List<KnownSource> all) {}

  @Override
  public SearchResults.IndexState state() {
    return holding(index::hold, "looking at the index", Generation::state);
  }

  @Override
  public Vitals vitals() {
    return holding(
        index::hold,
        "looking at the captures",
        generation -> new Vitals(generation.state(), newestCapture(generation), LastRun.in(path)));
  }

  /** What is wrong with an index is not told by failing to say how it is. */
  private Optional<Instant> newestCapture(Generation generation) {
    try {
      return CaptureDocument.newest(generation.searcher().getIndexReader());
    } catch (IOException | InternalError e) {
      index.met(generation, e);
      return Optional.empty();
    }
  }

  /** What is asked of a generation while it is held. */
  @FunctionalInterface
  private interface Asking<T> {
    T of(Generation generation) throws IOException;
  }

  /**
   * Lets go of a generation when it has answered. One that turns out to be damaged is asked no more
   * if there is another that answers.
   *
   * @param holding the generation to be asked
   * @param doing what could not be done when it could not be read
   * @throws IndexDamagedException when no open generation can be read where it would have to be
   */
  private <T> T holding(Supplier<Generation> holding, String doing, Asking<T> asking) {
    @Nullable Generation before = null;
    while (true) {
      Generation held = holding.get();
      try {
        try {
          return asking.of(held);
        } finally {
          held.letGo();
        }
      } catch (IOException | UncheckedIOException | InternalError e) {
        // what a mapped file no longer has is no exception but an error of the machine
        if (!index.met(held, e) || held == before) {
          throw new IndexDamagedException(doing, e);
        }
        before = held;
      } catch (InvalidQueryException e) {
        throw e;
      } catch (RuntimeException e) {
        index.suspect(held, e);
        throw e;
      }
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
}
