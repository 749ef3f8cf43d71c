package wellhead.schema;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Lucene's PatternReplaceFilterFactory for a pattern that needs a character which few tokens have:
 * only those are searched for it.
 *
 * <p>Arguments: {@code needed} (one character), {@code pattern}, {@code replacement}.
 */
public final class RewriteTokenFilterFactory extends TokenFilterFactory {
  /** The name under which Lucene finds this factory. */
  public static final String NAME = "wellheadRewriteToken";

  private final char needed;
  private final Pattern pattern;
  private final String replacement;

  /** Lucene's service loader asks for this constructor, and never uses it. */
  public RewriteTokenFilterFactory() {
    throw defaultCtorException();
  }

  public RewriteTokenFilterFactory(Map<String, String> args) {
    super(args);
    needed = requireChar(args, "needed");
    pattern = getPattern(args, "pattern");
    replacement = require(args, "replacement");
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown parameters: " + args);
    }
  }

  @Override
  public TokenStream create(TokenStream input) {
    return new RewriteTokenFilter(input);
  }

  private final class RewriteTokenFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Matcher matcher = pattern.matcher(term);

    RewriteTokenFilter(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      if (hasNeeded() && matcher.reset().find()) {
        String rewritten = matcher.replaceAll(replacement);
        term.setEmpty().append(rewritten);
      }
      return true;
    }

    private boolean hasNeeded() {
      char[] buffer = term.buffer();
      for (int i = 0; i < term.length(); i++) {
        if (buffer[i] == needed) {
          return true;
        }
      }
      return false;
    }
  }
}
