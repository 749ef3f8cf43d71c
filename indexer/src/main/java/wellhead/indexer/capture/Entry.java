package wellhead.indexer.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.story.Evidence;
import wellhead.story.Interval;

/**
 * A story as a feed or a line of JSON tells it.
 *
 * @param line its line in the file, or its number in the feed, from 1
 * @param title not blank
 * @param url its own link, http or https; {@code null} when none is given
 * @param author {@code null} when none is given
 * @param takeaways key points, in order
 * @param body its full text, paragraphs joined by a blank line; {@code null} when none is given
 * @param date when it was published, as written; {@code null} when none is given
 * @param published what {@code date} says; {@code null} when none is given
 * @param evidence of {@code published}; {@link Evidence#NONE} exactly when that is {@code null}
 * @param updated when it was last changed, where that is told beside its publication; {@code null}
 *     when it is not
 */
public record Entry(
    int line,
    String title,
    @Nullable String url,
    @Nullable String author,
    List<String> takeaways,
    @Nullable String body,
    @Nullable String date,
    @Nullable Interval published,
    Evidence evidence,
    @Nullable Interval updated) {

  public Entry {
    takeaways = List.copyOf(takeaways);
    if (line < 1) {
      throw new IllegalArgumentException("lines count from 1: " + line);
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("an entry needs a title: line " + line);
    }
    if ((published == null) != (evidence == Evidence.NONE)) {
      throw new IllegalArgumentException("an interval and its evidence go together: " + evidence);
    }
  }
}
