package wellhead.schema;

import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.Published;

/**
 * When a story was published: the interval for filters, one instant of it for sorting, its midpoint
 * for freshness. All in whole seconds since 1970, UTC. An undated story has none of them, but a
 * mark.
 */
public final class PublishedField {
  /** The closed interval; an unknown end is the end of {@code long}. */
  private static final String INTERVAL = "published";

  /** The midpoint, or the end that is known. */
  private static final String SORT = "published_sort";

  /** The midpoint; missing when an end is unknown. */
  private static final String MIDPOINT = "published_midpoint";

  /** The known end from below, for counting; missing when it is unknown. */
  private static final String EARLIEST = "published_earliest";

  /** The known end from above, for counting; missing when it is unknown. */
  private static final String LATEST = "published_latest";

  /** Marks undated stories: few, so that counting them does not walk through all others. */
  private static final String UNDATED = "undated";

  private PublishedField() {}

  /** Stories that may have been published in [since, until); a missing bound bounds nothing. */
  public static Query possiblyIn(@Nullable Instant since, @Nullable Instant until) {
    return isEmpty(since, until)
        ? new MatchNoDocsQuery("an empty window")
        : LongRange.newIntersectsQuery(INTERVAL, first(since), last(until));
  }

  /** Stories that were surely published in [since, until); a missing bound bounds nothing. */
  public static Query certainlyIn(@Nullable Instant since, @Nullable Instant until) {
    return isEmpty(since, until)
        ? new MatchNoDocsQuery("an empty window")
        : LongRange.newWithinQuery(INTERVAL, first(since), last(until));
  }

  /** Stories of whose time nothing is known. */
  public static Query isUndated() {
    return new TermQuery(new Term(UNDATED, UNDATED));
  }

  /** Newest first, undated last. */
  public static SortField newestFirst() {
    return LongField.newSortField(SORT, true, SortedNumericSelector.Type.MIN, Long.MIN_VALUE);
  }

  /** Oldest first, undated last. */
  public static SortField oldestFirst() {
    return LongField.newSortField(SORT, false, SortedNumericSelector.Type.MIN, Long.MAX_VALUE);
  }

  /**
   * The doc-values field that the index is sorted by, newest first; missing for undated stories.
   */
  public static String sortField() {
    return SORT;
  }

  /** The doc-values field of the midpoint; missing when an end is unknown. */
  public static String midpointField() {
    return MIDPOINT;
  }

  /** The doc-values field of the interval's beginning; missing when it is unknown. */
  public static String earliestField() {
    return EARLIEST;
  }

  /** The doc-values field of the interval's end; missing when it is unknown. */
  public static String latestField() {
    return LATEST;
  }

  /** The first whole second at or after; the last instant before is {@code ceiling - 1}. */
  private static long ceiling(Instant instant) {
    return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
  }

  private static boolean isEmpty(@Nullable Instant since, @Nullable Instant until) {
    return since != null && until != null && ceiling(since) >= ceiling(until);
  }

  private static long[] first(@Nullable Instant since) {
    return new long[] {since == null ? Long.MIN_VALUE : ceiling(since)};
  }

  private static long[] last(@Nullable Instant until) {
    return new long[] {until == null ? Long.MAX_VALUE : ceiling(until) - 1};
  }

  static void addTo(Document document, @Nullable Published published) {
    if (published == null) {
      document.add(new StringField(UNDATED, UNDATED, Field.Store.NO));
      return;
    }
    Interval interval = published.interval();
    document.add(new LongRange(INTERVAL, earliest(interval), latest(interval)));
    document.add(new LongField(SORT, sortInstant(interval).getEpochSecond(), Field.Store.NO));
    if (interval.earliest() != null) {
      document.add(new NumericDocValuesField(EARLIEST, interval.earliest().getEpochSecond()));
    }
    if (interval.latest() != null) {
      document.add(new NumericDocValuesField(LATEST, interval.latest().getEpochSecond()));
    }
    interval
        .midpoint()
        .ifPresent(m -> document.add(new NumericDocValuesField(MIDPOINT, m.getEpochSecond())));
  }

  private static long[] earliest(Interval interval) {
    return new long[] {
      interval.earliest() == null ? Long.MIN_VALUE : interval.start().getEpochSecond()
    };
  }

  private static long[] latest(Interval interval) {
    return new long[] {
      interval.latest() == null ? Long.MAX_VALUE : interval.end().getEpochSecond()
    };
  }

  private static Instant sortInstant(Interval interval) {
    return interval
        .midpoint()
        .or(() -> Optional.ofNullable(interval.latest()))
        .orElseGet(interval::start);
  }
}
