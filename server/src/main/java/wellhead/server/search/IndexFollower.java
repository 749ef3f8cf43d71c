package wellhead.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.index.IndexCheck;
import wellhead.schema.IndexFiles;
import wellhead.schema.IndexSchemaException;
import wellhead.schema.Schema;
import wellhead.schema.SchemaVersion;

/**
 * Follows an index from commit to commit, and to another index that is put in its place. Answers
 * come from the old commit until the new one is warm; an index that vanishes or cannot be read goes
 * on answering from its last good commit. A commit that turns out to be damaged only when a search
 * comes upon the damaged part gives way to the one before it, if that is still open.
 */
final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = System.getLogger(IndexFollower.class.getName());
  private static final long CHECK_MILLISECONDS = 1000;

  /**
   * How a file looks from outside.
   *
   * @param bytes -1 when it is gone
   */
  private record Stamp(long bytes, FileTime modified) {
    static Stamp of(Path file) throws IOException {
      try {
        return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
      } catch (NoSuchFileException e) {
        return new Stamp(
            -1, FileTime.fromMillis(0)); // as when a run has replaced the commit by now
      }
    }
  }

  /** Runs the searches that a new commit needs before it is fast. */
  @FunctionalInterface
  interface Warmer {
    void warm(Generation generation) throws IOException;
  }

  private final Path path;
  private final Similarity similarity;
  private final Warmer warmer;
  private final ScheduledExecutorService checks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("index-follower").daemon().factory());
  private final Shelf former = new Shelf();
  private volatile @Nullable Generation current;
  private volatile boolean following;
  private Map<String, Stamp> files = Map.of();
  private String lastComplaint = "";

  /**
   * Opens what is there and follows it from now on.
   *
   * @throws IndexSchemaException when an index is there that this program does not read
   */
  static IndexFollower follow(Path path, Warmer warmer) throws IOException {
    return follow(path, Schema.similarity(), warmer);
  }

  /** As {@link #follow(Path, Warmer)}, ranked otherwise. */
  static IndexFollower follow(Path path, Similarity similarity, Warmer warmer) throws IOException {
    var follower = new IndexFollower(path, similarity, warmer);
    follower.refresh();
    // check() complains by itself; its future never completes
    var unused =
        follower.checks.scheduleWithFixedDelay(
            follower::check, CHECK_MILLISECONDS, CHECK_MILLISECONDS, TimeUnit.MILLISECONDS);
    return follower;
  }

  private IndexFollower(Path path, Similarity similarity, Warmer warmer) {
    this.path = path;
    this.similarity = similarity;
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
   * Finds out, behind the requests' backs, whether a failure is the index's: what lies in a damaged
   * file can lead to a failure of any kind.
   */
  void suspect(Generation generation, RuntimeException failure) {
    if (generation.isToBeVerified() && generation.tryHold()) {
      try {
        checks.execute(() -> verify(generation));
      } catch (RejectedExecutionException closing) {
        LOG.log(Level.DEBUG, "not looked into, since all is being closed", failure);
      }
    }
  }

  private void verify(Generation generation) {
    try {
      read(generation);
    } finally {
      letGo(generation);
    }
  }

  /**
   * The newest warm commit, or the last sound one before it, held; let go of it when done.
   *
   * @throws IndexNotReadyException when there was no index so far
   */
  Generation hold() {
    while (true) {
      Generation generation = current;
      if (generation == null) {
        throw new IndexNotReadyException(path.toString());
      }
      Optional<Generation> sound = generation.isDamaged() ? former.holdSound() : Optional.empty();
      if (sound.isPresent()) {
        return sound.get();
      }
      if (generation.tryHold()) {
        return generation;
      }
    }
  }

  /**
   * Takes note that something cannot be read; from now on the index is not followed, until it is
   * mended or another takes its place.
   *
   * @return whether another generation answers from now on
   */
  boolean met(Generation generation, Throwable failure) {
    if (generation == current) {
      following = false;
    }
    if (generation.markDamaged()) {
      LOG.log(
          Level.WARNING,
          "the index at "
              + path
              + " is damaged: "
              + IndexCheck.reason(failure)
              + "; see wellhead check");
    }
    Generation next = hold();
    letGo(next);
    return !next.isDamaged();
  }

  private static void letGo(Generation generation) {
    try {
      generation.letGo();
    } catch (IOException e) {
      throw new UncheckedIOException("letting go of an index", e);
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
    letGo(newest);
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
      Generation now = current;
      following = found && (now == null || !now.isDamaged());
    }
  }

  /** Whether there is a commit. */
  private boolean openNewest() throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    // opened anew each time: the path may lead somewhere else by now
    Directory directory = IndexFiles.open(path);
    if (!DirectoryReader.indexExists(directory)) {
      return false;
    }
    SegmentInfos latest = latest(directory);
    Generation before = current;
    boolean wasDamaged = before != null && before.isDamaged();
    boolean touched = areTouched(latest.files(true));
    if (before == null || !before.is(latest) || wasDamaged) {
      requireSchema(latest);
      if (wasDamaged && !touched) {
        return false; // it would be read to its end for nothing again and again
      }
      Generation next = warm(open(directory, before, latest), wasDamaged);
      current = next;
      if (before != null) {
        former.put(before, System.nanoTime());
      }
    } else if (touched) {
      read(before);
      readFormer();
    }
    former.clear(System.nanoTime());
    return true;
  }

  /**
   * Whether any of a commit's files is another than when they were looked at last. Nobody changes a
   * file of an index: one that was cut within a page of memory shows nothing but zeros to searches.
   */
  private boolean areTouched(Collection<String> names) throws IOException {
    Map<String, Stamp> now = new HashMap<>();
    for (String name : names) {
      now.put(name, Stamp.of(path.resolve(name)));
    }
    boolean touched = !now.equals(files);
    files = now;
    return touched;
  }

  /** Finds out whether a generation is what it was. */
  private void read(Generation generation) {
    try {
      generation.verify();
    } catch (IOException | RuntimeException | InternalError e) {
      met(generation, e);
    }
  }

  /** Finds out which of those that may share a file that was touched can answer in its place. */
  private void readFormer() {
    for (Generation generation : former.holdAll()) {
      try {
        generation.verify();
      } catch (IOException | RuntimeException | InternalError e) {
        LOG.log(Level.DEBUG, "an earlier state of the index is damaged, too", e);
        generation.markDamaged();
      } finally {
        letGo(generation);
      }
    }
  }

  private Generation open(Directory directory, @Nullable Generation before, SegmentInfos latest)
      throws IOException {
    return before == null ? Generation.open(directory, similarity) : before.next(directory, latest);
  }

  /**
   * @param verify reads all of it before
   */
  private Generation warm(Generation next, boolean verify) throws IOException {
    boolean warm = false;
    try {
      if (verify) {
        next.verify();
      }
      warmer.warm(next);
      warm = true;
      return next;
    } finally {
      if (!warm) {
        next.letGo(); // the next check opens it again, and again, until it can be read
      }
    }
  }

  private SegmentInfos latest(Directory directory) throws IOException {
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
      String complaint = complaint(e);
      boolean interrupted = checks.isShutdown(); // being closed is nothing to complain of
      if (!interrupted && !complaint.equals(lastComplaint)) {
        LOG.log(Level.WARNING, "the index at " + path + " could not be opened: " + complaint);
        lastComplaint = complaint;
      }
    }
  }

  private static String complaint(Throwable e) {
    return switch (e) {
      case IndexSchemaException ours -> String.valueOf(ours.getMessage());
      // its message is the file alone
      case AccessDeniedException refused -> "permission denied: " + refused.getMessage();
      default -> IndexCheck.reason(e);
    };
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
