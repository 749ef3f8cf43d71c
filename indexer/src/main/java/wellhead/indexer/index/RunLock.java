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
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexWriter;
import org.jspecify.annotations.Nullable;

/**
 * One run at a time. The operating system lets go of the lock however the process ends; the file
 * also says which process holds it and since when, which Lucene's own lock does not.
 */
final class RunLock implements Closeable {
  private static final String NAME = "run.lock";
  private static final Pattern SIGNED = Pattern.compile("^process (\\d{1,10}) since ");

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
        throw new IndexHeldException(holder(file));
      }
      String holder =
          "process "
              + ProcessHandle.current().pid()
              + " since "
              + now.truncatedTo(ChronoUnit.SECONDS)
              + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      emptyLucenes(folder);
      return new RunLock(channel, lock);
    } catch (IOException | IndexHeldException e) {
      channel.close();
      throw e;
    }
  }

  /** Lucene refuses a lock file of its own that is not empty, as a copy by other means may be. */
  private static void emptyLucenes(Path folder) throws IOException {
    Path lucenes = folder.resolve(IndexWriter.WRITE_LOCK_NAME);
    if (Files.isRegularFile(lucenes) && Files.size(lucenes) > 0) {
      Files.write(lucenes, new byte[0]);
    }
  }

  /** Who holds the lock; waits a little for one who has taken it and not yet signed. */
  private static String holder(Path file) throws IOException {
    String holder = Files.readString(file).strip();
    for (int i = 0; i < 10 && !isAlive(holder); i++) {
      LockSupport.parkNanos(20_000_000);
      holder = Files.readString(file).strip();
    }
    return holder;
  }

  private static boolean isAlive(String holder) {
    Matcher process = SIGNED.matcher(holder);
    return process.find() && ProcessHandle.of(Long.parseLong(process.group(1))).isPresent();
  }

  /** The lock in use, for a block that only needs it to be there. */
  void require() {
    if (!lock.isValid()) {
      throw new IllegalStateException("the lock was let go of");
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
