package wellhead.server.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to one of those who are told. The body is kept as it is to be sent: however often
 * that is tried, it is the same message.
 *
 * @param id the same over all attempts
 * @param to as in the file of alerts
 * @param title for services that have a place for one
 * @param stories how many it tells
 * @param attempts how often it was sent in vain
 * @param notBefore when it is tried again; {@code null} for now
 */
record Message(
    String id,
    String to,
    @Nullable String secretEnv,
    boolean allowPrivate,
    String mediaType,
    String title,
    String body,
    List<String> alerts,
    int stories,
    int attempts,
    @Nullable Instant notBefore) {
  Message {
    alerts = List.copyOf(alerts);
  }

  boolean isDue(Instant now) {
    return notBefore == null || !notBefore.isAfter(now);
  }

  Message after(int vainAttempts, Instant next) {
    return new Message(
        id,
        to,
        secretEnv,
        allowPrivate,
        mediaType,
        title,
        body,
        alerts,
        stories,
        vainAttempts,
        next);
  }
}
