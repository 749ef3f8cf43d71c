package wellhead.indexer.capture;

import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wellhead.story.CaptureRef;

/**
 * One page as it was captured.
 *
 * @param ref which capture this is: its name, source and time
 * @param url of the page; {@code null} when not known
 * @param zone of the source; {@code null} when not known
 * @param text the content
 */
public record Capture(CaptureRef ref, @Nullable String url, @Nullable ZoneId zone, String text) {
  public Capture {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(text, "text");
  }
}
