package wellhead.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run at a time. The operating system lets go of the lock however the process ends; the file
 * also says which process holds it and since when, which Lucene's own lock does not.
 */
final class RunLock implements Closeable {
  private static final String NAME = "run.lock";

  private final FileChannel channel;
  private final FileLock lock;

  private RunLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock at once or not at all.
   *
   * @throws IndexHeldException when another run holds it
   */
  static RunLock take(Path folder, Instant now) throws IOException, IndexHeldException {
    Path file = file(folder);
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        throw new IndexHeldException(Files.readString(file).strip());
      }
      String holder =
          "process "
              + ProcessHandle.current().pid()
              + " since "
              + now.truncatedTo(ChronoUnit.SECONDS)
              + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      return new RunLock(channel, lock);
    } catch (IOException | IndexHeldException e) {
      channel.close();
      throw e;
    }
  }

  /** Written anew by each run that takes the lock, and left behind. */
  static Path file(Path folder) {
    return folder.resolve(NAME);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held within this very process
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
