package wellhead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * An event that stories of several sources tell of, as the index holds it: beside the stories, so
 * that a story need not be written again when another report of the same event comes.
 *
 * @param reports two or more, the earliest first; a story is in one event at most
 */
public record EventDocument(List<Report> reports) {
  private static final String FIELD = "event";

  public EventDocument {
    reports = List.copyOf(reports);
    if (reports.size() < 2) {
      throw new IllegalArgumentException("an event has two reports or more: " + reports);
    }
  }

  /**
   * A story that tells of it, and why it is taken for one that does.
   *
   * @param story its id
   * @param like the id of the report that it is most like
   * @param hundredths of the likeness to that one
   * @param words that the titles of both have and that say something, those that say most first
   */
  public record Report(String story, String like, int hundredths, List<String> words) {
    public Report {
      words = List.copyOf(words);
    }
  }

  /** All events. */
  public static Query all() {
    return DocumentType.EVENT.query();
  }

  /** The events that have one of these stories. */
  public static Query ofAny(Collection<String> stories) {
    return new TermInSetQuery(
        Keyword.MEMBER.field(), stories.stream().map(story -> new BytesRef(story)).toList());
  }

  /** What it is deleted or replaced by. */
  public Term term() {
    return Keyword.MEMBER.term(reports.getFirst().story());
  }

  /** Lays it out in fields. */
  public Document toDocument() {
    var document = new Document();
    document.add(DocumentType.EVENT.field());
    Keyword.MEMBER.addTermsTo(document, reports.stream().map(Report::story).toList());
    document.add(new BinaryDocValuesField(FIELD, encode()));
    return document;
  }

  private BytesRef encode() {
    var out = new ByteBuffersDataOutput();
    try {
      out.writeVInt(reports.size());
      for (Report report : reports) {
        out.writeString(report.story);
        out.writeString(report.like);
        out.writeVInt(report.hundredths);
        out.writeVInt(report.words.size());
        for (String word : report.words) {
          out.writeString(word);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  /**
   * Reads an event.
   *
   * @param document its number in the segment
   * @throws IllegalArgumentException when the document is not an event
   */
  public static EventDocument read(LeafReader segment, int document) throws IOException {
    BinaryDocValues values = DocValues.getBinary(segment, FIELD);
    if (!values.advanceExact(document)) {
      throw new IllegalArgumentException("not an event: document " + document + " of " + segment);
    }
    return decode(values.binaryValue());
  }

  /** Takes in an event of a segment. */
  @FunctionalInterface
  public interface Events {
    /**
     * Takes it in.
     *
     * @param document its number in the segment
     */
    void accept(int document, EventDocument event) throws IOException;
  }

  /** All events of a segment in their order, those that were deleted or replaced among them. */
  public static void each(LeafReader segment, Events events) throws IOException {
    BinaryDocValues values = DocValues.getBinary(segment, FIELD);
    while (values.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
      events.accept(values.docID(), decode(values.binaryValue()));
    }
  }

  private static EventDocument decode(BytesRef bytes) throws IOException {
    var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    int count = in.readVInt();
    var reports = new ArrayList<Report>(count);
    for (int i = 0; i < count; i++) {
      String story = in.readString();
      String like = in.readString();
      int hundredths = in.readVInt();
      int size = in.readVInt();
      var words = new ArrayList<String>(size);
      for (int word = 0; word < size; word++) {
        words.add(in.readString());
      }
      reports.add(new Report(story, like, hundredths, words));
    }
    return new EventDocument(reports);
  }
}
