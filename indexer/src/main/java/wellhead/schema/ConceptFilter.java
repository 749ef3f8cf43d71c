package wellhead.schema;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Puts into queries the one term that a run of tokens stands for, the longest run first.
 *
 * <p>So a query has one term a concept, which is what BM25F over several fields needs, and every
 * text that a spelling occurs in holds it, whatever stands around it: {@link WrittenTokens} lays it
 * over the words. Lucene's SynonymGraphFilter does one or the other, takes the first of overlapping
 * runs only, and knows no numbers.
 */
final class ConceptFilter extends TokenFilter {
  private final Concepts concepts;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);

  private final Deque<Position> ahead = new ArrayDeque<>();
  private final Deque<Runnable> ready = new ArrayDeque<>();
  private @Nullable Token next;
  private boolean begun;
  private boolean afterNumber;

  ConceptFilter(TokenStream input, Concepts concepts) {
    super(input);
    this.concepts = concepts;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (ready.isEmpty()) {
      fill();
      if (ahead.isEmpty()) {
        return false;
      }
      ask();
    }
    ready.remove().run();
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    ahead.clear();
    ready.clear();
    next = null;
    begun = false;
    afterNumber = false;
  }

  private void ask() {
    Position here = ahead.getFirst();
    Token token = here.tokens.getLast();
    Optional<Concept> taken = longest(0).filter(c -> !yieldsToLonger(c));
    if (taken.isEmpty()) {
      emit(token, token.term, here.increment, 1, token.end);
      ahead.remove();
      afterNumber = Quantity.isPlain(token.term);
      return;
    }
    int end = 0;
    for (int i = 0; i < taken.get().length(); i++) {
      end = ahead.remove().end();
    }
    String asked = taken.get().asked(afterNumber);
    emit(token, asked, here.increment, 1, end);
    afterNumber = Quantity.isPlain(asked);
  }

  /** In "5 billion cubic feet" the volume is taken, not "5 billion". */
  private boolean yieldsToLonger(Concept concept) {
    for (int i = 1; i < concept.length(); i++) {
      if (longest(i).filter(c -> c.length() > concept.length()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Optional<Concept> longest(int from) {
    return concepts.at(tokensFrom(from)).stream().max(Comparator.comparingInt(Concept::length));
  }

  private List<String> tokensFrom(int from) {
    var tokens = new ArrayList<String>();
    int skipped = 0;
    for (Position position : ahead) {
      if (skipped++ < from) {
        continue;
      }
      boolean gap = !tokens.isEmpty() && position.increment != 1;
      if (gap || tokens.size() == concepts.reach()) {
        break;
      }
      tokens.add(position.tokens.getLast().term);
    }
    return tokens;
  }

  private void emit(Token like, String text, int step, int positions, int end) {
    ready.add(() -> {
      restoreState(like.state);
      term.setEmpty().append(text);
      offset.setOffset(like.start, end);
      increment.setPositionIncrement(step);
      length.setPositionLength(positions);
    });
  }

  /** Reads ahead so far that the longest run can be seen, from every token of the longest run. */
  private void fill() throws IOException {
    if (!begun) {
      next = read();
      begun = true;
    }
    while (next != null && ahead.size() < 2 * concepts.reach()) {
      var position = new Position(next.increment, new ArrayList<>());
      do {
        position.tokens.add(next);
        next = read();
      } while (next != null && next.increment == 0);
      ahead.add(position);
    }
  }

  private @Nullable Token read() throws IOException {
    return input.incrementToken()
        ? new Token(
            captureState(),
            term.toString(),
            increment.getPositionIncrement(),
            offset.startOffset(),
            offset.endOffset())
        : null;
  }

  private record Token(State state, String term, int increment, int start, int end) {}

  private record Position(int increment, List<Token> tokens) {
    int end() {
      return tokens.getLast().end;
    }
  }
}
