package wellhead.server.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Makes of any tokens a row that the grammar takes, and says what it changed. */
final class Repairs {
  /** Words of a query that is no sentence. */
  private static final int SHORT = 5;

  private Repairs() {}

  /** Drops brackets that close nothing, closes those that stay open. */
  static List<Token> brackets(List<Token> tokens, List<String> warnings) {
    var repaired = new ArrayList<Token>();
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (token instanceof Token.Open) {
        open.push(token);
        if (open.size() > QueryParser.MAX_DEPTH) {
          throw new QuerySyntaxException(
              token.position(),
              "brackets are nested more than " + QueryParser.MAX_DEPTH + " deep here");
        }
      }
      if (!(token instanceof Token.Close)) {
        repaired.add(token);
      } else if (open.isEmpty()) {
        warnings.add("A bracket that closes nothing was left out.");
      } else {
        open.pop();
        repaired.add(token);
      }
    }
    if (!open.isEmpty()) {
      warnings.add("A bracket that nothing closes was closed at the end.");
      open.forEach(token -> repaired.add(new Token.Close(token.position())));
    }
    return repaired;
  }

  /** Reads operators that lack an operand as words, and drops a minus that has nothing behind. */
  static List<Token> operators(List<Token> tokens, List<String> warnings) {
    var repaired = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.asWord().isPresent() && !hasOperands(repaired, token, tokens, i + 1)) {
        Token.Word word = token.asWord().get();
        warnings.add("'" + word.raw() + "' has nothing to join here and was read as a word.");
        repaired.add(word);
      } else if (!dangles(token, tokens, i + 1)) {
        repaired.add(token);
      }
    }
    return repaired;
  }

  /** Says how to write it where a short query has "or" between two words. */
  static void hint(List<Token> tokens, List<String> warnings) {
    for (int i = 1; i + 1 < tokens.size() && tokens.size() <= SHORT; i++) {
      if (tokens.get(i) instanceof Token.Word word
          && word.raw().equals("or")
          && tokens.get(i - 1) instanceof Token.Word
          && tokens.get(i + 1) instanceof Token.Word) {
        warnings.add("'or' was read as a word; OR in capitals finds either.");
      }
    }
  }

  /** A minus or a field whose value turned out to be no word. */
  private static boolean dangles(Token token, List<Token> tokens, int next) {
    boolean isPrefix = token instanceof Token.Minus || token instanceof Token.Field;
    return isPrefix
        && (next == tokens.size()
            || !tokens.get(next).beginsOperand()
            || tokens.get(next) instanceof Token.Minus);
  }

  private static boolean hasOperands(
      List<Token> before, Token operator, List<Token> tokens, int next) {
    if (before.isEmpty() || next == tokens.size()) {
      return false;
    }
    Token left = before.getLast();
    Token right = tokens.get(next);
    if (!(operator instanceof Token.Near)) {
      return left.endsOperand() && right.beginsOperand();
    }
    boolean leftIsValue = before.size() > 1 && before.get(before.size() - 2) instanceof Token.Field;
    return !leftIsValue && left.nearOperand().isPresent() && right.nearOperand().isPresent();
  }
}
