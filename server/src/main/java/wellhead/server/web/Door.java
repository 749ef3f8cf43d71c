package wellhead.server.web;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wellhead.server.traffic.Limits;
import wellhead.server.traffic.Tokens;

/**
 * Who may come in, and how many.
 *
 * @param tokens one of which a request must show; {@code null} lets everybody in
 * @param accessLog the file that every request is written to; {@code null} for none
 */
public record Door(Limits limits, @Nullable Tokens tokens, @Nullable Path accessLog) {

  /** Open to everybody, with the limits of a machine with two processors, and no log. */
  public static final Door OPEN = new Door(Limits.of(2), null, null);

  public Door {
    Objects.requireNonNull(limits, "limits");
  }
}
