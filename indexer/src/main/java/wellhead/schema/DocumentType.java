package wellhead.schema;

import java.util.Locale;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What a document of the index is about. */
public enum DocumentType {
  /** A story: what is searched. */
  STORY,
  /** A capture that was read. */
  CAPTURE,
  /** A file that was read, so that it need not be read again while it is unchanged. */
  FILE;

  private static final String TYPE = "type";

  /** The field that marks a document as of this type. */
  public Field field() {
    return new StringField(TYPE, name().toLowerCase(Locale.ROOT), Field.Store.NO);
  }

  /** All documents of this type. */
  public Query query() {
    return new TermQuery(new Term(TYPE, name().toLowerCase(Locale.ROOT)));
  }
}
