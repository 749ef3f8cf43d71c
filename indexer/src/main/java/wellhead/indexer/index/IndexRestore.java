package wellhead.indexer.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import wellhead.schema.CommitRecord;
import wellhead.schema.IndexFiles;
import wellhead.schema.IndexSchemaException;
import wellhead.schema.Schema;

/** Goes back to the commit before the last, which every run keeps. */
public final class IndexRestore {
  private IndexRestore() {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * The index is what it was one commit earlier. The number of the generation goes on rising, so
     * that nobody takes one state for another.
     *
     * @param damaged what was wrong with the commit that was given up, a sentence a file
     * @param now the index as it is
     */
    record Restored(List<String> damaged, CommitRecord now) implements Outcome {
      public Restored {
        damaged = List.copyOf(damaged);
      }
    }

    /** There is only the one commit. Nothing was changed. */
    record NothingEarlier(List<String> damaged, Optional<BackupNote> backup) implements Outcome {
      public NothingEarlier {
        damaged = List.copyOf(damaged);
      }
    }

    /** The newest commit is whole, and the earlier one is not. Nothing was changed. */
    record OnlyEarlierDamaged(List<String> damaged) implements Outcome {
      public OnlyEarlierDamaged {
        damaged = List.copyOf(damaged);
      }
    }

    /** Both are damaged, perhaps in a file that they share. Nothing was changed. */
    record EarlierDamaged(List<String> damaged, Optional<BackupNote> backup) implements Outcome {
      public EarlierDamaged {
        damaged = List.copyOf(damaged);
      }
    }
  }

  /**
   * Goes back one commit, whatever the state of the newest.
   *
   * @throws IndexHeldException when a run holds the index
   * @throws IndexUnusableException when there is no index, or the earlier commit is of another
   *     schema
   */
  public static Outcome run(Path folder, Instant now)
      throws IOException, IndexHeldException, IndexUnusableException {
    if (!Files.isDirectory(folder)) {
      throw IndexUnusableException.noIndex(folder);
    }
    try (RunLock lock = RunLock.take(folder, now);
        Directory directory = IndexFiles.open(folder)) {
      lock.require();
      List<String> commits = Commits.in(directory);
      if (commits.isEmpty()) {
        throw IndexUnusableException.noIndex(folder);
      }
      List<String> damaged = Damage.of(directory, commits.getFirst()).sentences();
      if (commits.size() == 1) {
        return new Outcome.NothingEarlier(damaged, BackupNote.read(folder));
      }
      Damage earlier = Damage.of(directory, commits.get(1));
      if (!earlier.isNone() && damaged.isEmpty()) {
        return new Outcome.OnlyEarlierDamaged(earlier.sentences());
      }
      if (!earlier.isNone()) {
        var both = new TreeSet<>(damaged);
        both.addAll(earlier.sentences());
        return new Outcome.EarlierDamaged(List.copyOf(both), BackupNote.read(folder));
      }
      return new Outcome.Restored(damaged, goBack(directory, commits, folder));
    }
  }

  private static CommitRecord goBack(Directory directory, List<String> commits, Path folder)
      throws IOException, IndexUnusableException {
    String earlier = commits.get(1);
    var others = new ArrayList<>(commits);
    others.remove(earlier);
    SparedFiles shown = SparedFiles.of(directory, others);
    CommitRecord back = record(shown, earlier, folder);
    CommitRecord now =
        new CommitRecord(
            back.schema(),
            Math.max(back.generation() + 1, generation(shown, commits.getFirst())) + 1,
            back.builtAt(),
            back.stories());
    IndexCommit target = commit(shown, earlier);
    var said = new HashMap<>(target.getUserData());
    said.putAll(now.toUserData());
    var config = Schema.writerConfig();
    config.setOpenMode(OpenMode.APPEND);
    config.setCommitOnClose(false);
    config.setIndexCommit(target);
    config.setIndexDeletionPolicy(new KeepAllUntilCommit());
    try (var writer = new IndexWriter(shown, config)) {
      writer.setLiveCommitData(said.entrySet());
      writer.commit();
    } catch (IOException | AlreadyClosedException e) {
      if (!Commits.isNewest(said, shown)) {
        throw e;
      }
      // Only the tidying up after the switch failed; the next run does it.
    }
    shown.deleteSpared();
    return now;
  }

  /** The commit that is gone back to is there until it is the newest itself. */
  private static final class KeepAllUntilCommit extends IndexDeletionPolicy {
    @Override
    public void onInit(List<? extends IndexCommit> commits) {}

    @Override
    public void onCommit(List<? extends IndexCommit> commits) {
      commits.subList(0, commits.size() - 1).forEach(IndexCommit::delete);
    }
  }

  private static CommitRecord record(Directory directory, String commit, Path folder)
      throws IOException, IndexUnusableException {
    try {
      return CommitRecord.of(
          SegmentInfos.readCommit(directory, commit).getUserData(), folder.toString());
    } catch (IndexSchemaException e) {
      throw new IndexUnusableException(e);
    }
  }

  /** The generation of the commit that is given up; 0 when that cannot be read. */
  private static long generation(SparedFiles shown, String commit) throws IOException {
    if (shown.unreadable().containsKey(commit)) {
      return 0;
    }
    String generation =
        SegmentInfos.readCommit(shown, commit).getUserData().get(Schema.GENERATION_KEY);
    try {
      return generation == null ? 0 : Long.parseLong(generation);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static IndexCommit commit(Directory directory, String name) throws IOException {
    for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
      if (commit.getSegmentsFileName().equals(name)) {
        return commit;
      }
    }
    throw new NoSuchFileException(name);
  }
}
