package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.TextField;
import wellhead.server.query.QueryNode;
import wellhead.server.query.QueryWords;

/**
 * Finds what was probably meant by words that no story has. A word that some story has is never
 * touched, nor one all in capitals (a name), nor one with anything but letters. It is for the
 * person to take or leave; answers are for what was asked.
 */
final class Correction {
  /** Words that no story has, at most; in a text with more, something else is wrong. */
  private static final int MAX_WORDS = 3;

  /** Candidates for one word that are tried. */
  private static final int MAX_CANDIDATES = 3;

  private static final Pattern WORD = Pattern.compile("\\p{L}{4,30}");

  private static final List<TextField> FIELDS =
      List.of(TextField.TITLE, TextField.TAKEAWAYS, TextField.BODY);

  /** Letters from which on a word may have two mistakes. */
  private static final int LONG = 6;

  private final IndexReader reader;

  Correction(IndexReader reader) {
    this.reader = reader;
  }

  /** Whether a query finds something. */
  @FunctionalInterface
  interface Trial {
    boolean finds(String query) throws IOException;
  }

  /**
   * The query that was probably meant, which finds something; empty when every word is known or
   * nothing better is.
   *
   * @param raw as typed
   * @param root as read
   */
  Optional<String> of(String raw, QueryNode root, Trial trial) throws IOException {
    var unknown = new LinkedHashSet<String>();
    for (String text : QueryWords.of(root)) {
      if (!allKnown(text)) {
        for (String word : text.split("[^\\p{L}\\p{N}\\p{M}'’]+")) {
          if (isCorrectable(word) && !allKnown(word)) {
            unknown.add(word);
          }
        }
      }
    }
    if (unknown.isEmpty() || unknown.size() > MAX_WORDS) {
      return Optional.empty();
    }
    Map<String, List<String>> candidates = new LinkedHashMap<>();
    for (String word : unknown) {
      candidates.put(word, candidates(word));
    }
    for (int i = 0; i < MAX_CANDIDATES; i++) {
      String corrected = replaced(raw, candidates, i);
      if (!corrected.equals(raw) && trial.finds(corrected)) {
        return Optional.of(corrected);
      }
    }
    return Optional.empty();
  }

  private boolean allKnown(String text) throws IOException {
    for (String term : EnergyAnalysis.terms(text)) {
      if (!isKnown(term)) {
        return false;
      }
    }
    return true;
  }

  private boolean isKnown(String term) throws IOException {
    for (TextField field : TextField.values()) {
      if (reader.docFreq(field.term(term)) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCorrectable(String word) {
    return WORD.matcher(word).matches() && !word.equals(word.toUpperCase(Locale.ROOT));
  }

  /** The likeliest first. */
  private List<String> candidates(String word) throws IOException {
    String folded = EnergyAnalysis.prefix(word).utf8ToString();
    var checker = new DirectSpellChecker();
    checker.setMaxEdits(word.length() < LONG ? 1 : 2);
    Map<String, SuggestWord> best = new LinkedHashMap<>();
    for (TextField field : FIELDS) {
      for (SuggestWord found :
          checker.suggestSimilar(
              field.term(folded), MAX_CANDIDATES, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)) {
        if (WORD.matcher(found.string).matches()) {
          best.merge(found.string, found, (a, b) -> a.freq >= b.freq ? a : b);
        }
      }
    }
    var candidates = new ArrayList<>(best.values());
    candidates.sort(
        Comparator.comparingDouble((SuggestWord w) -> w.score)
            .thenComparingInt(w -> w.freq)
            .reversed()
            .thenComparing(w -> w.string));
    return candidates.stream().map(w -> inCaseOf(word, w.string)).toList();
  }

  private static String inCaseOf(String word, String candidate) {
    return Character.isUpperCase(word.codePointAt(0))
        ? candidate.substring(0, 1).toUpperCase(Locale.ROOT) + candidate.substring(1)
        : candidate;
  }

  /** With the i-th candidate, or the last before it, of each word. */
  private static String replaced(String raw, Map<String, List<String>> candidates, int i) {
    String text = raw;
    for (Map.Entry<String, List<String>> entry : candidates.entrySet()) {
      List<String> choices = entry.getValue();
      @Nullable String choice =
          choices.isEmpty() ? null : choices.get(Math.min(i, choices.size() - 1));
      if (choice != null) {
        text =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}\\p{M}])"
                        + Pattern.quote(entry.getKey())
                        + "(?![\\p{L}\\p{N}\\p{M}])")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(choice));
      }
    }
    return text;
  }
}
