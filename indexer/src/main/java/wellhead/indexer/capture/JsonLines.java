package wellhead.indexer.capture;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON Lines, a story a line; each is a capture of its own, for each may have its own source and
 * time. A bad line is rejected, its neighbours are read.
 */
final class JsonLines implements Captures {
  private final LineReader lines;
  private final Origin origin;
  private final Identity identity;
  private final @Nullable ZoneId zone;
  private boolean any;
  private boolean ended;

  JsonLines(InputStream in, Origin origin, Identity identity, @Nullable ZoneId zone) {
    this.lines = new LineReader(in, Limits.LINE_BYTES);
    this.origin = origin;
    this.identity = identity;
    this.zone = zone;
  }

  @Override
  public @Nullable Outcome next() throws IOException {
    while (!ended) {
      byte[] line = lines.next();
      if (line == null) {
        ended = true;
      } else if (lines.isCut()) {
        any = true;
        return rejected(
            Cause.LINE_TOO_LONG, "longer than " + (Limits.LINE_BYTES >> 20) + " MiB; split it");
      } else if (!isBlank(line)) {
        any = true;
        return story(line);
      }
    }
    if (any) {
      return null;
    }
    any = true;
    return new Outcome.Empty(origin.shown());
  }

  private Outcome story(byte[] line) {
    try {
      JsonStory.Parsed parsed = JsonStory.parse(line, lines.number(), zone);
      return new Outcome.Read(
          identity.capture(
              origin.withRecord(lines.number() - 1),
              Digests.of(line),
              new Content.Entries(List.of(parsed.entry())),
              parsed.told(),
              () -> Optional.ofNullable(parsed.entry().url())));
    } catch (JsonStory.NotAStoryException e) {
      return rejected(e.cause(), e.reason());
    }
  }

  private Outcome rejected(Cause cause, String reason) {
    int number = lines.number();
    return new Outcome.Rejected(new Rejection(origin.shown(), number - 1, number, cause, reason));
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }
}
