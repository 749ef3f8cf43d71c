package wellhead.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names and the spellings that texts have for them; the head of {@code countries.txt} says what a
 * line means.
 */
final class Gazetteer {
  /** The name of spellings that name nothing. */
  private static final String NOTHING = "-";

  private final Node root = new Node();
  private final Map<List<String>, String> byName = new HashMap<>();
  private final Set<String> names = new TreeSet<>();

  private Gazetteer() {}

  /** Reads a gazetteer of the program. */
  static Gazetteer read(String file) {
    try (InputStream in = Gazetteer.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing from the build: " + file);
      }
      return parse(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  /**
   * Reads the lines of a gazetteer.
   *
   * @param lines without comments and blank lines
   * @throws IllegalArgumentException naming the line at fault
   */
  static Gazetteer parse(List<String> lines) {
    var gazetteer = new Gazetteer();
    for (String line : lines) {
      int equals = line.indexOf(" = ");
      if (equals < 1) {
        throw new IllegalArgumentException("a gazetteer line is 'name = spelling | ...': " + line);
      }
      gazetteer.add(line.substring(0, equals), line.substring(equals + 3).split(" \\| "), line);
    }
    return gazetteer;
  }

  private void add(String name, String[] spellings, String line) {
    if (!name.equals(NOTHING)) {
      if (!names.add(name)) {
        throw new IllegalArgumentException("a name has one line only: " + line);
      }
      byName.put(EnergyAnalysis.tokens(name), name);
    }
    for (String spelling : spellings) {
      Rule rule = Rule.parse(name, spelling);
      Node node = root;
      for (String token : rule.tokens()) {
        node = node.next.computeIfAbsent(token, t -> new Node());
      }
      if (node == root) {
        throw new IllegalArgumentException(
            "a spelling needs a word: '" + spelling + "' in " + line);
      }
      node.rules.add(rule);
    }
  }

  /** All names, in alphabetical order. */
  Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /** The name that is so spelled, whatever its capitals and witnesses. */
  Optional<String> named(String spelling) {
    List<String> tokens = EnergyAnalysis.tokens(spelling);
    String exact = byName.get(tokens);
    if (exact != null) {
      return Optional.of(exact);
    }
    Node node = root;
    for (String token : tokens) {
      node = node.next.get(token);
      if (node == null) {
        return Optional.empty();
      }
    }
    return node.rules.stream().map(Rule::name).filter(name -> !name.equals(NOTHING)).findFirst();
  }

  /** The names that the texts of one story have, in alphabetical order. */
  Set<String> namesIn(StoryWords words) {
    var found = new TreeSet<String>();
    words.texts().forEach(text -> find(text, words, found));
    return found;
  }

  private void find(StoryWords.Text text, StoryWords story, Set<String> found) {
    int at = 0;
    while (at < text.words().size()) {
      at += root.next.containsKey(text.token(at)) ? Math.max(1, take(text, at, story, found)) : 1;
    }
  }

  /** Adds what the longest run of tokens from here names; how many tokens that were. */
  private int take(StoryWords.Text text, int at, StoryWords story, Set<String> found) {
    List<Node> path = new ArrayList<>();
    List<StoryWords.Word> words = new ArrayList<>();
    Node node = root;
    for (int i = at; i < text.words().size(); i++) {
      node = node.next.get(text.token(i));
      if (node == null) {
        break;
      }
      path.add(node);
      words.add(text.word(i));
    }
    for (int length = path.size(); length > 0; length--) {
      List<StoryWords.Word> run = words.subList(0, length);
      List<Rule> written = path.get(length - 1).rules.stream().filter(r -> r.fits(run)).toList();
      List<Rule> witnessed = written.stream().filter(rule -> rule.hasWitness(story)).toList();
      witnessed.stream().map(Rule::name).filter(name -> !name.equals(NOTHING)).forEach(found::add);
      if (!witnessed.isEmpty()) {
        return length;
      }
    }
    return 0;
  }

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final List<Rule> rules = new ArrayList<>();
  }

  /**
   * One spelling.
   *
   * @param capitals what each of its tokens must look like in a text
   * @param witnesses of which a story must have one; empty when it needs none
   */
  private record Rule(
      String name, List<String> tokens, List<Capitals> capitals, Set<String> witnesses) {

    static Rule parse(String name, String spelling) {
      int plus = spelling.indexOf(" + ");
      List<EnergyAnalysis.Spelled> spelled =
          EnergyAnalysis.spelled(plus < 0 ? spelling : spelling.substring(0, plus));
      return new Rule(
          name,
          spelled.stream().map(EnergyAnalysis.Spelled::token).toList(),
          spelled.stream().map(Capitals::of).toList(),
          plus < 0 ? Set.of() : witnesses(spelling.substring(plus + 3)));
    }

    private static Set<String> witnesses(String list) {
      return Arrays.stream(list.split(","))
          .map(EnergyAnalysis::tokens)
          .map(tokens -> {
            if (tokens.size() != 1) {
              throw new IllegalArgumentException("a witness is one word: " + list);
            }
            return tokens.getFirst();
          })
          .collect(Collectors.toUnmodifiableSet());
    }

    boolean fits(List<StoryWords.Word> run) {
      for (int i = 0; i < capitals.size(); i++) {
        if (!capitals.get(i).test(run.get(i))) {
          return false;
        }
      }
      return true;
    }

    boolean hasWitness(StoryWords story) {
      return witnesses.isEmpty() || witnesses.stream().anyMatch(story::has);
    }
  }

  /** How a word must be written, as the gazetteer writes it. */
  private enum Capitals {
    ANY,
    FIRST,
    /** With a capital behind a small letter: ReNew. */
    INNER,
    ALL;

    boolean test(StoryWords.Word word) {
      return switch (this) {
        case ANY -> true;
        case FIRST -> word.capital();
        case INNER -> word.inner();
        case ALL -> word.capitals();
      };
    }

    static Capitals of(EnergyAnalysis.Spelled spelled) {
      long capitals = spelled.written().chars().filter(Character::isUpperCase).count();
      if (capitals == 0) {
        return ANY;
      }
      if (capitals > 1 && new StoryWords.Word(spelled.token(), spelled.written()).capitals()) {
        return ALL;
      }
      return spelled.written().matches("\\p{Lu}\\p{Ll}+\\p{Lu}\\p{Ll}*") ? INNER : FIRST;
    }
  }
}
