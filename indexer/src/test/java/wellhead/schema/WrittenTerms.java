package wellhead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** What the index holds of a text. */
final class WrittenTerms {
  private WrittenTerms() {}

  static Set<String> of(String text) {
    var terms = new HashSet<String>();
    each(text, (term, offset) -> terms.add(term.toString()));
    return terms;
  }

  /** The piece of the text that the term lies over. */
  static String marked(String text, String wanted) {
    var found = new StringBuilder();
    each(
        text,
        (term, offset) -> {
          if (term.toString().equals(wanted)) {
            found.append(text, offset.startOffset(), offset.endOffset());
          }
        });
    return found.toString();
  }

  private interface Sink {
    void accept(CharTermAttribute term, OffsetAttribute offset);
  }

  private static void each(String text, Sink sink) {
    try (TokenStream stream = EnergyAnalysis.WRITING.tokenStream("title", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        sink.accept(term, offset);
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
