package wellhead.schema;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import wellhead.story.Story;

/** The whole story in one stored field, see {@link StoryCodec}. */
public final class RecordField {
  private static final String FIELD = "record";

  private RecordField() {}

  static void addTo(Document document, Story story) {
    document.add(new StoredField(FIELD, StoryCodec.encode(story)));
  }

  /**
   * Reads a story back.
   *
   * @param document its number, in the reader that the stored fields are of
   * @throws IllegalArgumentException when the document is not a story
   */
  public static Story read(StoredFields stored, int document) throws IOException {
    BytesRef bytes = stored.document(document, Set.of(FIELD)).getBinaryValue(FIELD);
    if (bytes == null) {
      throw new IllegalArgumentException("not a story: document " + document);
    }
    return StoryCodec.decode(bytes);
  }
}
