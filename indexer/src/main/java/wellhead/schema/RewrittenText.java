package wellhead.schema;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/** A text of which pieces were replaced, and where each of its characters stood before. */
final class RewrittenText extends BaseCharFilter {
  private String text = "";
  private int at;

  private RewrittenText(Reader before) {
    super(before);
  }

  /** A text as it is, read to its end. */
  static RewrittenText whole(Reader input) throws IOException {
    var read = new StringBuilder();
    var buffer = new char[256]; // a headline has 80
    for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
      read.append(buffer, 0, count);
    }
    var whole = new RewrittenText(input);
    whole.text = read.toString();
    return whole;
  }

  String text() {
    return text;
  }

  @Override
  public int read(char[] into, int offset, int length) {
    if (at == text.length()) {
      return -1;
    }
    int count = Math.min(length, text.length() - at);
    text.getChars(at, at + count, into, offset);
    at += count;
    return count;
  }

  /** Replaces pieces of a text, from its beginning to its end. */
  static final class Rewriting {
    private final RewrittenText before;
    private final RewrittenText after;
    private final StringBuilder written = new StringBuilder();
    private int end;
    private boolean changed;

    /** How many characters the text before is ahead of the one after. */
    private int ahead;

    Rewriting(RewrittenText before) {
      this.before = before;
      this.after = new RewrittenText(before);
    }

    /** Where the last piece ended in the text before. */
    int end() {
      return end;
    }

    void replace(int from, int to, String replacement) {
      written.append(before.text, end, from);
      int begin = written.length();
      written.append(replacement);
      end = to;
      changed = true;
      int length = to - from;
      if (replacement.length() < length) {
        ahead += length - replacement.length();
        after.addOffCorrectMap(written.length(), ahead);
      }
      for (int i = length; i < replacement.length(); i++) {
        ahead--;
        after.addOffCorrectMap(begin + i, ahead); // what was added stands where the piece ended
      }
    }

    RewrittenText result() {
      if (!changed) {
        return before;
      }
      after.text = written.append(before.text, end, before.text.length()).toString();
      return after;
    }
  }
}
