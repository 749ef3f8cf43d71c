package wellhead.server.search;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Keyword;
import wellhead.schema.PublishedField;

/**
 * Where a document stands in the orders by time.
 *
 * @param document its number in the searcher
 * @param instant what stories are sorted by; {@code null} when undated
 */
record Place(int document, @Nullable Long instant, BytesRef id) {

  static Place of(IndexSearcher searcher, int document) throws IOException {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
    int inSegment = document - segment.docBase;
    SortedNumericDocValues instants =
        DocValues.getSortedNumeric(segment.reader(), PublishedField.sortField());
    SortedSetDocValues ids = DocValues.getSortedSet(segment.reader(), Keyword.ID.field());
    return new Place(
        document,
        instants.advanceExact(inSegment) ? instants.nextValue() : null,
        ids.advanceExact(inSegment)
            ? BytesRef.deepCopyOf(ids.lookupOrd(ids.nextOrd()))
            : new BytesRef());
  }

  /** What a search by one of the orders goes on from. */
  FieldDoc in(Sort order) {
    Object time = instant == null ? order.getSort()[0].getMissingValue() : instant;
    return new FieldDoc(
        document, Float.NaN, new Object[] {Objects.requireNonNull(time, "a missing value"), id});
  }
}
