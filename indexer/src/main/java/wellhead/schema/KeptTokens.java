package wellhead.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Goes along the tokens that a text was indexed with, in their order: by position, those over the
 * same words together. Compares terms where they lie; a text has hundreds, and a query looks for a
 * few.
 *
 * <p>A token is one byte where it is the next word as it stands in the text, in lower case, behind
 * one or two characters (a space, a comma and a space), or where it is a beginning of the word that
 * it lies over, as most stems are. Any other takes some bytes more.
 */
public final class KeptTokens {
  /** What stands before the first token. */
  static final WrittenTokens.Token BEFORE_ALL = new WrittenTokens.Token("", -1, 1, -1, -1);

  /** The next word: the characters before it but one, and how many it has. */
  private static final int WORD_BITS = 5;

  private static final int LONGEST_WORD = (1 << WORD_BITS) - 1;
  private static final int WIDEST_GAP = 2;

  /** A beginning of the word that it lies over, and how long it is. */
  private static final int STEM = WIDEST_GAP << WORD_BITS;

  private static final int LONGEST_STEM = STEM - 1;

  /** Anything else. */
  private static final int OTHER = 2 * STEM;

  /** Of anything else: its term is its piece of the text, in lower case. */
  private static final int AS_WRITTEN = 1;

  /** Of anything else: it lies over more than one word. */
  private static final int LONG = 2;

  private final ByteArrayDataInput in;
  private final byte[] bytes;
  private final String text;
  private int left;
  private int position = BEFORE_ALL.position();
  private int words;
  private int start = BEFORE_ALL.start();
  private int end = BEFORE_ALL.end();

  /** Characters of the term that are those of the text, in lower case. */
  private int shared;

  private int restStart;
  private int restLength;

  /**
   * @param kept as {@link WrittenTokens#encode} wrote them
   * @param text that they were encoded with
   */
  KeptTokens(BytesRef kept, String text) {
    in = new ByteArrayDataInput(kept.bytes, kept.offset, kept.length);
    bytes = kept.bytes;
    this.text = text;
    left = in.readVInt();
  }

  /**
   * Writes a token.
   *
   * @param before the token before it
   * @param shared with how many characters of its piece of the text, in lower case, its term begins
   */
  static void write(
      WrittenTokens.Token token, WrittenTokens.Token before, int shared, DataOutput out)
      throws IOException {
    int length = token.end() - token.start();
    int gap = token.start() - before.end();
    int step = token.position() - before.position();
    boolean asWritten = shared == token.term().length() && shared == length;
    if (asWritten
        && token.words() == 1
        && step == 1
        && gap >= 1
        && gap <= WIDEST_GAP
        && length <= LONGEST_WORD) {
      out.writeByte((byte) ((gap - 1) << WORD_BITS | length));
    } else if (shared == token.term().length()
        && token.words() == 1
        && step == 0
        && token.start() == before.start()
        && token.end() == before.end()
        && shared <= LONGEST_STEM) {
      out.writeByte((byte) (STEM | shared));
    } else {
      out.writeByte((byte) (OTHER | (asWritten ? AS_WRITTEN : 0) | (token.words() > 1 ? LONG : 0)));
      out.writeVInt(step);
      if (token.words() > 1) {
        out.writeVInt(token.words());
      }
      out.writeVInt(token.start() - before.start());
      out.writeVInt(length);
      if (!asWritten) {
        out.writeVInt(shared);
        out.writeString(token.term().substring(shared));
      }
    }
  }

  /** Goes on to the next token; false behind the last. */
  public boolean next() {
    if (left-- <= 0) {
      return false;
    }
    int head = in.readByte() & 0xFF;
    restLength = 0;
    if (head < STEM) {
      position++;
      words = 1;
      start = end + 1 + (head >> WORD_BITS);
      shared = head & LONGEST_WORD;
      end = start + shared;
    } else if (head < OTHER) {
      words = 1;
      shared = head & LONGEST_STEM;
    } else {
      readOther(head);
    }
    return true;
  }

  private void readOther(int head) {
    position += in.readVInt();
    words = (head & LONG) == 0 ? 1 : in.readVInt();
    start += in.readVInt();
    end = start + in.readVInt();
    if ((head & AS_WRITTEN) != 0) {
      shared = end - start;
    } else {
      shared = in.readVInt();
      restLength = in.readVInt();
      restStart = in.getPosition();
      in.skipBytes(restLength);
    }
  }

  /** Of the first word that the token lies over, from 0. */
  public int position() {
    return position;
  }

  /** Over how many words it lies, at least 1. */
  int words() {
    return words;
  }

  /** Its first character in the text. */
  public int start() {
    return start;
  }

  /** Behind its last character in the text. */
  public int end() {
    return end;
  }

  /** The first character of its term. */
  public char first() {
    if (shared > 0) {
      return Character.toLowerCase(text.charAt(start));
    }
    byte first = restLength == 0 ? 0 : bytes[restStart];
    return first >= 0 ? (char) first : rest().charAt(0);
  }

  /** Whether this is its term. */
  public boolean is(String term) {
    int rest = term.length() - shared;
    return rest >= 0
        && rest <= restLength
        && (rest > 0 || restLength == 0)
        && sharesWith(term, shared)
        && endsAs(term);
  }

  /** Whether its term begins so. */
  public boolean beginsWith(String beginning) {
    int common = Math.min(shared, beginning.length());
    return sharesWith(beginning, common)
        && (beginning.length() == common || rest().startsWith(beginning.substring(common)));
  }

  /** Its term. */
  String term() {
    var term = new StringBuilder();
    for (int at = start; at < start + shared; at++) {
      term.append(Character.toLowerCase(text.charAt(at)));
    }
    return term.append(rest()).toString();
  }

  private boolean sharesWith(String term, int characters) {
    for (int i = 0; i < characters; i++) {
      if (term.charAt(i) != Character.toLowerCase(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  private boolean endsAs(String term) {
    return restLength == 0 || rest().equals(term.substring(shared));
  }

  private String rest() {
    return restLength == 0 ? "" : new String(bytes, restStart, restLength, StandardCharsets.UTF_8);
  }
}
