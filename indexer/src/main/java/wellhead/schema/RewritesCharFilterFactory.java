package wellhead.schema;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.CharFilterFactory;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.util.ResourceLoader;
import org.apache.lucene.util.ResourceLoaderAware;

/**
 * Replaces patterns of characters, one after the other, as a chain of Lucene's
 * PatternReplaceCharFilterFactory would. Each line of the file names a character that its pattern
 * needs, and a text without that character is not searched for it: a dozen patterns cost a headline
 * more than everything else in its analysis.
 *
 * <p>Argument: {@code rewrites} (a file name); the head of {@code rewrites.txt} says what a line
 * means.
 */
public final class RewritesCharFilterFactory extends CharFilterFactory
    implements ResourceLoaderAware {
  /** The name under which Lucene finds this factory. */
  public static final String NAME = "wellheadRewrites";

  /** Stands for any digit in the first column. */
  private static final String DIGIT = "0";

  private final String file;
  private List<Rewrite> rewrites = List.of();

  /** Lucene's service loader asks for this constructor, and never uses it. */
  public RewritesCharFilterFactory() {
    throw defaultCtorException();
  }

  public RewritesCharFilterFactory(Map<String, String> args) {
    super(args);
    file = require(args, "rewrites");
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown parameters: " + args);
    }
  }

  /**
   * A replacement.
   *
   * @param needed a character without which a text has no match, or {@link #DIGIT}
   */
  private record Rewrite(String needed, Pattern pattern, String replacement) {
    static Rewrite parse(String line) {
      String[] columns = line.split("\t", 3);
      if (columns.length < 3 || columns[0].length() != 1) {
        throw new IllegalArgumentException(
            "a rewrite is 'character, pattern, replacement' with tabs between: " + line);
      }
      // the reader of resources strips lines
      String replacement = columns[2].equals("SPACE") ? " " : columns[2].replace("SPACE", " ");
      return new Rewrite(columns[0], Pattern.compile(columns[1]), replacement);
    }

    boolean mayChange(String text) {
      return needed.equals(DIGIT)
          ? text.chars().anyMatch(c -> c >= '0' && c <= '9')
          : text.contains(needed);
    }
  }

  @Override
  public void inform(ResourceLoader loader) throws IOException {
    var read = new ArrayList<Rewrite>();
    for (String line : getLines(loader, file)) {
      read.add(Rewrite.parse(line));
    }
    rewrites = List.copyOf(read);
  }

  @Override
  public Reader create(Reader input) {
    try {
      var whole = new Whole(input);
      Reader rewritten = whole;
      for (Rewrite rewrite : rewrites) {
        if (rewrite.mayChange(whole.text)) {
          rewritten = new PatternReplaceCharFilter(rewrite.pattern, rewrite.replacement, rewritten);
        }
      }
      return rewritten;
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
  }

  @Override
  public Reader normalize(Reader input) {
    return create(input);
  }

  /** A text that is read at once, to be looked at first. */
  private static final class Whole extends CharFilter {
    private final String text;
    private int at;

    Whole(Reader input) throws IOException {
      super(input);
      var read = new StringBuilder();
      var buffer = new char[256]; // a headline has 80
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        read.append(buffer, 0, count);
      }
      text = read.toString();
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

    @Override
    protected int correct(int offset) {
      return offset;
    }
  }
}
