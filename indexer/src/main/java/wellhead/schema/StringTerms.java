package wellhead.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/** Strings as whole terms. */
final class StringTerms {
  private StringTerms() {}

  /** The string, cut to what Lucene takes as one term. */
  static String cut(String value) {
    if (UnicodeUtil.calcUTF16toUTF8Length(value, 0, value.length())
        <= IndexWriter.MAX_TERM_LENGTH) {
      return value;
    }
    // four bytes is the most a character takes, and half a surrogate pair must not be left over
    String cut = value.substring(0, IndexWriter.MAX_TERM_LENGTH / 4);
    return Character.isHighSurrogate(cut.charAt(cut.length() - 1))
        ? cut.substring(0, cut.length() - 1)
        : new BytesRef(cut).utf8ToString();
  }

  /** Short, and the same for the same string only, as far as anybody will ever see. */
  static String digest(String value) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
