package wellhead.indexer.fetch;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Captures one address into a file. */
final class PageCapture {
  private final Visits visits;
  private final Turns turns;
  private final Robots robots;
  private final @Nullable Rendering rendering;
  private final WarcFile files;

  PageCapture(
      Visits visits, Turns turns, Robots robots, @Nullable Rendering rendering, WarcFile files) {
    this.visits = visits;
    this.turns = turns;
    this.robots = robots;
    this.rendering = rendering;
    this.files = files;
  }

  /**
   * Captures a page.
   *
   * @throws IOException when a file cannot be written
   */
  CaptureOutcome capture(WebAddress asked) throws IOException, InterruptedException {
    Visit visit = visits.visit(asked);
    if (visit.failure() != null) {
      boolean kept = visit.kept() && !visit.hops().isEmpty();
      Path file = kept ? files.write(asked, visit.hops(), null, null) : null;
      return new CaptureOutcome.Failed(asked, visit.failure(), file);
    }
    Exchange last = visit.hops().getLast();
    HostRecord.Seen unchanged = visit.unchanged();
    if (unchanged != null) {
      Path file = files.write(asked, visit.hops(), unchanged, null);
      return new CaptureOutcome.Unchanged(asked, unchanged.capturedAt(), file);
    }
    byte[] drawn = null;
    String notDrawn = null;
    try {
      drawn = rendering == null ? null : draw(rendering, last.address());
    } catch (NotCapturedException e) {
      notDrawn = e.reason();
    }
    Path file = files.write(asked, visit.hops(), null, drawn);
    remember(last, file);
    return notDrawn == null
        ? new CaptureOutcome.Page(asked, last.address(), last.status(), last.body().length, file)
        : new CaptureOutcome.Failed(asked, notDrawn, file);
  }

  /** A browser's request is one more. */
  private byte[] draw(Rendering by, WebAddress address)
      throws IOException, NotCapturedException, InterruptedException {
    return turns.take(
        address, robots.gap(address), before -> new Turns.Taken<>(by.draw(address), before));
  }

  private void remember(Exchange page, Path file) throws IOException, InterruptedException {
    String etag = page.headers().get("ETag");
    String lastModified = page.headers().get("Last-Modified");
    HostRecord.Seen seen =
        etag == null && lastModified == null
            ? null
            : new HostRecord.Seen(
                etag, lastModified, page.at(), page.id().toString(), file.toString());
    turns.amend(page.address(), record -> record.withPage(page.address(), seen));
  }
}
