package wellhead.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Keyword;
import wellhead.schema.PublishedField;
import wellhead.schema.Schema;

/**
 * The best documents by text score times freshness; then the newest, then by id.
 *
 * <p>Freshness is applied here and not by a query, because a query that adds it defeats Lucene's
 * skipping of documents that cannot make it. A segment is sorted newest first, so from a document
 * on, no factor is higher than this document's: whatever cannot reach the worst kept score divided
 * by that factor may be skipped. The ranking stays exact.
 */
final class RelevanceCollector implements Collector {
  /** Rounding must not cost a document that ties. */
  private static final double SLACK = 1 - 1e-6;

  /** Each raise of the bar makes the scorer plan anew, which costs more than a few documents. */
  private static final float WORTHWHILE = 1.002f;

  /** Of the documents that are not kept, one in so many tells how far freshness has fallen. */
  private static final int SELDOM = 32;

  private final int wanted;
  private final Bonus bonus;
  private final Freshness freshness;
  private final @Nullable Entry after;
  private final PriorityQueue<Entry> worstFirst;

  private RelevanceCollector(int wanted, Bonus bonus, Freshness freshness, @Nullable Entry after) {
    this.wanted = wanted;
    this.bonus = bonus;
    this.freshness = freshness;
    this.after = after;
    this.worstFirst = new PriorityQueue<>(wanted + 1, Entry.BEST_FIRST.reversed());
  }

  /** Finds the best documents of a query, best first. */
  static List<Ranked> best(IndexSearcher searcher, Query query, int wanted, Freshness freshness)
      throws IOException {
    return best(searcher, query, List.of(), wanted, freshness, null);
  }

  /**
   * Finds the best documents of a query behind one of them, best first.
   *
   * @param raising what adds to the score of a document that matches the query
   * @param after of the same query with the same freshness; {@code null} begins at the best
   */
  static List<Ranked> best(
      IndexSearcher searcher,
      Query query,
      List<Query> raising,
      int wanted,
      Freshness freshness,
      @Nullable Ranked after)
      throws IOException {
    var bonus = new Bonus(searcher, raising);
    Entry last = after == null ? null : Entry.of(searcher, after);
    return searcher.search(
        query,
        new CollectorManager<RelevanceCollector, List<Ranked>>() {
          @Override
          public RelevanceCollector newCollector() {
            return new RelevanceCollector(wanted, bonus, freshness, last);
          }

          @Override
          public List<Ranked> reduce(Collection<RelevanceCollector> collectors) {
            return collectors.stream()
                .flatMap(collector -> collector.worstFirst.stream())
                .sorted(Entry.BEST_FIRST)
                .limit(wanted)
                .map(entry -> new Ranked(entry.segment.docBase + entry.document, entry.score))
                .toList();
          }
        });
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
    return new Segment(segment);
  }

  private static boolean isSorted(LeafReaderContext segment) {
    return Schema.order().equals(segment.reader().getMetaData().sort());
  }

  private final class Segment implements LeafCollector {
    private final LeafReaderContext segment;
    private final NumericDocValues midpoints;
    private final SortedNumericDocValues instants;
    private final boolean isSorted;
    private final Bonus.Segment bonus;
    private Scorable scorer = new Unscored();

    /** No document from here on has a higher factor. */
    private double factorToCome = freshness.highest();

    private float competitive;
    private int lost;

    Segment(LeafReaderContext segment) throws IOException {
      this.segment = segment;
      midpoints = DocValues.getNumeric(segment.reader(), PublishedField.midpointField());
      instants = DocValues.getSortedNumeric(segment.reader(), PublishedField.sortField());
      isSorted = isSorted(segment);
      bonus = RelevanceCollector.this.bonus.in(segment);
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      this.scorer = scorer;
      competitive = 0;
      if (isFull()) {
        skipWhatCannotMakeIt();
      }
    }

    @Override
    public void collect(int document) throws IOException {
      float text = scorer.score();
      if (isFull() && cannotMakeIt(text, factorToCome) && ++lost % SELDOM != 0) {
        return; // as most do: look no further
      }
      long instant = instants.advanceExact(document) ? instants.nextValue() : Long.MIN_VALUE;
      if (isSorted) {
        factorToCome = freshness.factor(instant);
      }
      double factor =
          midpoints.advanceExact(document) ? freshness.factor(midpoints.longValue()) : 1;
      if (!isFull() || !cannotMakeIt(text, factor)) {
        keep(document, (float) ((text + bonus.of(document)) * factor), instant);
      }
      if (isFull()) {
        skipWhatCannotMakeIt();
      }
    }

    private void keep(int document, float score, long instant) {
      if (isFull() && score < worstFirst.element().score) {
        return;
      }
      var entry = new Entry(segment, document, score, instant, isSorted);
      if (after == null || Entry.BEST_FIRST.compare(entry, after) > 0) {
        worstFirst.add(entry);
        if (worstFirst.size() > wanted) {
          worstFirst.remove();
        }
      }
    }

    private boolean isFull() {
      return worstFirst.size() == wanted;
    }

    private boolean cannotMakeIt(float text, double factor) {
      return ((double) text + bonus.highest()) * factor < worstFirst.element().score * SLACK;
    }

    private void skipWhatCannotMakeIt() throws IOException {
      float needed = (float) (worstFirst.element().score / factorToCome * SLACK - bonus.highest());
      if (needed > competitive * WORTHWHILE) {
        competitive = needed;
        scorer.setMinCompetitiveScore(needed);
      }
    }
  }

  /** Stands in until the scorer is set. */
  private static final class Unscored extends Scorable {
    @Override
    public float score() {
      return 0;
    }
  }

  private static final class Entry {
    static final Comparator<Entry> BEST_FIRST =
        Comparator.comparingDouble((Entry entry) -> entry.score)
            .reversed()
            .thenComparing(Comparator.comparingLong((Entry entry) -> entry.instant).reversed())
            .thenComparing(Entry::compareIds);

    final LeafReaderContext segment;
    final int document;
    final float score;
    final long instant;
    final boolean isSorted;
    private @Nullable String id;

    Entry(LeafReaderContext segment, int document, float score, long instant, boolean isSorted) {
      this.segment = segment;
      this.document = document;
      this.score = score;
      this.instant = instant;
      this.isSorted = isSorted;
    }

    static Entry of(IndexSearcher searcher, Ranked ranked) throws IOException {
      List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
      LeafReaderContext segment = segments.get(ReaderUtil.subIndex(ranked.document(), segments));
      Long instant = Place.of(searcher, ranked.document()).instant();
      return new Entry(
          segment,
          ranked.document() - segment.docBase,
          ranked.score(),
          instant == null ? Long.MIN_VALUE : instant,
          RelevanceCollector.isSorted(segment));
    }

    private static int compareIds(Entry a, Entry b) {
      // within a sorted segment, equal instants lie in the order of their ids
      return a.isSorted && a.segment == b.segment
          ? Integer.compare(a.document, b.document)
          : a.id().compareTo(b.id());
    }

    /** Looked up once: where many tie, each is compared with many. */
    private String id() {
      String known = id;
      if (known == null) {
        known = readId();
        id = known;
      }
      return known;
    }

    private String readId() {
      try {
        SortedSetDocValues ids = DocValues.getSortedSet(segment.reader(), Keyword.ID.field());
        return ids.advanceExact(document) ? ids.lookupOrd(ids.nextOrd()).utf8ToString() : "";
      } catch (IOException e) {
        throw new UncheckedIOException("reading the id of document " + document, e);
      }
    }
  }
}
