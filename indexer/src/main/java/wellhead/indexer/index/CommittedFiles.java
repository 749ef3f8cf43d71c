package wellhead.indexer.index;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import wellhead.schema.CommitRecord;
import wellhead.schema.FileDocument;
import wellhead.schema.IndexSchemaException;

/** The files that the last commit of an index was read from. */
final class CommittedFiles {
  private CommittedFiles() {}

  /** Their paths; none when there is no index, or one that is damaged or of another schema. */
  static List<String> read(Path folder) throws IOException {
    try (var directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return List.of();
      }
      try (var reader = DirectoryReader.open(directory)) {
        CommitRecord.of(reader.getIndexCommit().getUserData(), folder.toString());
        return FileDocument.all(reader).stream().map(FileDocument::path).toList();
      }
    } catch (IndexSchemaException | CorruptIndexException | EOFException | NoSuchFileException e) {
      return List.of(); // a rebuild is the very remedy for that, and its files cannot be known
    }
  }
}
