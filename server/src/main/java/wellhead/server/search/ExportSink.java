package wellhead.server.search;

import java.io.IOException;
import java.util.Set;
import wellhead.schema.Summary;
import wellhead.story.Story;

/** Takes the stories of an export, one after the other. */
public interface ExportSink {

  /**
   * Comes first, once the request has proved to be answerable.
   *
   * @param index the generation that all stories come from
   */
  void begin(SearchResults.IndexState index) throws IOException;

  /**
   * Takes the next story. What it throws ends the export and is thrown on.
   *
   * @return whether another is wanted
   */
  boolean take(Found found) throws IOException;

  /** A story that was found. */
  interface Found {
    Summary summary();

    /** Ids of stories that it took the place of. Read when asked for. */
    Set<String> aliases() throws IOException;

    /** All that is known of it. Read when asked for, and costs about as much as a search. */
    Story story() throws IOException;
  }
}
