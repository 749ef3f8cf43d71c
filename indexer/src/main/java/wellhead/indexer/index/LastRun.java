package wellhead.indexer.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * When a run last took an index to write to it. A run that finds nothing new leaves no commit, but
 * it leaves this, by which it can be told that cron is alive.
 */
public final class LastRun {
  private LastRun() {}

  /** Empty when no run ever wrote there, or the folder cannot be looked at. */
  public static Optional<Instant> in(Path folder) {
    try {
      return Optional.of(Files.getLastModifiedTime(RunLock.file(folder)).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
