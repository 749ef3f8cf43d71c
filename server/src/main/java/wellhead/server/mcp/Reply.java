package wellhead.server.mcp;

import org.jspecify.annotations.Nullable;

/**
 * What answers a message.
 *
 * @param status the HTTP status that goes with it; of no use elsewhere
 * @param body JSON in one line, as UTF-8; {@code null} when nothing is to be said
 */
public record Reply(int status, byte @Nullable [] body) {
  /** The message was taken; it wants no answer. */
  static final Reply TAKEN = new Reply(202, null);

  /** Whether there is something to be sent. */
  public boolean isSpoken() {
    return body != null;
  }
}
