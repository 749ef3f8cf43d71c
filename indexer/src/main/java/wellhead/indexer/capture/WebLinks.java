package wellhead.indexer.capture;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Links to pages of the web. */
final class WebLinks {
  private WebLinks() {}

  /**
   * An http or https link, made absolute.
   *
   * @param base what it may be relative to; {@code null} when not known
   * @return {@code null} when it is none
   */
  static @Nullable String absolute(String link, @Nullable String base) {
    try {
      // what browsers forgive: spaces and brackets that should have been escaped
      String escaped =
          link.strip()
              .replace(" ", "%20")
              .replace("|", "%7C")
              .replace("[", "%5B")
              .replace("]", "%5D");
      URI uri = new URI(escaped);
      URI whole = base == null || uri.isAbsolute() ? uri : new URI(base).resolve(uri);
      String scheme = whole.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && whole.getRawAuthority() != null ? whole.toString() : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
