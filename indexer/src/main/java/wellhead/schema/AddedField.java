package wellhead.schema;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.Query;

/**
 * When a story came into the index, under whatever id: in milliseconds since 1970. The captures do
 * not tell, so that it is handed on from one form of the story to the next, and by a rebuild.
 */
public final class AddedField {
  static final String NAME = "added";

  private AddedField() {}

  /** Says so of a story. */
  public static Document addTo(Document story, Instant added) {
    story.add(new LongField(NAME, added.toEpochMilli(), Field.Store.YES));
    return story;
  }

  /** Stories that came into the index after an instant. */
  public static Query after(Instant instant) {
    return LongField.newRangeQuery(NAME, instant.toEpochMilli() + 1, Long.MAX_VALUE);
  }

  /** What is said of a story; 1970 when nothing is, as in indexes of an earlier form. */
  public static Instant read(Documents documents, int document) throws IOException {
    return of(documents.stored(document, Set.of(NAME)));
  }

  static Instant of(Document told) {
    IndexableField field = told.getField(NAME);
    return field == null ? Instant.EPOCH : Instant.ofEpochMilli(field.storedValue().getLongValue());
  }
}
