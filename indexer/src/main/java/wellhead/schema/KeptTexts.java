package wellhead.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/**
 * What one segment keeps of the texts that hits show. Documents are asked for in rising order:
 * opening it anew for each would make room for the segment's longest text each time.
 */
public final class KeptTexts {
  private final BinaryDocValues titles;
  private final BinaryDocValues takeaways;
  private final BinaryDocValues bodies;

  public KeptTexts(LeafReader segment) throws IOException {
    titles = TextField.TITLE.kept(segment);
    takeaways = TextField.TAKEAWAYS.kept(segment);
    bodies = TextField.BODY.kept(segment);
  }

  /**
   * The tokens of a title, to be gone along before another is asked for.
   *
   * @param document its number in the segment, no lower than the last
   * @param title as it was indexed
   * @throws IllegalArgumentException when the document is not a story
   */
  public KeptTokens title(int document, String title) throws IOException {
    if (!titles.advanceExact(document)) {
      throw new IllegalArgumentException("no title in document " + document);
    }
    BytesRef kept = titles.binaryValue();
    var in = new ByteArrayDataInput(kept.bytes, kept.offset, kept.length);
    return KeptText.readTokens(title, kept.bytes, in);
  }

  /** The key points of a story; see {@link #title} for the order. */
  public List<KeptText> takeaways(int document) throws IOException {
    return texts(takeaways, document);
  }

  /** The body of a story, if it has one; see {@link #title} for the order. */
  public List<KeptText> body(int document) throws IOException {
    return texts(bodies, document);
  }

  /** The texts that are kept of a story, from which its record is read; see {@link #title}. */
  List<String> whole(int document) throws IOException {
    return Stream.of(body(document), takeaways(document))
        .flatMap(List::stream)
        .map(KeptText::text)
        .toList();
  }

  /** What {@link #whole(int)} will give of texts. */
  static List<String> whole(Map<TextField, List<WrittenText>> texts) {
    return Stream.of(TextField.BODY, TextField.TAKEAWAYS)
        .flatMap(field -> texts.getOrDefault(field, List.of()).stream())
        .map(WrittenText::text)
        .toList();
  }

  private static List<KeptText> texts(BinaryDocValues values, int document) throws IOException {
    if (!values.advanceExact(document)) {
      return List.of();
    }
    BytesRef kept = values.binaryValue();
    var in = new ByteArrayDataInput(kept.bytes, kept.offset, kept.length);
    var texts = new ArrayList<KeptText>();
    while (in.getPosition() < kept.offset + kept.length) {
      texts.add(KeptText.read(kept.bytes, in));
    }
    return texts;
  }
}
