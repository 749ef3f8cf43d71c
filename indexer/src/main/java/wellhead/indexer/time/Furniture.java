package wellhead.indexer.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wellhead.indexer.time.Reading.Footing;

/**
 * What pages print beside a label, set off by a dot, a bar or a dash: the name of a section or a
 * source, "By" and a name, how long a story takes to read. One part is the label, all others are
 * furniture. A comment is dated in a sentence: "on March 3 2024 said:".
 */
final class Furniture {
  private static final Set<String> MARKS = Set.of("·", "•", "|", "-", "/", "»", "›", ",");
  private static final Set<String> SAID = Set.of("said", "says", "wrote", "writes");
  private static final Set<String> BY = Set.of("by", "von", "par", "por", "di", "door");
  private static final Set<String> READ = Set.of("read", "reading", "watch", "listen");
  private static final Set<String> MINUTES = Set.of("min", "mins", "minute", "minutes");

  /** A section, a source or a person has a name of few words; more of them are a title. */
  private static final int MOST_WORDS = 4;

  private final List<Token> tokens;

  private Furniture(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The label beside such things; empty where there is none, or more than that. */
  static Optional<Label> labelIn(String text) {
    List<Token> tokens = PrintedText.tokens(text);
    return tokens.size() > LabelParser.MOST_TOKENS
        ? Optional.empty()
        : new Furniture(tokens).label();
  }

  private Optional<Label> label() {
    int end = Frame.of(tokens).end();
    if (end > 1 && SAID.contains(tokens.get(end - 1).text())) {
      return label(0, end - 1);
    }
    // the label may have marks in it, so the longest that leaves only furniture counts
    for (int length = end; length > 0; length--) {
      for (int from = 0; from + length <= end; from++) {
        boolean apart = isEdge(from) && isEdge(from + length) && length < end;
        Optional<Label> label = apart ? label(from, from + length) : Optional.empty();
        if (label.isPresent() && isFurniture(0, from) && isFurniture(from + length, end)) {
          return label;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Label> label(int from, int to) {
    return LabelGrammar.longest(tokens.subList(0, to), from)
        .filter(r -> (r.next() == to && r.footing() == Footing.ANYWHERE) || isWholeDate(r, to))
        .map(Reading::label);
  }

  private static boolean isWholeDate(Reading reading, int to) {
    return reading.next() == to && reading.label() instanceof Label.Date;
  }

  /** Whether a part may begin or end before this token. */
  private boolean isEdge(int at) {
    return at == 0 || at == tokens.size() || isMark(at) || isMark(at - 1);
  }

  private boolean isMark(int at) {
    Token token = tokens.get(at);
    boolean between = at + 1 >= tokens.size() || !tokens.get(at + 1).isGlued();
    return MARKS.contains(token.text()) && (between || !token.isGlued());
  }

  private boolean isFurniture(int from, int to) {
    var part = new ArrayList<Token>();
    for (int i = from; i <= to; i++) {
      if (i == to || isMark(i)) {
        if (!part.isEmpty() && !isName(part) && !isLength(part)) {
          return false;
        }
        part.clear();
      } else {
        part.add(tokens.get(i));
      }
    }
    return true;
  }

  /** "Energy", "Reuters", "By Ann Hall": words that begin with capitals, "of" and "and" between. */
  private static boolean isName(List<Token> part) {
    int words = 0;
    for (int i = 0; i < part.size(); i++) {
      Token token = part.get(i);
      boolean small = token.startsSmall() && token.text().length() > 3;
      if (token.isNumber() || (small && i > 0)) {
        return false;
      }
      words += token.isWord() ? 1 : 0;
    }
    boolean by = BY.contains(part.getFirst().text());
    return words <= MOST_WORDS + (by ? 2 : 0) && (by || part.getFirst().startsCapital());
  }

  /** "4 min read". */
  private static boolean isLength(List<Token> part) {
    return part.size() >= 2
        && part.size() <= 4
        && part.getFirst().isNumber()
        && part.stream().anyMatch(t -> MINUTES.contains(t.text()))
        && READ.contains(part.getLast().text());
  }
}
