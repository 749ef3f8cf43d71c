package wellhead.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of news on one capture, complete from its first row to its last: no line between them
 * looked like news and could not be read.
 *
 * @param capture its id
 * @param source whose list it is
 * @param url of the page; {@code null} when not known
 * @param at when it was captured
 * @param rows down the page
 */
public record CapturedList(
    String capture, String source, @Nullable String url, Instant at, List<ListedRow> rows) {

  public CapturedList {
    rows = List.copyOf(rows);
  }
}
