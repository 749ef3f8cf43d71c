package wellhead.server.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text in which the matched words are marked. The engine promises HTML-escaped text with {@code
 * <mark>} only; what does not keep that promise is shown as the plain text instead.
 *
 * @param html holds no tag but {@code <mark>}
 */
record Marked(String html) implements Content {
  private static final Pattern MARKS_ONLY = Pattern.compile("(?:[^<>]++|<mark>[^<>]*+</mark>)*+");

  /**
   * @param highlighted HTML-escaped with {@code <mark>} only; {@code null} when not asked for
   * @param plain the same without marks
   */
  static Marked of(@Nullable String highlighted, String plain) {
    return highlighted != null && MARKS_ONLY.matcher(highlighted).matches()
        ? new Marked(highlighted)
        : new Marked(escape(plain));
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(html);
  }

  /** For text between tags, where quotation marks are only themselves. */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
