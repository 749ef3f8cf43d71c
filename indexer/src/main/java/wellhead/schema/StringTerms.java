package wellhead.schema;

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
}
