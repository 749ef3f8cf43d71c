package wellhead.server.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What answers a message.
 *
 * @param status the HTTP status that goes with it; of no use elsewhere
 * @param message {@code null} when nothing is to be said
 */
public record Reply(int status, @Nullable JsonNode message) {
  /** The message was taken; it wants no answer. */
  static final Reply TAKEN = new Reply(202, null);

  /** JSON in one line, as UTF-8; {@code null} when nothing is to be said. */
  public byte @Nullable [] body() {
    return message == null ? null : message.toString().getBytes(StandardCharsets.UTF_8);
  }
}
