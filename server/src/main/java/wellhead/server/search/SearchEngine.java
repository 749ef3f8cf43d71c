package wellhead.server.search;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wellhead.story.Story;

/** What the web and the terminal ask. Safe for use by many threads; never writes. */
public interface SearchEngine extends AutoCloseable {

  /**
   * Answers from one generation of the index.
   *
   * @throws InvalidQueryException when the request cannot be answered as asked
   * @throws CursorExpiredException when it goes on from a generation that is gone
   */
  SearchResults search(SearchRequest request);

  /**
   * A request's query as it was read, in the query language, relative times made absolute. Searches
   * nothing.
   *
   * @throws InvalidQueryException when the query cannot be read
   */
  String understood(SearchRequest request);

  /**
   * Hands over every full match of a request, from one generation and whatever its limit and
   * offset: newest first (oldest first when so sorted), undated last, ties by id. Never by
   * relevance, since scores depend on how the index came about.
   *
   * @throws InvalidQueryException before anything is handed over, when the request cannot be
   *     answered as asked
   * @throws IOException from the sink, or when the index cannot be read
   */
  void export(SearchRequest request, ExportSink sink) throws IOException;

  /**
   * What somebody may be about to type: names and headlines, the best first, each once.
   *
   * @param typed so far; anything
   * @param limit how many at most
   */
  List<String> completions(String typed, int limit);

  /**
   * The story with this id, or the one that took its place: then its {@code id()} differs from the
   * one asked for.
   */
  Optional<Story> story(String id);

  /**
   * The stories most like one.
   *
   * @param id of the story, or of one that it took the place of
   * @param limit how many at most
   * @return empty when there is no such story
   */
  Optional<SimilarStories> similar(String id, int limit);

  /** What is known of each source, in order of their names, unknown ones last. */
  List<KnownSource> sources();

  /** The generation that would answer now. */
  SearchResults.IndexState state();

  /** How the index that would answer now is doing. */
  Vitals vitals();

  /**
   * How an index is doing.
   *
   * @param newestCapture when the newest of its captures was taken; empty when none has a time
   * @param lastRun when a run last began to write to it, whether or not it found something new;
   *     empty when that cannot be told
   */
  record Vitals(
      SearchResults.IndexState index, Optional<Instant> newestCapture, Optional<Instant> lastRun) {}

  /** Whether an index is open and warm. */
  boolean isReady();

  /**
   * Whether the newest state of the index can be read. When it cannot, because the index was
   * deleted or damaged, answers go on coming from the last state that could.
   */
  boolean isFollowing();

  @Override
  void close();
}
