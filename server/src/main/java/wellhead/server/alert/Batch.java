package wellhead.server.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one run found out, written down before anything comes of it: what alerts know from now on,
 * and the messages that say so.
 *
 * @param known by alert, what is new to it
 * @param messages those that are still to be sent
 */
record Batch(Instant at, Map<String, Map<String, String>> known, List<Message> messages) {
  Batch {
    known = Map.copyOf(known);
    messages = List.copyOf(messages);
  }

  /** The same with a message in another state. */
  Batch with(Message changed) {
    return new Batch(
        at, known, messages.stream().map(m -> m.id().equals(changed.id()) ? changed : m).toList());
  }

  /** The same without a message that needs no more sending. */
  Batch without(Message done) {
    var left = new ArrayList<>(messages);
    left.removeIf(message -> message.id().equals(done.id()));
    return new Batch(at, known, left);
  }
}
