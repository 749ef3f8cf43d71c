package wellhead.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.CaptureTimes;
import wellhead.schema.CaptureDocument;

/** When the front pages of a source were captured, as the index knows it. */
final class CaptureHistory implements CaptureTimes {
  private final OpenIndex index;

  CaptureHistory(OpenIndex index) {
    this.index = index;
  }

  @Override
  public boolean anyBetween(@Nullable String source, Instant from, Instant to) {
    try {
      return source != null && index.any(CaptureDocument.listsBetween(source, from, to));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the captures of " + source, e);
    }
  }
}
