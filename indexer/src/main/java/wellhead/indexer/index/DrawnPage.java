package wellhead.indexer.index;

import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.Capture;

/** What is said of a page whose rows were to be drawn by scripts that did not run. */
public final class DrawnPage {
  /** For counts of records. */
  static final String REASON = "drawn by script";

  /** In place of the kind of page that it is not yet. */
  static final String KIND = "drawn_by_script";

  private DrawnPage() {}

  /** The file and the remedy, in one line. */
  public static String warning(Capture capture) {
    Integer record = capture.ref().record();
    return capture.ref().file()
        + (record == null ? "" : ", record " + record)
        + ": drawn by script, and what was captured has no news in it yet; save it with a browser,"
        + " for example: chromium --headless --dump-dom "
        + address(capture.url())
        + " > page.html, or capture it with --render";
  }

  /** As a word of a shell, whatever the page says its address is. */
  private static String address(@Nullable String url) {
    return url == null || !url.matches("[\\w:/?&=.,%~+@#!;()*-]{1,300}") ? "URL" : "'" + url + "'";
  }
}
