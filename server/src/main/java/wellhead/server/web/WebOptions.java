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
 * @param door who may come in, and how many
 */
public record WebOptions(Duration grace, @Nullable URI publicUrl, Door door) {

  /** Five seconds of grace, no proxy, everybody let in. */
  public static final WebOptions DEFAULT = new WebOptions(Duration.ofSeconds(5), null, Door.OPEN);

  public WebOptions {
    Objects.requireNonNull(grace, "grace");
    Objects.requireNonNull(door, "door");
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace must not be negative: " + grace);
    }
    if (publicUrl != null && !isOrigin(publicUrl)) {
      throw new IllegalArgumentException(
          "publicUrl must be http(s)://host[:port] without a path: " + publicUrl);
    }
  }

  /** The same behind another door. */
  public WebOptions with(Door other) {
    return new WebOptions(grace, publicUrl, other);
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
