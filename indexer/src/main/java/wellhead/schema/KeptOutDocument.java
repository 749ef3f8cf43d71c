package wellhead.schema;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;

/**
 * A capture that was found in a file and kept out, for it is to be forgotten. So that the file can
 * be read again when that is undone.
 *
 * @param id of the capture
 * @param path of its file, absolute; never leaves the index
 * @param forgotten the key of what keeps it out
 */
public record KeptOutDocument(String id, String path, String forgotten) {
  private static final String ID = "kept_out_id";
  private static final String BY = "kept_out_by";

  /** What selects the capture. */
  public static Term byId(String id) {
    return new Term(ID, id);
  }

  /** What selects all that one thing keeps out. */
  public static Term by(Forgotten forgotten) {
    return new Term(BY, StringTerms.cut(forgotten.key()));
  }

  /** The document to write. */
  public Document toDocument() {
    var document = new Document();
    document.add(DocumentType.KEPT_OUT.field());
    document.add(new StringField(ID, id, Field.Store.YES));
    document.add(new StringField(BY, StringTerms.cut(forgotten), Field.Store.NO));
    document.add(new StoredField("kept_out_told_by", forgotten));
    document.add(new StoredField("kept_out_told_path", path));
    return document;
  }

  /** The record as it was written. */
  public static KeptOutDocument read(Documents fields, int docId) throws IOException {
    Document document = fields.stored(docId);
    return new KeptOutDocument(
        document.get(ID), document.get("kept_out_told_path"), document.get("kept_out_told_by"));
  }
}
