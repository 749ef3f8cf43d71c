package wellhead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * The tokens that a text was indexed with, and where in the text each stands.
 *
 * <p>The index keeps them beside what it shows of a story, so that what a query found can be marked
 * without analysing the text again, which would take longer than finding it.
 *
 * @param tokens in the order in which they were indexed: by position, those over the same words
 *     together
 */
record WrittenTokens(List<Token> tokens) {
  /**
   * One token.
   *
   * @param position of its first word, from 0
   * @param words over how many it lies, at least 1
   * @param start its first character in the text
   * @param end behind its last character
   */
  record Token(String term, int position, int words, int start, int end) {}

  WrittenTokens {
    tokens = List.copyOf(tokens);
  }

  /** Analyses a text as texts are indexed. */
  static WrittenTokens of(String text) {
    return new WrittenTokens(LaidOver.words(text));
  }

  /** Without what was laid over: the stems, as {@link EnergyAnalysis#tokens} has them. */
  List<Token> stems() {
    var stems = new ArrayList<Token>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      boolean last = i + 1 == tokens.size() || tokens.get(i + 1).position != tokens.get(i).position;
      if (last) {
        stems.add(tokens.get(i));
      }
    }
    return stems;
  }

  /** For the index, which takes the tokens as they are. */
  TokenStream stream() {
    return new Replay(tokens);
  }

  /**
   * A byte or two a token, mostly; see {@link KeptTokens} for the form.
   *
   * @param text that the tokens are of; {@link KeptTokens} need it again
   */
  BytesRef encode(String text) {
    var out = new ByteBuffersDataOutput();
    try {
      out.writeVInt(tokens.size());
      Token before = KeptTokens.BEFORE_ALL;
      for (Token token : tokens) {
        KeptTokens.write(token, before, shared(token, text), out);
        before = token;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  private static int shared(Token token, String text) {
    int most = Math.min(token.term.length(), token.end - token.start);
    int shared = 0;
    while (shared < most
        && token.term.charAt(shared) == Character.toLowerCase(text.charAt(token.start + shared))) {
      shared++;
    }
    // half of a pair cannot be written apart
    return shared > 0 && Character.isHighSurrogate(token.term.charAt(shared - 1))
        ? shared - 1
        : shared;
  }

  /** Gives the tokens to the index. */
  private static final class Replay extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private final List<Token> tokens;
    private int next;

    Replay(List<Token> tokens) {
      this.tokens = tokens;
    }

    @Override
    public boolean incrementToken() {
      if (next == tokens.size()) {
        return false;
      }
      clearAttributes();
      Token token = tokens.get(next);
      int before = next == 0 ? -1 : tokens.get(next - 1).position;
      term.append(token.term);
      offset.setOffset(token.start, token.end);
      increment.setPositionIncrement(token.position - before);
      next++;
      return true;
    }

    /** Offsets of a field's next text go on from here. */
    @Override
    public void end() throws IOException {
      super.end();
      int last = tokens.stream().mapToInt(Token::end).max().orElse(0);
      offset.setOffset(last, last);
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
