package wellhead.indexer.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.IOUtils;
import wellhead.schema.CommitRecord;
import wellhead.schema.IndexFiles;
import wellhead.schema.IndexSchemaException;

/**
 * Copies one commit of an index into another folder, while runs and servers go on using it. The
 * files of a commit never change, so they are copied as they are and checked against their
 * checksums; a commit that a run deletes meanwhile is given up for the newer one. Copies, not
 * links: a file that is damaged later must be whole in the backup.
 *
 * <p>A later backup into the same folder copies only what is new. The earlier backup in it stays
 * whole until the new one is complete, and gives way to it by the renaming of one file.
 */
public final class IndexBackup {
  /** Marks a folder as one that backups are made into. */
  private static final String MARK = "wellhead-backup.txt";

  /** How many commits may vanish under the copying before it gives up; a run takes seconds. */
  private static final int ATTEMPTS = 20;

  private final Path index;
  private final Path target;
  private final Consumer<DiskNeed> announce;
  private boolean announced;

  private IndexBackup(Path index, Path target, Consumer<DiskNeed> announce) {
    this.index = index;
    this.target = target;
    this.announce = announce;
  }

  /**
   * What a backup holds.
   *
   * @param copied bytes that were copied for it; files of an earlier backup stay where they are
   * @param noted whether the index could be told where its backup is
   */
  public record Made(CommitRecord commit, int files, long bytes, long copied, boolean noted) {}

  /**
   * Makes a backup.
   *
   * @param index the folder of the index; a note of the backup is left in it
   * @param target a folder that is empty, not there yet, or holds an earlier backup
   * @param announce told what the copying needs on disk before it begins
   * @throws IndexUnusableException when there is no index, or the target holds something else
   * @throws IndexHeldException when another backup is being made into the target
   * @throws NotEnoughDiskException when the target is too full; nothing was written
   * @throws IOException when copying fails; an earlier backup is as it was
   */
  public static Made make(Path index, Path target, Instant now, Consumer<DiskNeed> announce)
      throws IOException, IndexHeldException, IndexUnusableException {
    if (!Files.isDirectory(index)) {
      throw IndexUnusableException.noIndex(index);
    }
    return new IndexBackup(index, target, announce).make(now);
  }

  private Made make(Instant now) throws IOException, IndexHeldException, IndexUnusableException {
    requireOurs();
    try (Directory from = IndexFiles.open(index)) {
      for (int attempt = 1; ; attempt++) {
        List<String> commits = Commits.in(from);
        if (commits.isEmpty()) {
          throw IndexUnusableException.noIndex(index);
        }
        try {
          return make(from, commits.getFirst(), now);
        } catch (NoSuchFileException | FileNotFoundException e) {
          boolean vanished = !Commits.in(from).contains(commits.getFirst());
          if (!vanished || attempt == ATTEMPTS) {
            throw e;
          }
        }
      }
    }
  }

  private void requireOurs() throws IOException, IndexUnusableException {
    if (target.toAbsolutePath().normalize().equals(index.toAbsolutePath().normalize())) {
      throw new IndexUnusableException("an index is no backup of itself; name another folder");
    }
    if (Files.exists(target.resolve(MARK))) {
      return;
    }
    if (Files.isDirectory(target)) {
      try (Stream<Path> inside = Files.list(target)) {
        if (inside.findAny().isPresent()) {
          throw new IndexUnusableException(
              target + " holds something that is not a backup; name an empty or a new folder");
        }
      }
    } else if (Files.exists(target)) {
      throw new IndexUnusableException(target + " is not a folder; name another");
    }
  }

  private Made make(Directory from, String commit, Instant now)
      throws IOException, IndexHeldException, IndexUnusableException {
    SegmentInfos infos = SegmentInfos.readCommit(from, commit);
    CommitRecord record = record(infos);
    if (!Files.exists(target.resolve(MARK))) {
      // the mark comes first: a folder with anything else in it and no mark is not ours
      require(BackupPlan.of(from, infos, new ByteBuffersDirectory()));
      mark();
    }
    try (RunLock lock = RunLock.take(target, now);
        Directory to = IndexFiles.open(target)) {
      lock.require();
      BackupPlan plan = BackupPlan.of(from, infos, to);
      require(plan);
      long copied = plan.isDone() ? 0 : copy(plan, from, to);
      String made = Commits.in(to).getFirst();
      return new Made(
          record,
          SegmentInfos.readCommit(to, made).files(true).size(),
          plan.bytes() + to.fileLength(made),
          copied,
          note(record, now));
    }
  }

  private void require(BackupPlan plan) throws IOException {
    DiskNeed need = DiskNeed.of("the backup", target, plan.bytesToCopy());
    if (!announced) {
      announced = true;
      announce.accept(need);
    }
    need.require();
  }

  private void mark() throws IOException {
    Files.createDirectories(target);
    Files.writeString(
        target.resolve(MARK),
        "A backup of a Wellhead index: itself an index, to be searched in place or copied back.\n");
  }

  private CommitRecord record(SegmentInfos infos) throws IndexUnusableException {
    try {
      return CommitRecord.of(infos.getUserData(), index.toString());
    } catch (IndexSchemaException e) {
      throw new IndexUnusableException(e);
    }
  }

  /** How many bytes were copied. */
  private static long copy(BackupPlan plan, Directory from, Directory to) throws IOException {
    var written = new ArrayList<String>();
    boolean done = false;
    try {
      Set<String> there = Set.of(to.listAll());
      for (BackupPlan.Copy copy : plan.copies()) {
        if (there.contains(copy.to())) {
          to.deleteFile(copy.to()); // of a backup that was interrupted: no commit needs it
        }
        written.add(copy.to());
        to.copyFrom(from, copy.from(), copy.to(), IOContext.READONCE);
      }
      to.sync(written);
      for (String file : written) {
        verify(to, file);
      }
      to.syncMetaData();
      Set<String> files = Set.copyOf(plan.switchTo(to));
      done = true;
      tidy(to, files);
    } finally {
      if (!done) {
        IOUtils.deleteFilesIgnoringExceptions(to, written);
      }
    }
    return plan.bytesToCopy() + to.fileLength(Commits.in(to).getFirst());
  }

  private static void verify(Directory to, String file) throws IOException {
    try (var input = to.openInput(file, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(input);
    }
  }

  /** Deletes what the earlier backup needed and this one does not. The next backup tries again. */
  private static void tidy(Directory to, Set<String> needed) throws IOException {
    for (String file : to.listAll()) {
      if (IndexFiles.isLucenes(file) && !needed.contains(file)) {
        IOUtils.deleteFilesIgnoringExceptions(to, file);
      }
    }
  }

  private boolean note(CommitRecord record, Instant now) {
    try {
      new BackupNote(target.toAbsolutePath().normalize(), now, record.generation()).write(index);
      return true;
    } catch (IOException e) {
      return false; // who backs up need not be allowed to write to the index; the result says so
    }
  }
}
