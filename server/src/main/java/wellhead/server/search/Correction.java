package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.KnownNames;
import wellhead.schema.WordsField;
import wellhead.server.query.QueryNode;
import wellhead.server.query.QueryWords;
import wellhead.server.query.Sought;

/**
 * Finds what was probably meant by words that no story has. A word that some story has is never
 * touched, nor one of a name that the program knows, nor one all in capitals (a name), nor one with
 * anything but letters. Two words may have been written as one. It is for the person to take or
 * leave; answers are for what was asked.
 */
final class Correction {
  /** Words that no story has, at most; in a text with more, something else is wrong. */
  private static final int MAX_WORDS = 3;

  /** Candidates for one word that are tried. */
  private static final int MAX_CANDIDATES = 3;

  /** Corrected queries that are tried, the likeliest words first. */
  private static final int MAX_TRIALS = 9;

  /** Letters from which on a word may have two mistakes. */
  private static final int LONG = 6;

  /** Letters from which on a name is hardly ever a letter away from an ordinary word. */
  private static final int LONG_NAME = 8;

  /** Letters of a word that may have been written together with another. */
  private static final int SHORTEST_PART = 3;

  private static final Pattern PAIR =
      Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L}{2,30}) (\\p{L}{2,30})(?![\\p{L}\\p{N}])");

  private final IndexReader reader;
  private final Generation generation;

  /**
   * @param reader of the generation
   */
  Correction(IndexReader reader, Generation generation) {
    this.reader = reader;
    this.generation = generation;
  }

  /** Tries a query. */
  interface Trial {
    /** Whether some story matches. */
    boolean finds(String query) throws IOException;

    /** Whether some story matches in part. */
    boolean findsInPart(String query) throws IOException;
  }

  /**
   * The query that was probably meant, which finds something, if only in part; empty when every
   * word is known or nothing better is.
   *
   * @param raw as typed
   * @param root as read
   */
  Optional<String> of(String raw, QueryNode root, Trial trial) throws IOException {
    var unknown = new LinkedHashSet<String>();
    Set<String> named = wordsOfNames(raw);
    for (String text : QueryWords.of(root)) {
      if (!allKnown(text)) {
        for (String word : text.split("[^\\p{L}\\p{N}\\p{M}'’]+")) {
          if (isCorrectable(word) && !named.contains(word) && !allKnown(word)) {
            unknown.add(word);
          }
        }
      }
    }
    if (unknown.isEmpty() || unknown.size() > MAX_WORDS) {
      return Optional.empty();
    }
    Optional<String> together = together(raw, unknown);
    if (together.isPresent() && trial.finds(together.get())) {
      return together;
    }
    Map<String, List<String>> candidates = new LinkedHashMap<>();
    for (String word : unknown) {
      List<String> likely = candidates(word, trial);
      if (!likely.isEmpty()) {
        candidates.put(word, likely);
      }
    }
    return best(raw, candidates, candidates.size() == unknown.size(), trial);
  }

  /**
   * The first corrected query that finds something. When none does, but each of its words is in
   * some story, the likeliest: there are stories with some of them.
   *
   * @param complete whether each unknown word has a candidate
   */
  private static Optional<String> best(
      String raw, Map<String, List<String>> candidates, boolean complete, Trial trial)
      throws IOException {
    List<String> corrections = corrections(raw, candidates);
    for (String corrected : corrections) {
      if (trial.finds(corrected)) {
        return Optional.of(corrected);
      }
    }
    return complete && !corrections.isEmpty() && trial.findsInPart(corrections.getFirst())
        ? Optional.of(corrections.getFirst())
        : Optional.empty();
  }

  /** The query with one candidate for each word, those of the likeliest together first. */
  private static List<String> corrections(String raw, Map<String, List<String>> candidates) {
    List<Choice> choices = List.of(new Choice(raw, 0));
    for (Map.Entry<String, List<String>> word : candidates.entrySet()) {
      var longer = new ArrayList<Choice>();
      for (Choice choice : choices) {
        for (int i = 0; i < word.getValue().size(); i++) {
          String text = replaced(choice.query, word.getKey(), word.getValue().get(i));
          longer.add(new Choice(text, choice.unlikely + i));
        }
      }
      choices = longer;
    }
    return choices.stream()
        .sorted(Comparator.comparingInt(Choice::unlikely))
        .map(Choice::query)
        .filter(query -> !query.equals(raw))
        .distinct()
        .limit(MAX_TRIALS)
        .toList();
  }

  /**
   * A corrected query.
   *
   * @param unlikely how many likelier candidates were passed over
   */
  private record Choice(String query, int unlikely) {}

  /** Whether some story has each of the words; nearly always, and then there is nothing to do. */
  boolean knowsAll(List<Sought> sought) throws IOException {
    for (Sought one : sought) {
      boolean known =
          switch (one) {
            case Sought.Word word -> isKnown(word.term());
            case Sought.Phrase phrase -> areKnown(phrase.spellings().getFirst());
            case Sought.Near near -> areKnown(near.left()) && areKnown(near.right());
            case Sought.Prefix prefix -> true;
          };
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private boolean allKnown(String text) throws IOException {
    return areKnown(EnergyAnalysis.terms(text));
  }

  private boolean areKnown(List<String> terms) throws IOException {
    for (String term : terms) {
      if (!isKnown(term)) {
        return false;
      }
    }
    return true;
  }

  private boolean isKnown(String term) throws IOException {
    return WordsField.stories(reader, term) > 0;
  }

  private static boolean isCorrectable(String word) {
    return Lexicon.WORD.matcher(word).matches() && !word.equals(word.toUpperCase(Locale.ROOT));
  }

  /** Nobody misspelt a name that is in the vocabulary, whether a story has it or not. */
  private static Set<String> wordsOfNames(String raw) {
    var words = new HashSet<String>();
    KnownNames.in(raw).forEach(name -> words.addAll(List.of(name.split("\\s+"))));
    Stream.of(raw.split("\\s+")).filter(KnownNames::isKnown).forEach(words::add);
    return words;
  }

  /**
   * The likeliest first. A name that nobody knows, capitals tell, is no misspelling of what differs
   * from it in two places, and a short one is a misspelling of another name only: Masse is not
   * mass, but Produciton is production.
   */
  private List<String> candidates(String word, Trial trial) throws IOException {
    String folded = EnergyAnalysis.prefix(word).utf8ToString();
    boolean name = Character.isUpperCase(word.codePointAt(0));
    int mistakes = word.length() < LONG || name ? 1 : 2;
    List<String> near = generation.lexicon().near(folded, mistakes, MAX_CANDIDATES);
    Optional<String> apart = name ? Optional.empty() : apart(folded);
    if (apart.isPresent() && !trial.finds('"' + apart.get() + '"')) {
      apart = Optional.empty(); // each is a word, but no story has them beside each other
    }
    return Stream.concat(near.stream(), apart.stream())
        .map(candidate -> inCaseOf(word, candidate))
        .filter(candidate -> !name || word.length() >= LONG_NAME || KnownNames.isKnown(candidate))
        .toList();
  }

  /** A word that stories have, written as two of which one is no word: "lith uania". */
  private Optional<String> together(String raw, Set<String> unknown) throws IOException {
    Matcher pair = PAIR.matcher(raw);
    for (int from = 0; pair.find(from); from = pair.start(2)) {
      boolean oneUnknown = unknown.contains(pair.group(1)) || unknown.contains(pair.group(2));
      String joined = pair.group(1) + pair.group(2);
      if (oneUnknown && stories(joined) > 0) {
        return Optional.of(raw.substring(0, pair.start()) + joined + raw.substring(pair.end()));
      }
    }
    return Optional.empty();
  }

  /** Two words that stories have, written as one: where the rarer of them is the most frequent. */
  private Optional<String> apart(String word) throws IOException {
    String best = null;
    int most = 0;
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      String left = word.substring(0, at);
      String right = word.substring(at);
      int stories = Math.min(stories(left), stories(right));
      if (stories > most) {
        best = left + " " + right;
        most = stories;
      }
    }
    return Optional.ofNullable(best);
  }

  private int stories(String word) throws IOException {
    int fewest = Integer.MAX_VALUE;
    for (String term : EnergyAnalysis.terms(word)) {
      fewest = Math.min(fewest, WordsField.stories(reader, term));
    }
    return fewest == Integer.MAX_VALUE ? 0 : fewest;
  }

  private static String inCaseOf(String word, String candidate) {
    return Character.isUpperCase(word.codePointAt(0))
        ? candidate.substring(0, 1).toUpperCase(Locale.ROOT) + candidate.substring(1)
        : candidate;
  }

  private static String replaced(String text, String word, String candidate) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}\\p{M}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}\\p{M}])")
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(candidate));
  }
}
