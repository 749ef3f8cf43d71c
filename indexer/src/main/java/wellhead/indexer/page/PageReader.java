package wellhead.indexer.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a capture of either kind, told apart by its content. */
public final class PageReader {

  /** Markup begins a saved page, whatever comments or declarations stand before it. */
  private static final Pattern MARKUP =
      Pattern.compile("(?i)<(?:!doctype\\s+html|html|head|body)[\\s>]");

  private static final int HEAD = 4_000;

  private PageReader() {}

  /**
   * Reads one capture.
   *
   * @param source whose page it is; {@code null} when not known
   * @param url of the page; {@code null} when not known
   */
  public static ParsedPage read(String text, @Nullable String source, @Nullable String url) {
    return prepared(text, source, url).read(Weights.SHIPPED);
  }

  /** Reads one capture and keeps the numbers that decided. */
  public static PageExplanation explain(
      String text, @Nullable String source, @Nullable String url) {
    return new PageExplanation(prepared(text, source, url), Weights.SHIPPED);
  }

  static PreparedPage prepared(String text, @Nullable String source, @Nullable String url) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    return head.stripLeading().startsWith("<") && MARKUP.matcher(head).find()
        ? HtmlPage.prepared(text, source, url)
        : TextPage.prepared(text, source);
  }
}
