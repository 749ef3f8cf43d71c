package wellhead.server.search;

import java.util.List;

/**
 * The stories most like one, from one generation of the index.
 *
 * @param id of the story, whose place another may have taken since it was asked for
 * @param title of the story
 * @param hits the most similar first
 */
public record SimilarStories(
    String id, String title, List<SearchResults.Hit> hits, SearchResults.IndexState index) {
  public SimilarStories {
    hits = List.copyOf(hits);
  }
}
