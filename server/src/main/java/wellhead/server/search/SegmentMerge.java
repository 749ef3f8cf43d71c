package wellhead.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Keyword;
import wellhead.schema.PublishedField;
import wellhead.schema.Schema;

/**
 * All matches of a query, newest first, undated last, ties by id.
 *
 * <p>Each segment lies in this order already, so that they only need to be merged: nothing is kept
 * but one match a segment, and each document is looked at once. Pages by {@code searchAfter} would
 * look at those before the page again for every page.
 */
final class SegmentMerge {
  private final PriorityQueue<Run> runs = new PriorityQueue<>(Run.NEWEST_FIRST);
  private @Nullable Run last;

  /**
   * @throws IllegalStateException when a segment is not in the schema's order
   */
  SegmentMerge(IndexSearcher searcher, Query query) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(segment);
      if (scorer != null) {
        add(new Run(segment, scorer.iterator()));
      }
    }
  }

  /** The next match; {@code null} when there are no more. */
  @Nullable Match next() throws IOException {
    if (last != null) {
      add(last);
    }
    last = runs.poll();
    return last == null ? null : new Match(last.segment, last.document, last.instant);
  }

  private void add(Run run) throws IOException {
    if (run.advance()) {
      runs.add(run);
    }
  }

  /**
   * A document that matches.
   *
   * @param document its number in the segment
   * @param instant what it is sorted by, seconds since 1970; {@link #UNDATED} when undated
   */
  record Match(LeafReaderContext segment, int document, long instant) {
    static final long UNDATED = Long.MIN_VALUE;
  }

  /** The matches in one segment. */
  private static final class Run {
    static final Comparator<Run> NEWEST_FIRST =
        Comparator.comparingLong((Run run) -> run.instant).reversed().thenComparing(Run::id);

    private final LeafReaderContext segment;
    private final DocIdSetIterator matches;
    private final @Nullable Bits live;
    private final SortedNumericDocValues instants;
    private final SortedSetDocValues ids;
    private int document;
    private long instant;
    private @Nullable BytesRef id;

    Run(LeafReaderContext segment, DocIdSetIterator matches) throws IOException {
      if (!Schema.order().equals(segment.reader().getMetaData().sort())) {
        throw new IllegalStateException("a segment in another order than the schema's: " + segment);
      }
      this.segment = segment;
      this.matches = matches;
      live = segment.reader().getLiveDocs();
      instants = DocValues.getSortedNumeric(segment.reader(), PublishedField.sortField());
      ids = DocValues.getSortedSet(segment.reader(), Keyword.ID.field());
    }

    /** Goes on to the next match; false when there is none. */
    boolean advance() throws IOException {
      do {
        document = matches.nextDoc();
        if (document == DocIdSetIterator.NO_MORE_DOCS) {
          return false;
        }
      } while (live != null && !live.get(document));
      instant = instants.advanceExact(document) ? instants.nextValue() : Match.UNDATED;
      id = null;
      return true;
    }

    /** Read when two segments have the same instant, and not before. */
    private BytesRef id() {
      if (id == null) {
        try {
          id =
              ids.advanceExact(document)
                  ? BytesRef.deepCopyOf(ids.lookupOrd(ids.nextOrd()))
                  : new BytesRef();
        } catch (IOException e) {
          throw new UncheckedIOException("reading the id of document " + document, e);
        }
      }
      return id;
    }
  }
}
