package wellhead.schema;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.util.BytesRef;
import wellhead.story.Story;

/**
 * The story in one stored field, see {@link StoryCodec}, but for the texts that lie beside it for
 * snippets: an article is most of a story, and would be in the index twice.
 */
public final class RecordField {
  private static final String FIELD = "record";

  private RecordField() {}

  /**
   * Adds a story to a document.
   *
   * @param beside texts that {@link TextField}s keep of it, see {@link KeptTexts#whole(int)}
   */
  static void addTo(Document document, Story story, List<String> beside) {
    document.add(new StoredField(FIELD, StoryCodec.encode(story, beside)));
  }

  /**
   * Reads a story back.
   *
   * @param document its number
   * @throws IllegalArgumentException when the document is not a story
   */
  public static Story read(Documents documents, int document) throws IOException {
    BytesRef bytes = documents.stored(document, Set.of(FIELD)).getBinaryValue(FIELD);
    if (bytes == null) {
      throw new IllegalArgumentException("not a story: document " + document);
    }
    return StoryCodec.decode(bytes, documents.texts(document));
  }
}
