package wellhead.indexer.fetch;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of one address. */
public sealed interface CaptureOutcome {

  /** As the user gave it. */
  WebAddress asked();

  /**
   * A page was captured.
   *
   * @param found where it stands, another address when redirects led there
   * @param bytes of its body, as sent
   */
  record Page(WebAddress asked, WebAddress found, int status, int bytes, Path file)
      implements CaptureOutcome {}

  /**
   * The page has not changed, as its site says, and that was noted.
   *
   * @param since when it was captured in full
   */
  record Unchanged(WebAddress asked, Instant since, Path file) implements CaptureOutcome {}

  /**
   * Not captured, or not whole.
   *
   * @param reason what is wrong and what would help, in one sentence
   * @param file what came all the same; {@code null} when nothing was kept
   */
  record Failed(WebAddress asked, String reason, @Nullable Path file) implements CaptureOutcome {}
}
