package wellhead.server.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where this server is from outside. Told by whoever runs it, never by a request's {@code
 * X-Forwarded-*}, which anybody can send.
 *
 * @param told {@code null} takes each request's {@code Host}
 */
record BaseUrl(@Nullable URI told) {
  private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_~%][A-Za-z0-9._~%-]*+)*+/?");

  BaseUrl {
    if (told != null) {
      require(told);
    }
  }

  /**
   * @throws IllegalArgumentException when it is no address that a server can have
   */
  static void require(URI url) {
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web
        || url.getHost() == null
        || url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null
        || !PATH.matcher(url.getRawPath()).matches()) {
      throw new IllegalArgumentException(
          "the base URL must be http(s)://host[:port][/path]: " + url);
    }
  }

  /** What stands before every path of ours: empty, or such as {@code /energy}. */
  String prefix() {
    if (told == null) {
      return "";
    }
    String path = told.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** The whole address of a path of ours. */
  String of(Context ctx, String path) {
    return told == null
        ? ctx.scheme() + "://" + ctx.host() + path
        : told.getScheme() + "://" + told.getRawAuthority() + prefix() + path;
  }
}
