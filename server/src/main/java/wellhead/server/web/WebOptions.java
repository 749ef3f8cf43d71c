package wellhead.server.web;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link WebServer} behaves.
 *
 * @param grace how long requests under way may go on when the server closes
 * @param publicUrl the address that users see when a proxy stands in front, without a path; {@code
 *     null} takes it from each request's {@code Host}
 */
public record WebOptions(Duration grace, @Nullable URI publicUrl) {

  /** Five seconds of grace, no proxy. */
  public static final WebOptions DEFAULT = new WebOptions(Duration.ofSeconds(5), null);

  public WebOptions {
    Objects.requireNonNull(grace, "grace");
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace must not be negative: " + grace);
    }
    if (publicUrl != null && !isOrigin(publicUrl)) {
      throw new IllegalArgumentException(
          "publicUrl must be http(s)://host[:port] without a path: " + publicUrl);
    }
  }

  private static boolean isOrigin(URI uri) {
    return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        && uri.getHost() != null
        && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && uri.getRawUserInfo() == null;
  }
}
