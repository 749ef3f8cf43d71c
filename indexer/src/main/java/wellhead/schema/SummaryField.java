package wellhead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.Story;

/**
 * The {@link Summary} of a story in one doc value: stored fields are read a block at a time, and a
 * hit would pay for its neighbours' articles.
 */
public final class SummaryField {
  private static final String FIELD = "hit";

  private SummaryField() {}

  static void addTo(Document document, Summary summary) {
    document.add(new BinaryDocValuesField(FIELD, encode(summary)));
  }

  /**
   * Reads a story's summary.
   *
   * @param document its number in the segment
   * @throws IllegalArgumentException when the document is not a story
   */
  public static Summary read(LeafReader segment, int document) throws IOException {
    BinaryDocValues values = DocValues.getBinary(segment, FIELD);
    if (!values.advanceExact(document)) {
      throw new IllegalArgumentException("not a story: document " + document + " of " + segment);
    }
    return decode(values.binaryValue());
  }

  static BytesRef encode(Summary summary) {
    var out = new ByteBuffersDataOutput();
    try {
      write(out, summary);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  static Summary decode(BytesRef bytes) throws IOException {
    var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    return new Summary(
        in.readString(),
        Story.Kind.valueOf(in.readString()),
        in.readString(),
        readText(in),
        readText(in),
        readText(in),
        readPublished(in),
        readInstant(in),
        readInstant(in),
        in.readVInt(),
        in.readString(),
        in.readVInt(),
        readInstant(in));
  }

  private static void write(DataOutput out, Summary summary) throws IOException {
    out.writeString(summary.id());
    out.writeString(summary.kind().name());
    out.writeString(summary.title());
    writeText(out, summary.url());
    writeText(out, summary.source());
    writeText(out, summary.author());
    writePublished(out, summary.published());
    writeInstant(out, summary.firstSeen());
    writeInstant(out, summary.lastSeen());
    out.writeVInt(summary.sightings());
    out.writeString(summary.file());
    out.writeVInt(summary.line());
    writeInstant(out, summary.capturedAt());
  }

  private static void writePublished(DataOutput out, @Nullable Published published)
      throws IOException {
    writeFlag(out, published != null);
    if (published != null) {
      writeInterval(out, published.interval());
      writeText(out, published.rule() == null ? null : published.rule().name());
      out.writeString(published.evidence().name());
      writeFlag(out, published.conflict());
      out.writeVInt(published.updated().size());
      for (Interval updated : published.updated()) {
        writeInterval(out, updated);
      }
      writeInstant(out, published.lastAbsent());
    }
  }

  private static @Nullable Published readPublished(DataInput in) throws IOException {
    if (!readFlag(in)) {
      return null;
    }
    Interval interval = readInterval(in);
    String rule = readText(in);
    Evidence evidence = Evidence.valueOf(in.readString());
    boolean conflict = readFlag(in);
    return new Published(
        interval,
        rule == null ? null : Rule.valueOf(rule),
        evidence,
        conflict,
        readIntervals(in),
        readInstant(in));
  }

  private static List<Interval> readIntervals(DataInput in) throws IOException {
    int count = in.readVInt();
    var intervals = new ArrayList<Interval>(count);
    for (int i = 0; i < count; i++) {
      intervals.add(readInterval(in));
    }
    return intervals;
  }

  private static void writeInterval(DataOutput out, Interval interval) throws IOException {
    writeInstant(out, interval.earliest());
    writeInstant(out, interval.latest());
  }

  private static Interval readInterval(DataInput in) throws IOException {
    return new Interval(readInstant(in), readInstant(in));
  }

  private static void writeInstant(DataOutput out, @Nullable Instant instant) throws IOException {
    writeFlag(out, instant != null);
    if (instant != null) {
      out.writeZLong(instant.getEpochSecond());
    }
  }

  private static @Nullable Instant readInstant(DataInput in) throws IOException {
    return readFlag(in) ? Instant.ofEpochSecond(in.readZLong()) : null;
  }

  private static void writeText(DataOutput out, @Nullable String text) throws IOException {
    writeFlag(out, text != null);
    if (text != null) {
      out.writeString(text);
    }
  }

  private static @Nullable String readText(DataInput in) throws IOException {
    return readFlag(in) ? in.readString() : null;
  }

  private static void writeFlag(DataOutput out, boolean flag) throws IOException {
    out.writeByte((byte) (flag ? 1 : 0));
  }

  private static boolean readFlag(DataInput in) throws IOException {
    return in.readByte() == 1;
  }
}
