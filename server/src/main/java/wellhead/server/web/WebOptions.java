package wellhead.server.web;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link WebServer} behaves.
 *
 * @param grace how long requests under way may go on when the server closes
 * @param baseUrl the address that users see when a proxy stands in front, with the path under which
 *     it has us, if any; {@code null} takes each request's {@code Host}
 * @param cors whose scripts may read the answers
 * @param door who may come in, and how many
 */
public record WebOptions(Duration grace, @Nullable URI baseUrl, CorsOrigins cors, Door door) {

  /** Five seconds of grace, no proxy, no foreign scripts, everybody let in. */
  public static final WebOptions DEFAULT =
      new WebOptions(Duration.ofSeconds(5), null, CorsOrigins.NONE, Door.OPEN);

  public WebOptions {
    Objects.requireNonNull(grace, "grace");
    Objects.requireNonNull(cors, "cors");
    Objects.requireNonNull(door, "door");
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace must not be negative: " + grace);
    }
    if (baseUrl != null) {
      BaseUrl.require(baseUrl);
    }
  }

  /** The same with another grace. */
  public WebOptions with(Duration other) {
    return new WebOptions(other, baseUrl, cors, door);
  }

  /** The same at another address. */
  public WebOptions with(URI address) {
    return new WebOptions(grace, address, cors, door);
  }

  /** The same for other scripts. */
  public WebOptions with(CorsOrigins others) {
    return new WebOptions(grace, baseUrl, others, door);
  }

  /** The same behind another door. */
  public WebOptions with(Door other) {
    return new WebOptions(grace, baseUrl, cors, other);
  }
}
