package wellhead.indexer.assemble;

import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.capture.Content;
import wellhead.indexer.page.PageExplanation;

/**
 * What a capture told, and why it was read so.
 *
 * @param page {@code null} where nothing had to be found: in a feed or a line of JSON
 */
public record ExplainedReading(CaptureReading reading, @Nullable PageExplanation page) {

  /** Reads the news in a capture. */
  public static ExplainedReading of(Capture capture) {
    if (capture.content() instanceof Content.Page content) {
      PageExplanation page = CaptureReading.explain(capture, content);
      return new ExplainedReading(CaptureReading.ofPage(capture, page.page()), page);
    }
    return new ExplainedReading(CaptureReading.of(capture), null);
  }
}
