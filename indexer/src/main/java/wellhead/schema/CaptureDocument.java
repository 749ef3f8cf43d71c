package wellhead.schema;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.CapturedList;
import wellhead.story.Interval;
import wellhead.story.ListedRow;
import wellhead.story.Rule;

/**
 * The record of one capture that was read, in the same index and the same commit as the stories it
 * told.
 *
 * @param path of the file that it was read from first, absolute; {@code -} for standard input;
 *     never leaves the index
 * @param options the fingerprint of the options it was read with
 * @param contentHash of the bytes it was read from
 * @param kind list, article, mixed, neither, or drawn_by_script: a page that is to become one
 * @param frontPage whether what is absent from it was not on its source's list at that time
 * @param headlines how many rows of news it gave
 * @param rejected how many lines of it looked like news and were not taken
 * @param rows of the list that it is, if that is known to be complete; else empty
 */
public record CaptureDocument(
    CaptureRef ref,
    @Nullable String url,
    String path,
    String options,
    String contentHash,
    String kind,
    boolean frontPage,
    int headlines,
    int rejected,
    List<ListedRow> rows) {

  private static final String ID = "capture_id";
  private static final String SOURCE = "capture_source";
  private static final String ANY_SOURCE = "capture_any_source";
  private static final String CONTENT = "capture_content";
  private static final String PATH = "capture_path";
  private static final String ID_AT_PATH = "capture_id_at_path";
  private static final String TIME = "capture_time";
  private static final String UNTIMED = "capture_untimed";
  private static final String LIST = "capture_list";

  public CaptureDocument {
    rows = List.copyOf(rows);
  }

  /** What selects the one capture of this name. */
  public static Term byId(String id) {
    return new Term(ID, id);
  }

  /** What selects a capture if it was read first from this file. */
  public static Term byIdAndPath(String id, String path) {
    return new Term(ID_AT_PATH, idAtPath(id, path));
  }

  /** What selects the captures that were read first from this file. */
  public static Term byPath(String path) {
    return new Term(PATH, StringTerms.cut(path));
  }

  private static String idAtPath(String id, String path) {
    return id + "@" + StringTerms.digest(path);
  }

  /** Captures of these bytes, in whatever files. */
  public static Term byContent(String contentHash) {
    return new Term(CONTENT, contentHash);
  }

  /** The same as if it had been read first from another file. */
  public CaptureDocument withPath(String other) {
    return new CaptureDocument(
        ref, url, other, options, contentHash, kind, frontPage, headlines, rejected, rows);
  }

  /** Captures of a source with a list of news, taken after one instant and before another. */
  public static Query listsBetween(String source, Instant after, Instant before) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(SOURCE, source)), BooleanClause.Occur.FILTER)
        .add(
            LongField.newRangeQuery(TIME, after.getEpochSecond() + 1, before.getEpochSecond() - 1),
            BooleanClause.Occur.FILTER)
        .build();
  }

  /**
   * Captures that were taken in [since, until); those without a known time never are.
   *
   * @param since {@code null} for no bound
   * @param until {@code null} for no bound
   * @param sources any of these; empty for all
   */
  public static Query takenIn(
      @Nullable Instant since, @Nullable Instant until, Collection<String> sources) {
    long first = since == null ? Long.MIN_VALUE : ceiling(since);
    long last = until == null ? Long.MAX_VALUE : ceiling(until) - 1;
    var query =
        new BooleanQuery.Builder()
            .add(LongField.newRangeQuery(TIME, first, last), BooleanClause.Occur.FILTER);
    if (!sources.isEmpty()) {
      List<BytesRef> names = sources.stream().map(s -> new BytesRef(s)).toList();
      query.add(new TermInSetQuery(ANY_SOURCE, names), BooleanClause.Occur.FILTER);
    }
    return query.build();
  }

  /** By capture time, the newest first. */
  public static SortField newestFirst() {
    return LongField.newSortField(TIME, true, SortedNumericSelector.Type.MAX);
  }

  /** The doc-values field of the capture time, in seconds since 1970; missing when not known. */
  public static String timeField() {
    return TIME;
  }

  private static long ceiling(Instant instant) {
    return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
  }

  /** Captures of a source whose time nobody said. */
  public static Query untimed(String source) {
    return new TermQuery(new Term(UNTIMED, source));
  }

  /** The same capture, its time told otherwise. */
  public CaptureDocument withCapturedAt(CapturedAt other) {
    return new CaptureDocument(
        ref.withCapturedAt(other),
        url,
        path,
        options,
        contentHash,
        kind,
        frontPage,
        headlines,
        rejected,
        rows);
  }

  /** Captures of the page that a list stood on, taken before another instant. */
  public static Query sameListBefore(CapturedList list, Instant before) {
    return sameList(list, Long.MIN_VALUE, before.getEpochSecond() - 1);
  }

  /** Captures of the page that a list stood on, taken in one second. */
  public static Query sameListAt(CapturedList list, Instant at) {
    return sameList(list, at.getEpochSecond(), at.getEpochSecond());
  }

  private static Query sameList(CapturedList list, long first, long last) {
    return new BooleanQuery.Builder()
        .add(
            new TermQuery(new Term(LIST, page(list.source(), list.url()))),
            BooleanClause.Occur.FILTER)
        .add(LongField.newRangeQuery(TIME, first, last), BooleanClause.Occur.FILTER)
        .build();
  }

  private static String page(String source, @Nullable String url) {
    return StringTerms.digest(source + '\n' + url);
  }

  /** The list that it is; empty when it is none, or its source or time is not known. */
  public Optional<CapturedList> list() {
    String source = ref.source();
    Instant at = ref.capturedAt().instant();
    return rows.isEmpty() || source == null || at == null
        ? Optional.empty()
        : Optional.of(new CapturedList(ref.id(), source, url, at, rows));
  }

  /** All captures. */
  public static Query all() {
    return DocumentType.CAPTURE.query();
  }

  /** When the newest capture was taken; empty when none has a time. */
  public static Optional<Instant> newest(IndexReader reader) throws IOException {
    byte[] newest = PointValues.getMaxPackedValue(reader, TIME);
    return newest == null
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(LongPoint.decodeDimension(newest, 0)));
  }

  /** The document to write. */
  public Document toDocument() {
    var document = new Document();
    document.add(DocumentType.CAPTURE.field());
    document.add(new StringField(ID, ref.id(), Field.Store.YES));
    document.add(new StringField(CONTENT, contentHash, Field.Store.YES));
    document.add(new StringField(ID_AT_PATH, idAtPath(ref.id(), path), Field.Store.NO));
    document.add(new StringField(PATH, StringTerms.cut(path), Field.Store.NO));
    document.add(new StoredField(told("path"), path));
    document.add(new StoredField(told("options"), options));
    document.add(new StoredField(told("file"), ref.file()));
    document.add(new StoredField(told("front_page"), frontPage ? 1 : 0));
    if (ref.source() != null) {
      // only lists tell whether a title was still there, so only they can be found by source
      if (frontPage) {
        document.add(new StringField(SOURCE, ref.source(), Field.Store.NO));
      }
      document.add(new StringField(ANY_SOURCE, ref.source(), Field.Store.NO));
      document.add(new StoredField(told("source"), ref.source()));
    }
    Instant instant = ref.capturedAt().instant();
    if (instant != null) {
      document.add(new LongField(TIME, instant.getEpochSecond(), Field.Store.YES));
    }
    if (instant == null && ref.source() != null) {
      document.add(new StringField(UNTIMED, ref.source(), Field.Store.NO));
    }
    Interval between = ref.capturedAt().between();
    if (between != null) {
      document.add(new StoredField(told("after"), between.start().getEpochSecond()));
      document.add(new StoredField(told("before"), between.end().getEpochSecond()));
    }
    document.add(new StoredField(told("from"), ref.capturedAt().from().name()));
    if (ref.rounding() != null) {
      document.add(new StoredField(told("rounding"), ref.rounding().name()));
    }
    if (ref.record() != null) {
      document.add(new StoredField(told("record_number"), ref.record()));
    }
    if (url != null) {
      document.add(new StoredField(told("url"), url));
    }
    document.add(new StoredField(told("kind"), kind));
    document.add(new StoredField(told("headlines"), headlines));
    document.add(new StoredField(told("rejected"), rejected));
    if (!rows.isEmpty() && ref.source() != null) {
      document.add(new StringField(LIST, page(ref.source(), url), Field.Store.NO));
      document.add(new StoredField(told("rows"), encode(rows)));
    }
    return document;
  }

  /** The record as it was written. */
  public static CaptureDocument read(Documents fields, int docId) throws IOException {
    Document document = fields.stored(docId);
    Number time = number(document, TIME);
    var from = CapturedAt.From.valueOf(document.get(told("from")));
    String rounding = document.get(told("rounding"));
    Number record = number(document, told("record_number"));
    return new CaptureDocument(
        new CaptureRef(
            document.get(ID),
            document.get(told("source")),
            new CapturedAt(
                time == null ? null : Instant.ofEpochSecond(time.longValue()),
                from,
                between(document)),
            rounding == null ? null : Rule.valueOf(rounding),
            document.get(told("file")),
            record == null ? null : record.intValue()),
        document.get(told("url")),
        document.get(told("path")),
        document.get(told("options")),
        document.get(CONTENT),
        document.get(told("kind")),
        known(document, told("front_page")) > 0,
        known(document, told("headlines")),
        known(document, told("rejected")),
        decode(document.getBinaryValue(told("rows"))));
  }

  private static BytesRef encode(List<ListedRow> rows) {
    ByteBuffer bytes = ByteBuffer.allocate(rows.size() * 2 * Long.BYTES);
    rows.forEach(row -> bytes.putLong(row.title()).putLong(row.link()));
    return new BytesRef(bytes.array());
  }

  private static List<ListedRow> decode(@Nullable BytesRef bytes) {
    if (bytes == null) {
      return List.of();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    var rows = new ArrayList<ListedRow>();
    while (in.hasRemaining()) {
      rows.add(new ListedRow(in.getLong(), in.getLong()));
    }
    return rows;
  }

  private static @Nullable Interval between(Document document) {
    Number after = number(document, told("after"));
    Number before = number(document, told("before"));
    return after == null || before == null
        ? null
        : Interval.between(
            Instant.ofEpochSecond(after.longValue()), Instant.ofEpochSecond(before.longValue()));
  }

  /** A field that is only stored; what searches of stories go by must not bear the same name. */
  private static String told(String name) {
    return "capture_told_" + name;
  }

  private static @Nullable Number number(Document document, String field) {
    var stored = document.getField(field);
    return stored == null ? null : stored.numericValue();
  }

  private static int known(Document document, String field) {
    Number number = number(document, field);
    return number == null ? 0 : number.intValue();
  }
}
