package wellhead.indexer.capture;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The bytes of one page become its capture. */
final class PageBytes {

  /** Where a page says what it is, before any content. */
  private static final int LONGEST_HEAD = 200_000;

  private static final Pattern BODY = Pattern.compile("(?i)<body[\\s>]");

  private static final Pattern CANONICAL = Pattern.compile("(?i)canonical");

  private final Identity identity;

  PageBytes(Identity identity) {
    this.identity = identity;
  }

  /**
   * Reads a page.
   *
   * @param markup {@link Format#TEXT}, {@link Format#HTML} or, to be told by the content, {@link
   *     Format#AUTO}
   */
  Outcome read(byte[] bytes, Format markup, Origin origin) {
    String text;
    try {
      text = TextDecoding.decode(bytes, markup, origin.charset());
    } catch (TextDecoding.NotTextException e) {
      return rejected(origin, e.cause(), e.reason());
    }
    if (text.isBlank()) {
      return new Outcome.Empty(origin.shown());
    }
    boolean html = markup == Format.HTML || (markup == Format.AUTO && Markup.isHtml(text));
    if (html && Markup.depth(text) > Limits.MARKUP_DEPTH) {
      return rejected(
          origin,
          Cause.TOO_DEEP,
          "elements nested deeper than " + Limits.MARKUP_DEPTH + "; no browser shows such a page");
    }
    if (html && Markup.tags(text) > Limits.TAGS) {
      return rejected(
          origin, Cause.TOO_LARGE, "more than " + Limits.TAGS + " tags; split it into captures");
    }
    if (!html && lines(text) > Limits.TEXT_LINES) {
      return rejected(
          origin,
          Cause.TOO_LARGE,
          "more than " + Limits.TEXT_LINES + " lines; split it into captures");
    }
    if (!html && longestLine(text) > Limits.TEXT_LINE) {
      return rejected(
          origin,
          Cause.LINE_TOO_LONG,
          "a line longer than "
              + (Limits.TEXT_LINE >> 20)
              + " million characters; no page of text");
    }
    Origin known = html ? SaverNote.in(text).addedTo(origin) : origin;
    String canonical = html ? canonical(text, known.url()) : null;
    String base = known.url() == null ? canonical : known.url();
    return identity.capture(
        known,
        Digests.of(bytes),
        new Content.Page(text, markup, base),
        Identity.Told.NOTHING,
        () -> Optional.ofNullable(canonical));
  }

  private static long lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).limit(Limits.TEXT_LINES + 1L).count();
  }

  private static int longestLine(String text) {
    int longest = 0;
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      longest = Math.max(longest, end - start);
      start = end + 1;
    }
    return Math.max(longest, text.length() - start);
  }

  /** The page's own link, as it says in its head. */
  private static @Nullable String canonical(String html, @Nullable String url) {
    String head = html.substring(0, Math.min(html.length(), LONGEST_HEAD));
    var body = BODY.matcher(head);
    if (body.find()) {
      head = head.substring(0, body.start());
    }
    if (!CANONICAL.matcher(head).find()) {
      return null;
    }
    Element link =
        Jsoup.parse(head, url == null ? "" : url).selectFirst("link[rel=canonical][href]");
    return link == null ? null : WebLinks.absolute(link.attr("href"), url);
  }

  private static Outcome rejected(Origin origin, Cause cause, String reason) {
    return new Outcome.Rejected(
        new Rejection(origin.shown(), origin.record(), null, cause, reason));
  }
}
