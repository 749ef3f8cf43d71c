package wellhead.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;

/**
 * A text as the index keeps it for snippets, with its tokens and with the ends of its sentences:
 * finding these anew for each hit that is shown took longer than finding the hit.
 */
public final class KeptText {
  private final String text;
  private final int[] sentenceEnds;
  private final KeptTokens tokens;

  private KeptText(String text, int[] sentenceEnds, KeptTokens tokens) {
    this.text = text;
    this.sentenceEnds = sentenceEnds;
    this.tokens = tokens;
  }

  /** The text itself. */
  public String text() {
    return text;
  }

  /** Behind the last character of each sentence, rising; of a text, its end is the last. */
  public int[] sentenceEnds() {
    return sentenceEnds.clone();
  }

  /** Its tokens, to be gone along once. */
  public KeptTokens tokens() {
    return tokens;
  }

  /** Where the sentences of a text end. */
  public static int[] sentenceEnds(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    var ends = new int[16];
    int count = 0;
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
      ends[count++] = end;
    }
    return Arrays.copyOf(ends, count);
  }

  static void write(String text, WrittenTokens tokens, DataOutput out) throws IOException {
    var bytes = new BytesRef(text); // half a pair of characters becomes a sign for it
    out.writeVInt(bytes.length);
    LZ4.compress(bytes.bytes, 0, bytes.length, out, new LZ4.FastCompressionHashTable());
    int[] ends = sentenceEnds(text);
    out.writeVInt(ends.length);
    int before = 0;
    for (int end : ends) {
      out.writeVInt(end - before);
      before = end;
    }
    writeTokens(text, tokens, out);
  }

  static KeptText read(byte[] bytes, ByteArrayDataInput in) throws IOException {
    var unpacked = new byte[in.readVInt()];
    LZ4.decompress(in, unpacked.length, unpacked, 0);
    // texts are mostly ASCII, which Java copies; Lucene's own reading looks at each byte
    String text = new String(unpacked, StandardCharsets.UTF_8);
    var ends = new int[in.readVInt()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += in.readVInt();
      ends[i] = end;
    }
    return new KeptText(text, ends, readTokens(text, bytes, in));
  }

  static void writeTokens(String text, WrittenTokens tokens, DataOutput out) throws IOException {
    BytesRef encoded = tokens.encode(text);
    out.writeVInt(encoded.length);
    out.writeBytes(encoded.bytes, encoded.offset, encoded.length);
  }

  static KeptTokens readTokens(String text, byte[] bytes, ByteArrayDataInput in) {
    int length = in.readVInt();
    var tokens = new KeptTokens(new BytesRef(bytes, in.getPosition(), length), text);
    in.skipBytes(length);
    return tokens;
  }
}
