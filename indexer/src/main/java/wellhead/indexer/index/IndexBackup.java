package wellhead.indexer.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import wellhead.schema.CommitRecord;
import wellhead.schema.IndexSchemaException;

/**
 * Copies one commit of an index into another folder, while runs and servers go on using it. The
 * files of a commit never change, so they are copied as they are and checked against their
 * checksums; a commit that a run deletes meanwhile is given up for the newer one. Copies, not
 * links: a file that is damaged later must be whole in the backup.
 *
 * <p>A later backup into the same folder copies only what is new. The earlier backup in it stays
 * whole until the new one is complete.
 */
public final class IndexBackup {
  /** Marks a folder as one that backups are made into. */
  private static final String MARK = "wellhead-backup.txt";

  private static final String PARTIAL = ".partial";

  /** How many commits may vanish under the copying before it gives up; a run takes seconds. */
  private static final int ATTEMPTS = 20;

  private final Path index;
  private final Path target;
  private final Consumer<DiskNeed> announce;

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
   * @throws NotEnoughDiskException when the target is too full; nothing was written
   * @throws IOException when copying fails; an earlier backup is as it was
   */
  public static Made make(Path index, Path target, Instant now, Consumer<DiskNeed> announce)
      throws IOException, IndexUnusableException {
    if (!Files.isDirectory(index)) {
      throw IndexUnusableException.noIndex(index);
    }
    return new IndexBackup(index, target, announce).make(now);
  }

  private Made make(Instant now) throws IOException, IndexUnusableException {
    requireOurs();
    try (Directory from = FSDirectory.open(index)) {
      for (int attempt = 1; ; attempt++) {
        List<String> commits = Commits.in(from);
        if (commits.isEmpty()) {
          throw IndexUnusableException.noIndex(index);
        }
        try {
          return copy(from, commits.getFirst(), now);
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

  private Made copy(Directory from, String commit, Instant now)
      throws IOException, IndexUnusableException {
    SegmentInfos infos = SegmentInfos.readCommit(from, commit);
    CommitRecord record = record(infos);
    Collection<String> files = infos.files(true);
    var missing = new ArrayList<String>();
    long bytes = 0;
    long toCopy = 0;
    for (String file : files) {
      long length = from.fileLength(file);
      bytes += length;
      if (!isThere(from, file)) {
        missing.add(file);
        toCopy += length;
      }
    }
    if (!missing.isEmpty() && !missing.contains(commit)) {
      missing.add(commit); // a file of this very commit was lost; it is put together anew
    }
    DiskNeed need = DiskNeed.of("the backup", target, toCopy);
    announce.accept(need);
    need.require();
    begin();
    try {
      for (String file : missing) {
        copy(file);
      }
      if (!missing.isEmpty()) {
        switchTo(commit, missing, Set.copyOf(files));
      }
    } finally {
      removePartial();
    }
    return new Made(record, files.size(), bytes, toCopy, note(record, now));
  }

  private CommitRecord record(SegmentInfos infos) throws IndexUnusableException {
    try {
      return CommitRecord.of(infos.getUserData(), index.toString());
    } catch (IndexSchemaException e) {
      throw new IndexUnusableException(e);
    }
  }

  /** Whether an earlier backup has this very file, whole. */
  private boolean isThere(Directory from, String file) throws IOException {
    if (!Files.exists(target.resolve(file))) {
      return false;
    }
    try (Directory to = FSDirectory.open(target);
        var theirs = from.openInput(file, IOContext.READONCE);
        var ours = to.openInput(file, IOContext.READONCE)) {
      return theirs.length() == ours.length()
          && CodecUtil.retrieveChecksum(theirs) == CodecUtil.checksumEntireFile(ours);
    } catch (CorruptIndexException e) {
      return false;
    }
  }

  private void begin() throws IOException {
    Files.createDirectories(target);
    try {
      Files.writeString(
          target.resolve(MARK),
          "A backup of a Wellhead index: itself an index, to be searched in place or copied back.\n",
          StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      removePartial(); // of a backup that was interrupted
    }
  }

  /** To a name of its own first, for the earlier backup may have another file of that name. */
  private void copy(String file) throws IOException {
    Path partial = target.resolve(file + PARTIAL);
    Files.copy(index.resolve(file), partial, StandardCopyOption.REPLACE_EXISTING);
    try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    try (Directory to = FSDirectory.open(target);
        var input = to.openInput(file + PARTIAL, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(input);
    }
  }

  /** All files are there and whole; what is left is renaming, the file of the commit last. */
  private void switchTo(String commit, List<String> missing, Set<String> files) throws IOException {
    boolean collides = missing.stream().anyMatch(file -> Files.exists(target.resolve(file)));
    if (collides) {
      // The index was begun anew, and the old names stand for other files. The earlier backup ends
      // here; a crash between here and the last renaming leaves a folder that is marked as ours.
      for (String old : commitsIn(target)) {
        Files.delete(target.resolve(old));
      }
    }
    for (String file : missing) {
      if (!file.equals(commit)) {
        rename(file);
      }
    }
    sync();
    rename(commit);
    sync();
    var superfluous = new HashSet<Path>();
    try (Stream<Path> inside = Files.list(target)) {
      inside
          .filter(path -> !files.contains(name(path)) && !name(path).equals(MARK))
          .filter(path -> !Files.isDirectory(path)) // what is kept beside an index
          .forEach(superfluous::add);
    }
    for (Path path : superfluous) {
      Files.delete(path);
    }
  }

  private void rename(String file) throws IOException {
    Files.move(
        target.resolve(file + PARTIAL), target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }

  /** New names are on disk only when their folder is. */
  private void sync() throws IOException {
    try (Directory to = FSDirectory.open(target)) {
      to.syncMetaData();
    }
  }

  private static List<String> commitsIn(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      return Commits.in(directory);
    }
  }

  private void removePartial() throws IOException {
    try (Stream<Path> inside = Files.list(target)) {
      for (Path path : inside.filter(path -> name(path).endsWith(PARTIAL)).toList()) {
        Files.delete(path);
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

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
