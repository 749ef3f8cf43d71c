package wellhead.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import wellhead.schema.IndexSchemaException;
import wellhead.schema.Schema;
import wellhead.schema.SchemaVersion;

/**
 * Follows an index from commit to commit, and to another index that is put in its place. Answers
 * come from the old commit until the new one is warm; an index that vanishes or cannot be read goes
 * on answering from its last good commit.
 */
final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = System.getLogger(IndexFollower.class.getName());
  private static final long CHECK_MILLISECONDS = 1000;

  /** Runs the searches that a new commit needs before it is fast. */
  @FunctionalInterface
  interface Warmer {
    void warm(Generation generation) throws IOException;
  }

  private final Path path;
  private final Warmer warmer;
  private final ScheduledExecutorService checks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("index-follower").daemon().factory());
  private final Shelf former = new Shelf();
  private volatile @Nullable Generation current;
  private volatile boolean following;
  private String lastComplaint = "";

  /**
   * Opens what is there and follows it from now on.
   *
   * @throws IndexSchemaException when an index is there that this program does not read
   */
  static IndexFollower follow(Path path, Warmer warmer) throws IOException {
    var follower = new IndexFollower(path, warmer);
    follower.refresh();
    // check() complains by itself; its future never completes
    var unused =
        follower.checks.scheduleWithFixedDelay(
            follower::check, CHECK_MILLISECONDS, CHECK_MILLISECONDS, TimeUnit.MILLISECONDS);
    return follower;
  }

  private IndexFollower(Path path, Warmer warmer) {
    this.path = path;
    this.warmer = warmer;
  }

  boolean isReady() {
    return current != null;
  }

  /** Whether the newest commit could be read when it was last looked for. */
  boolean isFollowing() {
    return following;
  }

  /**
   * The newest warm commit, held; let go of it when done.
   *
   * @throws IndexNotReadyException when there was no index so far
   */
  Generation hold() {
    while (true) {
      Generation generation = current;
      if (generation == null) {
        throw new IndexNotReadyException(path.toString());
      }
      if (generation.tryHold()) {
        return generation;
      }
    }
  }

  /**
   * A commit that is the newest, or was a few minutes ago, held; let go of it when done.
   *
   * @throws CursorExpiredException when it is no longer open
   */
  Generation hold(String commit) {
    Generation newest = hold();
    if (newest.commit().equals(commit)) {
      return newest;
    }
    try {
      newest.letGo();
    } catch (IOException e) {
      throw new UncheckedIOException("letting go of an index", e);
    }
    return former.hold(commit).orElseThrow(CursorExpiredException::new);
  }

  /**
   * Opens the newest commit if it is another than the current one. When that fails, answers go on
   * coming from the current one.
   */
  synchronized void refresh() throws IOException {
    boolean found = false;
    try {
      found = openNewest();
    } finally {
      following = found;
    }
  }

  /** Whether there is a commit. */
  private boolean openNewest() throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    // opened anew each time: the path may lead somewhere else by now
    var directory = FSDirectory.open(path);
    if (!DirectoryReader.indexExists(directory)) {
      return false;
    }
    SegmentInfos latest = latest(directory);
    Generation before = current;
    if (before == null || !before.is(latest)) {
      requireSchema(latest);
      Generation next = warm(open(directory, before, latest));
      current = next;
      if (before != null) {
        former.put(before, System.nanoTime());
      }
    }
    former.clear(System.nanoTime());
    return true;
  }

  private static Generation open(
      FSDirectory directory, @Nullable Generation before, SegmentInfos latest) throws IOException {
    return before == null ? Generation.open(directory) : before.next(directory, latest);
  }

  private Generation warm(Generation next) throws IOException {
    boolean warm = false;
    try {
      warmer.warm(next);
      warm = true;
      return next;
    } finally {
      if (!warm) {
        next.letGo(); // the next check opens it again, and again, until it can be read
      }
    }
  }

  private SegmentInfos latest(FSDirectory directory) throws IOException {
    try {
      return SegmentInfos.readLatestCommit(directory);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw new IndexSchemaException("of another Lucene", path.toString());
    }
  }

  private void requireSchema(SegmentInfos commit) {
    String version = commit.getUserData().get(Schema.VERSION_KEY);
    if (!String.valueOf(SchemaVersion.CURRENT).equals(version)) {
      throw new IndexSchemaException(version == null ? "none" : version, path.toString());
    }
  }

  /** A check that fails is tried again at the next; said once. */
  private void check() {
    try {
      refresh();
      lastComplaint = "";
    } catch (IOException | RuntimeException | InternalError e) {
      // Damaged files lead to errors of any kind, a mapped file that was cut to an InternalError;
      // none of them may end the following.
      // the message of a refused access is the file alone
      String complaint =
          (e instanceof AccessDeniedException ? "permission denied: " : "") + e.getMessage();
      boolean interrupted = checks.isShutdown(); // being closed is nothing to complain of
      if (!interrupted && !complaint.equals(lastComplaint)) {
        LOG.log(Level.WARNING, "the index at " + path + " could not be opened: " + complaint);
        lastComplaint = complaint;
      }
    }
  }

  @Override
  public void close() {
    checks.shutdownNow();
    closeCurrent();
  }

  private synchronized void closeCurrent() {
    Generation last = current;
    current = null;
    if (last != null) {
      try {
        last.letGo();
        former.close();
      } catch (IOException e) {
        throw new UncheckedIOException("closing the index at " + path, e);
      }
    }
  }
}
