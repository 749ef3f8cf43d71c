package wellhead.schema;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an index, to be read back one after the other: what is stored of each, and the
 * texts that lie beside it. In any order, though a rising one is the fastest. Of one thread.
 */
public final class Documents {
  private final List<LeafReaderContext> segments;
  private final StoredFields stored;
  private @Nullable LeafReaderContext segment;
  private @Nullable KeptTexts texts;
  private int last;

  /** All documents of a reader, by their numbers in it. */
  public Documents(IndexReader reader) throws IOException {
    segments = reader.leaves();
    stored = reader.storedFields();
  }

  /** All that is stored. */
  Document stored(int document) throws IOException {
    return stored.document(document);
  }

  /** What is stored of some fields. */
  Document stored(int document, Set<String> fields) throws IOException {
    return stored.document(document, fields);
  }

  /** The texts that {@link TextField}s keep of a story, see {@link KeptTexts#whole(int)}. */
  List<String> texts(int document) throws IOException {
    LeafReaderContext of = segments.get(ReaderUtil.subIndex(document, segments));
    KeptTexts known = texts;
    if (known == null || !of.equals(segment) || document < last) {
      known = new KeptTexts(of.reader());
    }
    segment = of;
    texts = known;
    last = document;
    return known.whole(document - of.docBase);
  }
}
