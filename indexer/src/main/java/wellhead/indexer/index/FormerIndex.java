package wellhead.indexer.index;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import wellhead.schema.CommitRecord;
import wellhead.schema.IndexSchemaException;
import wellhead.schema.Keyword;

/**
 * The index as the last commit left it, when a run begins. A rebuild takes over what cannot be read
 * from the captures: under which ids stories were known.
 */
final class FormerIndex implements Closeable {
  private final CommitRecord commit;
  private final @Nullable DirectoryReader reader;

  private FormerIndex(CommitRecord commit, @Nullable DirectoryReader reader) {
    this.commit = commit;
    this.reader = reader;
  }

  /**
   * The index that a run goes on from.
   *
   * @throws IndexUnusableException when it is of another schema
   */
  static FormerIndex toContinue(Directory directory, Path folder)
      throws IOException, IndexUnusableException {
    if (!DirectoryReader.indexExists(directory)) {
      return new FormerIndex(CommitRecord.NONE, null);
    }
    try {
      SegmentInfos newest = SegmentInfos.readLatestCommit(directory);
      return new FormerIndex(CommitRecord.of(newest.getUserData(), folder.toString()), null);
    } catch (IndexSchemaException e) {
      throw new IndexUnusableException(e);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw new IndexUnusableException(
          new IndexSchemaException("none known (written by another Lucene)", folder.toString()));
    }
  }

  /**
   * The index that a rebuild replaces: whatever of it can be read. Commits that nobody can read are
   * removed, for Lucene's writer would not begin beside them.
   */
  static FormerIndex toReplace(Directory directory) throws IOException {
    for (String commit : Commits.in(directory)) {
      try {
        SegmentInfos.readCommit(directory, commit);
      } catch (CorruptIndexException
          | EOFException
          | FileNotFoundException
          | NoSuchFileException
          | IndexFormatTooOldException
          | IndexFormatTooNewException e) {
        directory.deleteFile(commit);
      }
    }
    List<String> commits = Commits.in(directory);
    if (commits.isEmpty()) {
      return new FormerIndex(CommitRecord.NONE, null);
    }
    SegmentInfos newest = SegmentInfos.readCommit(directory, commits.getFirst());
    return new FormerIndex(record(newest), contents(directory));
  }

  private static CommitRecord record(SegmentInfos newest) {
    try {
      return CommitRecord.of(newest.getUserData(), "");
    } catch (IndexSchemaException e) {
      return CommitRecord.NONE; // a rebuild is the very remedy for that
    }
  }

  private static @Nullable DirectoryReader contents(Directory directory) {
    try {
      return DirectoryReader.open(directory);
    } catch (IOException | RuntimeException e) {
      return null; // damaged beyond reading; the captures are what counts
    }
  }

  CommitRecord commit() {
    return commit;
  }

  /** Whether a story was known under this id, as its own or as one that it took the place of. */
  boolean knewStory(String id) {
    if (reader == null) {
      return false;
    }
    try {
      return reader.docFreq(Keyword.ID.term(id)) > 0 || reader.docFreq(Keyword.ALIAS.term(id)) > 0;
    } catch (IOException | RuntimeException e) {
      return false; // damaged: an old link that leads nowhere is better than no index
    }
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
