package wellhead.schema;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.CharFilterFactory;
import org.apache.lucene.util.ResourceLoader;
import org.apache.lucene.util.ResourceLoaderAware;

/**
 * Replaces patterns of characters, one after the other, as a chain of Lucene's
 * PatternReplaceCharFilterFactory would. Each line of the file names a character that its pattern
 * needs, and only what is near one is searched for it: a dozen patterns over every character cost a
 * text more than everything else in its analysis.
 *
 * <p>Argument: {@code rewrites} (a file name); the head of {@code rewrites.txt} says what a line
 * means.
 */
public final class RewritesCharFilterFactory extends CharFilterFactory
    implements ResourceLoaderAware {
  /** The name under which Lucene finds this factory. */
  public static final String NAME = "wellheadRewrites";

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
      RewrittenText text = RewrittenText.whole(input);
      for (Rewrite rewrite : rewrites) {
        text = rewrite.applyTo(text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
  }

  @Override
  public Reader normalize(Reader input) {
    return create(input);
  }
}
