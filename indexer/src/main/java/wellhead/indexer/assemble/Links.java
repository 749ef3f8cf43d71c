package wellhead.indexer.assemble;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether two links of one source lead to two stories. */
final class Links {
  private Links() {}

  /**
   * Whether they surely do: on one host, another path or another query. A link with a query and the
   * same without may be one: lists add to their links where a reader came from. What leads through
   * another host may end anywhere.
   */
  static boolean differ(String one, String other) {
    if (one.equals(other)) {
      return false;
    }
    try {
      URI a = new URI(one);
      URI b = new URI(other);
      String host = host(a);
      if (host == null || !host.equals(host(b))) {
        return false;
      }
      boolean queries =
          a.getRawQuery() != null
              && b.getRawQuery() != null
              && !a.getRawQuery().equals(b.getRawQuery());
      return queries || !path(a).equals(path(b));
    } catch (URISyntaxException e) {
      return false; // nothing is sure of such a link
    }
  }

  private static @Nullable String host(URI uri) {
    return uri.getHost() == null
        ? null
        : uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^(?:www|m)\\.", "");
  }

  private static String path(URI uri) {
    String path = Objects.requireNonNullElse(uri.getRawPath(), "");
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
