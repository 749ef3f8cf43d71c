package wellhead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * The record of one file that was read: while its size, its modification time and the options stay
 * the same, it is not opened again.
 *
 * @param path absolute; never leaves the index
 * @param size in bytes; -1 when it is to be read again whatever its size
 * @param modified to the precision of the file system
 * @param options the fingerprint of the options it was read with
 * @param rejected how many of its records or lines could not be read
 */
public record FileDocument(String path, long size, Instant modified, String options, int rejected) {

  private static final String PATH = "file_path";
  private static final String COPY = "file_copy";

  /** The whole record in one column: all files of an index are looked at in every run. */
  private static final String RECORD = "file_record";

  /** What selects the one file of this path. Paths longer than a term may be are cut. */
  public static Term byPath(String path) {
    return new Term(PATH, StringTerms.cut(path));
  }

  /** The same with so many rejected records or lines. */
  public FileDocument withRejected(int count) {
    return new FileDocument(path, size, modified, options, count);
  }

  /** The same as if the file had been changed since, so that the next run reads it again. */
  public FileDocument asUnread() {
    return new FileDocument(path, -1, modified, options, rejected);
  }

  /** Whether the file would be read the same way again. */
  public boolean isUnchanged(long sizeNow, Instant modifiedNow, String optionsNow) {
    return size == sizeNow && modified.equals(modifiedNow) && options.equals(optionsNow);
  }

  /**
   * The document to write.
   *
   * @param copies the ids of captures in it that were read from other files before; its other
   *     captures name it themselves (see {@link CaptureDocument})
   */
  public Document toDocument(Iterable<String> copies) {
    var document = new Document();
    document.add(DocumentType.FILE.field());
    document.add(new StringField(PATH, StringTerms.cut(path), Field.Store.NO));
    document.add(new BinaryDocValuesField(RECORD, encode()));
    copies.forEach(id -> document.add(new StringField(COPY, id, Field.Store.NO)));
    return document;
  }

  /**
   * The record as it was written.
   *
   * @throws IllegalArgumentException when the document records no file
   */
  public static FileDocument read(LeafReader segment, int docId) throws IOException {
    BinaryDocValues records = segment.getBinaryDocValues(RECORD);
    if (records == null || !records.advanceExact(docId)) {
      throw new IllegalArgumentException("no record of a file: document " + docId);
    }
    return decode(records.binaryValue());
  }

  /** The records of all files, in no order. */
  public static List<FileDocument> all(IndexReader reader) throws IOException {
    var all = new ArrayList<FileDocument>();
    for (var leaf : reader.leaves()) {
      LeafReader segment = leaf.reader();
      BinaryDocValues records = segment.getBinaryDocValues(RECORD);
      var live = segment.getLiveDocs();
      while (records != null && records.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(records.docID())) {
          all.add(decode(records.binaryValue()));
        }
      }
    }
    return all;
  }

  /** The records of the files that hold a capture which was read from another file before. */
  public static List<FileDocument> withCopyOf(String captureId, IndexReader reader)
      throws IOException {
    var some = new ArrayList<FileDocument>();
    for (var leaf : reader.leaves()) {
      LeafReader segment = leaf.reader();
      PostingsEnum files = segment.postings(new Term(COPY, captureId), PostingsEnum.NONE);
      BinaryDocValues records = segment.getBinaryDocValues(RECORD);
      var live = segment.getLiveDocs();
      while (files != null && files.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        boolean counts = live == null || live.get(files.docID());
        if (counts && records != null && records.advanceExact(files.docID())) {
          some.add(decode(records.binaryValue()));
        }
      }
    }
    return some;
  }

  private BytesRef encode() {
    var out = new ByteBuffersDataOutput();
    try {
      out.writeString(path);
      out.writeLong(size);
      out.writeLong(modified.getEpochSecond());
      out.writeInt(modified.getNano());
      out.writeString(options);
      out.writeVInt(rejected);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  private static FileDocument decode(BytesRef bytes) throws IOException {
    var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    String path = in.readString();
    long size = in.readLong();
    Instant modified = Instant.ofEpochSecond(in.readLong(), in.readInt());
    return new FileDocument(path, size, modified, in.readString(), in.readVInt());
  }
}
