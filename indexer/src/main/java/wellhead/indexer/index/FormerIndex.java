package wellhead.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import wellhead.schema.AddedField;
import wellhead.schema.CommitRecord;
import wellhead.schema.Documents;
import wellhead.schema.FileDocument;
import wellhead.schema.ForgetList;
import wellhead.schema.IndexSchemaException;
import wellhead.schema.Keyword;

/**
 * The index as the last commit left it, when a run begins. A rebuild takes over what cannot be read
 * from the captures: under which ids stories were known, and what is to be forgotten.
 */
final class FormerIndex implements Closeable {
  private static final FormerIndex NONE =
      new FormerIndex(CommitRecord.NONE, ForgetList.EMPTY, null, false);

  private final CommitRecord commit;
  private final ForgetList forgotten;
  private final @Nullable DirectoryReader reader;
  private final boolean damaged;

  private FormerIndex(
      CommitRecord commit,
      ForgetList forgotten,
      @Nullable DirectoryReader reader,
      boolean damaged) {
    this.commit = commit;
    this.forgotten = forgotten;
    this.reader = reader;
    this.damaged = damaged;
  }

  /**
   * The index that a run goes on from.
   *
   * @throws IndexUnusableException when it is of another schema
   */
  static FormerIndex toContinue(Directory directory, Path folder)
      throws IOException, IndexUnusableException {
    if (!DirectoryReader.indexExists(directory)) {
      return NONE;
    }
    try {
      Map<String, String> said = SegmentInfos.readLatestCommit(directory).getUserData();
      return new FormerIndex(
          CommitRecord.of(said, folder.toString()), ForgetList.of(said), null, false);
    } catch (IndexSchemaException e) {
      throw new IndexUnusableException(e);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw new IndexUnusableException(
          new IndexSchemaException("none known (written by another Lucene)", folder.toString()));
    }
  }

  /**
   * The index that a rebuild replaces: whatever of it can be read.
   *
   * @param damaged whether its newest commit is not among what the directory shows
   */
  static FormerIndex toReplace(Directory directory, boolean damaged) throws IOException {
    List<String> commits = Commits.in(directory);
    if (commits.isEmpty()) {
      return new FormerIndex(CommitRecord.NONE, ForgetList.EMPTY, null, damaged);
    }
    Map<String, String> said = SegmentInfos.readCommit(directory, commits.getFirst()).getUserData();
    return new FormerIndex(record(said), ForgetList.of(said), contents(directory), damaged);
  }

  private static CommitRecord record(Map<String, String> said) {
    try {
      return CommitRecord.of(said, "");
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

  /** How large the index is that a rebuild replaces, in bytes; 0 when this is no rebuild. */
  long bytes() throws IOException {
    long bytes = 0;
    if (reader != null) {
      for (String file : reader.getIndexCommit().getFileNames()) {
        bytes += reader.directory().fileLength(file);
      }
    }
    return bytes;
  }

  /**
   * The paths of the files that an index was read from which a rebuild replaces; none when it is
   * damaged or of another schema, which a rebuild is the very remedy for.
   */
  List<String> files() throws IOException {
    if (reader == null || commit.equals(CommitRecord.NONE)) {
      return List.of();
    }
    try {
      return FileDocument.all(reader).stream().map(FileDocument::path).toList();
    } catch (IOException | RuntimeException e) {
      if (!Damage.isBehind(e)) {
        throw e;
      }
      return List.of();
    }
  }

  CommitRecord commit() {
    return commit;
  }

  /** Whether its newest commit could not be read, and with it what it was told to forget last. */
  boolean isDamaged() {
    return damaged;
  }

  /** What it was told to forget. */
  ForgetList forgotten() {
    return forgotten;
  }

  /** Whether there is anything in it to ask for. */
  boolean hasContents() {
    return reader != null;
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

  /** When the story that was known under this id came into the index; empty when none was. */
  Optional<Instant> added(String id) {
    if (reader == null) {
      return Optional.empty();
    }
    try {
      var searcher = new IndexSearcher(reader);
      for (Term name : List.of(Keyword.ID.term(id), Keyword.ALIAS.term(id))) {
        ScoreDoc[] found = searcher.search(new TermQuery(name), 1).scoreDocs;
        if (found.length > 0) {
          return Optional.of(AddedField.read(new Documents(reader), found[0].doc));
        }
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // damaged: told as new once more is better than no index
    }
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
