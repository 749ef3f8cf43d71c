package wellhead.indexer.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wellhead.story.CaptureRef;

/**
 * One page, feed or line as it was captured.
 *
 * @param ref which capture this is: its name, source and time
 * @param url of the page; {@code null} when not known
 * @param zone of the source; {@code null} when not known
 * @param staleness how long caches are known to have kept the page before it was captured; what is
 *     usual comes on top; zero when nothing tells
 * @param asOf when it was read: what a capture without a time states of later days is not believed
 * @param contentHash of the bytes it was read from: SHA-256 in hex
 * @param content what it holds
 */
public record Capture(
    CaptureRef ref,
    @Nullable String url,
    @Nullable ZoneId zone,
    Duration staleness,
    Instant asOf,
    String contentHash,
    Content content) {
  public Capture {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(contentHash, "contentHash");
    Objects.requireNonNull(content, "content");
    if (staleness.isNegative()) {
      throw new IllegalArgumentException("staleness must not be negative: " + staleness);
    }
  }
}
