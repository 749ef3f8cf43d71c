package wellhead.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The spellings that mean the same thing, from {@code vocabulary.txt}; its head says what a line
 * means.
 */
final class Vocabulary {
  private final Node root = new Node();
  private final Map<String, List<List<String>>> spellings = new HashMap<>();
  private int longest = 1;

  private Vocabulary() {}

  /**
   * Reads the lines of a vocabulary.
   *
   * @param lines without comments and blank lines
   * @param tokens how a spelling is cut into tokens: as texts are, up to this step
   * @throws IllegalArgumentException naming the line when it has no spelling, or one that an
   *     earlier line has
   */
  static Vocabulary parse(List<String> lines, Function<String, List<String>> tokens) {
    var vocabulary = new Vocabulary();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("a vocabulary line is 'term = spelling | ...': " + line);
      }
      List<String> terms = split(line.substring(0, equals), "\\s&\\s");
      for (String spelling : split(line.substring(equals + 1), "\\|")) {
        vocabulary.add(terms, tokens.apply(spelling), line);
      }
    }
    return vocabulary;
  }

  private static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator)).map(String::strip).toList();
  }

  private void add(List<String> terms, List<String> tokens, String line) {
    Node node = root;
    for (String token : tokens) {
      node = node.next.computeIfAbsent(token, t -> new Node());
    }
    String term = terms.getFirst();
    if (node.concept != null && node.concept.term().equals(term)) {
      return; // a plural that the stemmer knows
    }
    if (tokens.isEmpty() || node.concept != null) {
      throw new IllegalArgumentException(
          "each spelling needs a word and stands on one line only: " + tokens + " in " + line);
    }
    node.concept = new Concept(term, terms.subList(1, terms.size()), tokens.size());
    longest = Math.max(longest, tokens.size());
    if (tokens.size() > 1) {
      spellings.computeIfAbsent(term, t -> new ArrayList<>()).add(tokens);
    }
  }

  /** The concepts whose spelling the tokens begin with, shortest first. */
  List<Concept> at(List<String> tokens) {
    List<Concept> found = List.of();
    Node node = root;
    for (String token : tokens) {
      node = node.next.get(token);
      if (node == null) {
        break;
      }
      if (node.concept != null) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(node.concept);
      }
    }
    return found;
  }

  /** Whether a spelling begins with this token. */
  boolean mayBegin(String token) {
    return root.next.containsKey(token);
  }

  /** The spellings of a term that have several tokens; empty when there are none. */
  List<List<String>> spellings(String term) {
    return spellings.getOrDefault(term, List.of());
  }

  /** Tokens in the longest spelling. */
  int longest() {
    return longest;
  }

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    @Nullable Concept concept;
  }
}
