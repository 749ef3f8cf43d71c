package wellhead.indexer.time;

import java.util.List;
import java.util.Set;

/**
 * What stands in a line between its bullets.
 *
 * @param start index of the first token behind bullets and opening brackets
 * @param end index behind the last token before closing marks
 * @param signed whether the first token is a number with a sign ("-4 days", "+3 hours")
 */
record Frame(int start, int end, boolean signed) {
  private static final Set<String> BULLETS =
      Set.of(
          "•", "·", "‣", "◦", "*", "-", "▪", "▫", "●", "○", "■", "□", "►", "▶", "▸", "»", "›", ">",
          "|", "→", "–", "—", "∙", "⁃", "◆", "◇", "➤", "➢", "✓", "✔");
  private static final Set<String> OPENING = Set.of("(", "[", "【", "（");
  private static final Set<String> CLOSING =
      Set.of(")", "]", "】", ".", ",", ":", ";", "|", "•", "·", "-", ">", "»", "›", "/");

  static Frame of(List<Token> tokens) {
    int start = 0;
    while (start < tokens.size()
        && (isBullet(tokens.get(start)) || OPENING.contains(tokens.get(start).text()))) {
      start++;
    }
    int end = tokens.size();
    while (end > start && CLOSING.contains(tokens.get(end - 1).text())) {
      end--;
    }
    return new Frame(start, end, isSigned(tokens, start));
  }

  static boolean isBullet(Token token) {
    return BULLETS.contains(token.text());
  }

  static boolean opens(Token token) {
    return OPENING.contains(token.text());
  }

  static boolean isSigned(List<Token> tokens, int start) {
    if (start < 1 || start >= tokens.size() || !tokens.get(start).isNumber()) {
      return false;
    }
    Token before = tokens.get(start - 1);
    return tokens.get(start).isGlued() && (before.is("-") || before.is("#") || before.is("*"));
  }
}
