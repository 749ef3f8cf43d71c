package wellhead.indexer.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import wellhead.schema.CommitRecord;
import wellhead.schema.IndexFiles;
import wellhead.schema.IndexSchemaException;

/**
 * Whether an index is sound: every file against its checksum, Lucene's own check, the schema
 * version, and what must be true of every story and of the records of what was read.
 *
 * @param stories how many stories were looked at
 * @param captures how many captures the index records
 * @param files how many files it records to have read
 * @param generation of the commit; 0 when that cannot be read
 * @param problems what is not sound in its newest commit, each in words
 * @param former what is damaged in the earlier commit that is kept, each in words
 * @param restorable whether no file is damaged that the commit before it needs, where there is one
 * @param backup the last backup; empty when none is known
 */
public record IndexCheck(
    int stories,
    int captures,
    int files,
    long generation,
    List<String> problems,
    List<String> former,
    boolean restorable,
    Optional<BackupNote> backup) {

  /** How often a commit may be deleted by runs while it is looked at. */
  private static final int ATTEMPTS = 5;

  public IndexCheck {
    problems = List.copyOf(problems);
    former = List.copyOf(former);
  }

  /** Whether nothing is wrong, with what is searched or with what could be gone back to. */
  public boolean isSound() {
    return problems.isEmpty() && former.isEmpty();
  }

  /**
   * Checks the index in a folder: the newest commit in all respects, each earlier one that is kept
   * file by file. Changes nothing; runs may go on meanwhile.
   *
   * @throws IndexUnusableException when there is no index, or one of another schema
   */
  public static IndexCheck of(Path folder) throws IOException, IndexUnusableException {
    if (!Files.isDirectory(folder)) {
      throw IndexUnusableException.noIndex(folder);
    }
    try (Directory directory = IndexFiles.open(folder)) {
      return of(directory, folder);
    }
  }

  static IndexCheck of(Directory directory, Path folder)
      throws IOException, IndexUnusableException {
    for (int attempt = 1; ; attempt++) {
      List<String> commits = Commits.in(directory);
      if (commits.isEmpty()) {
        throw IndexUnusableException.noIndex(folder);
      }
      String commit = commits.getFirst();
      IndexCheck check = of(Commits.only(commit, directory), commit, folder);
      boolean deleted = !Commits.in(directory).contains(commit);
      if (check.problems.isEmpty() || !deleted || attempt == ATTEMPTS) {
        return check.withFormer(commits.subList(1, commits.size()), directory);
      }
    }
  }

  /**
   * With what is wrong with earlier commits; one that a run has deleted meanwhile does not count.
   */
  private IndexCheck withFormer(List<String> commits, Directory directory) throws IOException {
    var damaged = new TreeSet<String>();
    boolean whole = !commits.isEmpty();
    for (String commit : commits) {
      Damage damage = Damage.of(directory, commit);
      if (Commits.in(directory).contains(commit)) {
        damaged.addAll(damage.sentences());
        whole &= damage.isNone();
      }
    }
    damaged.removeAll(problems);
    return new IndexCheck(
        stories, captures, files, generation, problems, List.copyOf(damaged), whole, backup);
  }

  private static IndexCheck of(Directory directory, String commit, Path folder)
      throws IOException, IndexUnusableException {
    List<String> problems = Damage.of(directory, commit).sentences();
    if (problems.isEmpty()) {
      CommitRecord record = record(SegmentInfos.readCommit(directory, commit), folder);
      problems = lucene(directory);
      if (problems.isEmpty()) {
        return contents(directory, record, folder);
      }
    }
    return new IndexCheck(0, 0, 0, 0, problems, List.of(), false, BackupNote.read(folder));
  }

  /**
   * What is damaged, as in "file _5.cfs: codec footer mismatch", where that is why something could
   * not be read.
   */
  public static Optional<String> damageBehind(IOException failure) {
    return Damage.behind(failure);
  }

  /** Why something of an index cannot be read, and which file that is, where it is told. */
  public static String reason(Throwable failure) {
    return Damage.reasonNaming("", failure);
  }

  private static CommitRecord record(SegmentInfos infos, Path folder)
      throws IndexUnusableException {
    try {
      return CommitRecord.of(infos.getUserData(), folder.toString());
    } catch (IndexSchemaException e) {
      throw new IndexUnusableException(e);
    }
  }

  private static List<String> lucene(Directory directory) throws IOException {
    var output = new ByteArrayOutputStream();
    try (var check = new CheckIndex(directory, new NoLocking().obtainLock(directory, "check"))) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_INTEGRITY_CHECKS);
      check.setInfoStream(new PrintStream(output, true, StandardCharsets.UTF_8));
      CheckIndex.Status status = check.checkIndex();
      return status.clean
          ? List.of()
          : List.of(
              "Lucene finds the index damaged: "
                  + output
                      .toString(StandardCharsets.UTF_8)
                      .lines()
                      .map(String::strip)
                      .filter(line -> !line.isEmpty())
                      .collect(Collectors.joining("; ")));
    }
  }

  private static IndexCheck contents(Directory directory, CommitRecord record, Path folder)
      throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      var contents = new ContentCheck(reader);
      contents.run(record);
      return new IndexCheck(
          contents.shown(),
          contents.captureRecords(),
          contents.fileRecords(),
          record.generation(),
          contents.problems(),
          List.of(),
          false,
          BackupNote.read(folder));
    }
  }
}
