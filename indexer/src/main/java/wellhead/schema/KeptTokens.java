package wellhead.schema;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/**
 * Goes along the tokens that a text was indexed with, in their order: by position, those over the
 * same words together. Compares terms where they lie; a text has hundreds, and a query looks for a
 * few.
 */
public final class KeptTokens {
  private final ByteArrayDataInput in;
  private final byte[] bytes;
  private final String text;
  private int left;
  private int position;
  private int words;
  private int start;
  private int end;

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

  /** Goes on to the next token; false behind the last. */
  public boolean next() {
    if (left-- <= 0) {
      return false;
    }
    int head = in.readVInt();
    position += head >>> WrittenTokens.FLAG_BITS;
    words = (head & WrittenTokens.LONG) == 0 ? 1 : in.readVInt();
    start += in.readVInt();
    end = start + in.readVInt();
    restLength = 0;
    if ((head & WrittenTokens.AS_WRITTEN) != 0) {
      shared = end - start;
    } else {
      shared = in.readVInt();
      restLength = in.readVInt();
      restStart = in.getPosition();
      in.skipBytes(restLength);
    }
    return true;
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
