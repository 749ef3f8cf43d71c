package wellhead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import wellhead.story.Clocks;
import wellhead.story.Rule;

/**
 * The record of one source: how it prints its ages, as far as its captures told.
 *
 * @param source its name
 * @param rule in force for its newest captures; {@link Rule#HULL} while they do not decide
 * @param evidence counts for and against each rule, by weeks since 1970; the assembling side knows
 *     what is counted
 */
public record SourceDocument(
    String source,
    Rule rule,
    SortedMap<Long, List<Integer>> evidence,
    SortedMap<String, List<Long>> shifts,
    Clocks clocks) {

  private static final String NAME = "source_name";
  private static final String TOLD_RULE = "source_told_rule";
  private static final String TOLD_EVIDENCE = "source_told_evidence";
  private static final String TOLD_CLOCKS = "source_told_clocks";

  public SourceDocument {
    evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    shifts = Collections.unmodifiableSortedMap(new TreeMap<>(shifts));
  }

  /** What selects the one source of this name. */
  public static Term byName(String source) {
    return new Term(NAME, StringTerms.cut(source));
  }

  /** The document to write. */
  public Document toDocument() {
    var document = new Document();
    document.add(DocumentType.SOURCE.field());
    document.add(new StringField(NAME, StringTerms.cut(source), Field.Store.NO));
    document.add(new StoredField("source_told_name", source));
    document.add(new StoredField(TOLD_RULE, rule.name()));
    document.add(new StoredField(TOLD_EVIDENCE, encode(evidence)));
    document.add(new StoredField(TOLD_CLOCKS, ClocksCodec.encode(shifts, clocks)));
    return document;
  }

  /** The record as it was written. */
  public static SourceDocument read(Documents fields, int docId) throws IOException {
    Document document = fields.stored(docId);
    var clocks = ClocksCodec.decode(document.getBinaryValue(TOLD_CLOCKS));
    return new SourceDocument(
        document.get("source_told_name"),
        Rule.valueOf(document.get(TOLD_RULE)),
        decode(document.getBinaryValue(TOLD_EVIDENCE)),
        clocks.shifts(),
        clocks.clocks());
  }

  private static BytesRef encode(SortedMap<Long, List<Integer>> evidence) {
    var out = new ByteBuffersDataOutput();
    try {
      out.writeVInt(evidence.size());
      for (var week : evidence.entrySet()) {
        out.writeZLong(week.getKey());
        out.writeVInt(week.getValue().size());
        for (int count : week.getValue()) {
          out.writeVInt(count);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  private static SortedMap<Long, List<Integer>> decode(BytesRef bytes) throws IOException {
    var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    var evidence = new TreeMap<Long, List<Integer>>();
    for (int weeks = in.readVInt(); weeks > 0; weeks--) {
      long week = in.readZLong();
      var counts = new ArrayList<Integer>();
      for (int n = in.readVInt(); n > 0; n--) {
        counts.add(in.readVInt());
      }
      evidence.put(week, List.copyOf(counts));
    }
    return evidence;
  }
}
