package wellhead.indexer.time;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Vocabulary.Topic;

/** A place among tokens, read in one language. Steps back by assigning {@link #at}. */
final class Cursor {
  final List<Token> tokens;
  final Vocabulary words;
  int at;

  private int asked = -1;
  private Set<Topic> begun = Set.of();

  Cursor(List<Token> tokens, Vocabulary words, int at) {
    this.tokens = tokens;
    this.words = words;
    this.at = at;
  }

  /** The token here, or {@code null} at the end. */
  @Nullable Token peek() {
    return peek(0);
  }

  @Nullable Token peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
  }

  /** Reads a phrase of the language and gives its value. */
  Optional<String> take(Topic topic) {
    if (!mayTake(topic)) {
      return Optional.empty();
    }
    var found = words.find(topic, tokens, at);
    found.ifPresent(f -> at = f.next());
    return found.map(Vocabulary.Found::value);
  }

  /** A grammar asks for topic after topic at one place, mostly in vain. */
  private boolean mayTake(Topic topic) {
    if (asked != at) {
      asked = at;
      begun = at < tokens.size() ? words.topics(tokens.get(at).text()) : Set.of();
    }
    return begun.contains(topic);
  }

  /** Reads a phrase if there is one. */
  boolean skip(Topic topic) {
    return take(topic).isPresent();
  }

  /** Reads a mark if it stands here. */
  boolean skip(String mark) {
    Token token = peek();
    if (token == null || !token.is(mark)) {
      return false;
    }
    at++;
    return true;
  }

  /** Reads a mark that stands glued to what is before it. */
  boolean skipGlued(String mark) {
    Token token = peek();
    return token != null && token.isGlued() && skip(mark);
  }

  /** Whether the token here is a number of so many digits. */
  boolean isNumber(int fewest, int most) {
    return isNumber(0, fewest, most);
  }

  boolean isNumber(int ahead, int fewest, int most) {
    Token token = peek(ahead);
    return token != null
        && token.isNumber()
        && token.text().length() >= fewest
        && token.text().length() <= most;
  }

  boolean isGluedNumber(int fewest, int most) {
    Token token = peek();
    return token != null && token.isGlued() && isNumber(fewest, most);
  }

  /** Reads the number here; only after {@link #isNumber}. */
  int number() {
    return Integer.parseInt(tokens.get(at++).text());
  }
}
