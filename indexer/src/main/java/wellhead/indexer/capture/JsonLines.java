package wellhead.indexer.capture;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * JSON Lines, a story a line; each is a capture of its own, for each may have its own source and
 * time. A bad line is rejected, its neighbours are read.
 */
final class JsonLines implements Captures {
  private final LineReader lines;
  private final Origin origin;
  private final JsonCaptures stories;
  private boolean any;
  private boolean ended;

  JsonLines(InputStream in, Origin origin, JsonCaptures stories) {
    this.lines = new LineReader(in, Limits.LINE_BYTES);
    this.origin = origin;
    this.stories = stories;
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
    return stories.read(line, origin.withRecord(lines.number() - 1), lines.number());
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
