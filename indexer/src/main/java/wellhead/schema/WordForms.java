package wellhead.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What a chain of token filters makes of words, remembered: texts have the same few thousand words
 * again and again, and a word's stem takes ten times as long to find as to look up. For chains that
 * look at one word at a time only. Of one thread.
 */
final class WordForms {
  /**
   * How many words are remembered, some 150 bytes each; then it begins anew. News has 30,000
   * different words in 20,000 stories, and nine of ten words are of the first thousand.
   */
  private static final int MOST = 1 << 16;

  private final CharArrayMap<List<String>> known = new CharArrayMap<>(1 << 12, false);
  private final OneWord word = new OneWord();
  private final TokenStream chain;
  private final CharTermAttribute term;

  WordForms(List<TokenFilterFactory> filters) {
    TokenStream stream = word;
    for (TokenFilterFactory filter : filters) {
      stream = filter.create(stream);
    }
    chain = stream;
    term = chain.addAttribute(CharTermAttribute.class);
  }

  /** The terms of a word, all of them over this word; the stem is the last. */
  List<String> of(char[] buffer, int length) throws IOException {
    List<String> forms = known.get(buffer, 0, length);
    if (forms == null) {
      if (known.size() == MOST) {
        known.clear();
      }
      String written = new String(buffer, 0, length);
      forms = asked(written);
      known.put(written, forms);
    }
    return forms;
  }

  private List<String> asked(String written) throws IOException {
    var forms = new ArrayList<String>(2);
    word.next = written;
    chain.reset();
    while (chain.incrementToken()) {
      forms.add(term.toString());
    }
    chain.end();
    return List.copyOf(forms);
  }

  /** A text of one word. */
  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String next = "";

    @Override
    public boolean incrementToken() {
      if (next.isEmpty()) {
        return false;
      }
      clearAttributes();
      term.append(next);
      next = "";
      return true;
    }
  }
}
