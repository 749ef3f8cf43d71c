package wellhead.schema;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * The record of one file that was read: while its size, its modification time and the options stay
 * the same, it is not opened again.
 *
 * @param path absolute; never leaves the index
 * @param size in bytes
 * @param modified to the precision of the file system
 * @param options the fingerprint of the options it was read with
 * @param contentHash of its bytes
 * @param captures the ids of the captures that were read from it
 */
public record FileDocument(
    String path,
    long size,
    Instant modified,
    String options,
    String contentHash,
    List<String> captures) {

  private static final String PATH = "file_path";
  private static final String CAPTURE = "file_capture";

  public FileDocument {
    captures = List.copyOf(captures);
  }

  /** What selects the one file of this path. Paths longer than a term may be are cut. */
  public static Term byPath(String path) {
    return new Term(PATH, StringTerms.cut(path));
  }

  /** What selects the files that a capture was read from. */
  public static Term byCapture(String captureId) {
    return new Term(CAPTURE, captureId);
  }

  /** Whether the file would be read the same way again. */
  public boolean isUnchanged(long sizeNow, Instant modifiedNow, String optionsNow) {
    return size == sizeNow && modified.equals(modifiedNow) && options.equals(optionsNow);
  }

  /** The document to write. */
  public Document toDocument() {
    var document = new Document();
    document.add(DocumentType.FILE.field());
    document.add(new StringField(PATH, StringTerms.cut(path), Field.Store.NO));
    document.add(new StoredField("file_told_path", path));
    document.add(new StoredField("file_told_size", size));
    document.add(new StoredField("file_told_modified", modified.toString()));
    document.add(new StoredField("file_told_options", options));
    document.add(new StoredField("file_told_content", contentHash));
    captures.forEach(id -> document.add(new StringField(CAPTURE, id, Field.Store.YES)));
    return document;
  }

  /** The record as it was written. */
  public static FileDocument read(StoredFields fields, int docId) throws IOException {
    Document document = fields.document(docId);
    return new FileDocument(
        document.get("file_told_path"),
        size(document),
        Instant.parse(document.get("file_told_modified")),
        document.get("file_told_options"),
        document.get("file_told_content"),
        List.of(document.getValues(CAPTURE)));
  }

  private static long size(Document document) {
    @Nullable Number size = document.getField("file_told_size").numericValue();
    return size == null ? -1 : size.longValue();
  }
}
