package wellhead.server.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Summary;
import wellhead.story.Published;

/**
 * A story as it is told.
 *
 * @param alerts which ask for it
 * @param changed whether it was told before, and is otherwise now
 */
record News(
    String id,
    String kind,
    String title,
    @Nullable String url,
    @Nullable String source,
    @Nullable String author,
    @Nullable Instant earliest,
    @Nullable Instant latest,
    @Nullable Instant firstSeen,
    boolean changed,
    List<String> alerts) {
  News {
    alerts = List.copyOf(alerts);
  }

  static News of(Summary story, boolean changed, List<String> alerts) {
    Published published = story.published();
    return new News(
        story.id(),
        story.kind().wireName(),
        story.title(),
        story.url(),
        story.source(),
        story.author(),
        published == null ? null : published.interval().earliest(),
        published == null ? null : published.interval().latest(),
        story.firstSeen(),
        changed,
        alerts);
  }

  /** Another one when what is told of a change has changed; short, for an alert keeps many. */
  static String fingerprint(Summary story) {
    Published published = story.published();
    String told = story.title() + "|" + (published == null ? "" : published.interval());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
