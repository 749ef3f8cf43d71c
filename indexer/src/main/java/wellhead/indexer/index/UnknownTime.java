package wellhead.indexer.index;

import java.util.Optional;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.capture.Content;
import wellhead.indexer.capture.NameTimestamp;
import wellhead.indexer.page.ParsedPage;
import wellhead.story.CapturedAt;

/**
 * What is said of a page whose ages nothing can be done with, for nobody knows when it was taken.
 */
public final class UnknownTime {
  private static final String WHAT = ": capture time unknown";

  private UnknownTime() {}

  /** Whether it is a page with news on it and without a time. */
  public static boolean of(Capture capture, CaptureReading reading) {
    return capture.content() instanceof Content.Page
        && reading.kind() != ParsedPage.Kind.NEITHER
        && capture.ref().capturedAt().from() == CapturedAt.From.NONE;
  }

  /** The file and the remedy, in one line. */
  public static String warning(Capture capture) {
    String source = capture.ref().source();
    Optional<String> refused = NameTimestamp.refused(capture.ref().file());
    return named(capture.ref().file())
        + refused.map(s -> " (" + s + " in its name is no time that there ever was)").orElse("")
        + ", so its ages cannot be dated; name it with --captured-at INSTANT, or put it into the"
        + " file name as in "
        + (source == null ? "example.com" : source)
        + "_20250708T073000Z.txt";
  }

  /** How every warning of a file begins. */
  static String named(String file) {
    return file + WHAT;
  }
}
