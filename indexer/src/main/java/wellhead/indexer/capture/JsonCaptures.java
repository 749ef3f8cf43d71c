package wellhead.indexer.capture;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One story told in JSON becomes its capture. */
final class JsonCaptures {
  private final Identity identity;
  private final @Nullable ZoneId zone;

  /**
   * @param zone of days and times without one; {@code null} when not known
   */
  JsonCaptures(Identity identity, @Nullable ZoneId zone) {
    this.identity = identity;
    this.zone = zone;
  }

  /**
   * Reads an object.
   *
   * @param origin of the record
   * @param line that it begins in, from 1
   */
  Outcome read(byte[] json, Origin origin, int line) {
    try {
      JsonStory.Parsed parsed = JsonStory.parse(json, line, zone);
      return onLine(
          line,
          identity.capture(
              origin,
              Digests.of(json),
              new Content.Entries(List.of(parsed.entry()), false),
              parsed.told(),
              () -> Optional.ofNullable(parsed.entry().url())));
    } catch (JsonStory.NotAStoryException e) {
      return new Outcome.Rejected(
          new Rejection(origin.shown(), origin.record(), line, e.cause(), e.reason()));
    }
  }

  private static Outcome onLine(int line, Outcome outcome) {
    return outcome instanceof Outcome.Rejected(Rejection why)
        ? new Outcome.Rejected(
            new Rejection(why.file(), why.record(), line, why.cause(), why.reason()))
        : outcome;
  }
}
