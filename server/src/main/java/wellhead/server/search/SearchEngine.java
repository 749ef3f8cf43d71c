package wellhead.server.search;

import java.util.Optional;
import wellhead.story.Story;

/** What the web and the terminal ask. Safe for use by many threads; never writes. */
public interface SearchEngine extends AutoCloseable {

  /**
   * Answers from one generation of the index.
   *
   * @throws InvalidQueryException when the request cannot be answered as asked
   */
  SearchResults search(SearchRequest request);

  /**
   * The story with this id, or the one that took its place: then its {@code id()} differs from the
   * one asked for.
   */
  Optional<Story> story(String id);

  /** The generation that would answer now. */
  SearchResults.IndexState state();

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
