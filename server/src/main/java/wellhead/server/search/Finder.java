package wellhead.server.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wellhead.schema.TextField;
import wellhead.schema.WrittenTokens;
import wellhead.schema.WrittenTokens.Token;
import wellhead.server.query.Sought;

/** Finds what a query looks for among the tokens of texts in one field. */
final class Finder {
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> beginnings = new HashMap<>();
  private final Map<Sought, Integer> runs = new HashMap<>();

  /** Of what takes more than one word: which may matter. */
  private final Set<String> inRuns = new HashSet<>();

  /**
   * A piece of the text.
   *
   * @param start its first character
   * @param end behind its last
   * @param what which of the things sought it is, or is of
   */
  record Found(int start, int end, int what) {}

  Finder(List<Sought> sought, TextField field) {
    for (int what = 0; what < sought.size(); what++) {
      if (sought.get(what).fields().contains(field)) {
        add(sought.get(what), what);
      }
    }
  }

  private void add(Sought one, int what) {
    switch (one) {
      case Sought.Word word -> words.put(word.term(), what);
      case Sought.Prefix prefix -> beginnings.put(prefix.beginning(), what);
      case Sought.Phrase phrase -> {
        runs.put(phrase, what);
        phrase.spellings().forEach(inRuns::addAll);
      }
      case Sought.Near near -> {
        runs.put(near, what);
        inRuns.addAll(near.left());
        inRuns.addAll(near.right());
      }
    }
  }

  /** What is found, in the order of the text. */
  List<Found> in(WrittenTokens text) {
    var found = new ArrayList<Found>();
    var places = new HashMap<String, Map<Integer, Token>>();
    for (Token token : text.tokens()) {
      Integer word = words.get(token.term());
      if (word != null) {
        found.add(found(token, word));
      }
      for (var beginning : beginnings.entrySet()) {
        if (token.term().startsWith(beginning.getKey())) {
          found.add(found(token, beginning.getValue()));
        }
      }
      if (inRuns.contains(token.term())) {
        places.computeIfAbsent(token.term(), term -> new HashMap<>()).put(token.position(), token);
      }
    }
    if (!places.isEmpty()) {
      runs.forEach((sought, what) ->
          tokens(sought, new Places(places)).forEach(token -> found.add(found(token, what))));
    }
    found.sort(Comparator.comparingInt(Found::start).thenComparingInt(Found::end));
    return found;
  }

  private static Found found(Token token, int what) {
    return new Found(token.start(), token.end(), what);
  }

  private static Set<Token> tokens(Sought sought, Places places) {
    var tokens = new HashSet<Token>();
    switch (sought) {
      case Sought.Phrase phrase -> {
        for (List<String> spelling : phrase.spellings()) {
          places.of(spelling).forEach(tokens::addAll);
        }
      }
      case Sought.Near near -> {
        for (List<Token> left : places.of(near.left())) {
          for (List<Token> right : places.of(near.right())) {
            if (between(left, right) < near.distance()) {
              tokens.addAll(left);
              tokens.addAll(right);
            }
          }
        }
      }
      case Sought.Word word -> places.of(List.of(word.term())).forEach(tokens::addAll);
      case Sought.Prefix prefix -> {}
    }
    return tokens;
  }

  /** Words between two runs. */
  private static int between(List<Token> a, List<Token> b) {
    return a.getFirst().position() < b.getFirst().position()
        ? b.getFirst().position() - a.getLast().position() - 1
        : a.getFirst().position() - b.getLast().position() - 1;
  }

  /** Where terms stand, by position. */
  private record Places(Map<String, Map<Integer, Token>> byTerm) {
    /** Where all the terms stand side by side, in this order. */
    List<List<Token>> of(List<String> terms) {
      var runs = new ArrayList<List<Token>>();
      for (Token first : at(terms.getFirst()).values()) {
        var run = new ArrayList<Token>();
        for (int i = 0; i < terms.size(); i++) {
          @Nullable Token next = at(terms.get(i)).get(first.position() + i);
          if (next != null) {
            run.add(next);
          }
        }
        if (run.size() == terms.size()) {
          runs.add(run);
        }
      }
      return runs;
    }

    private Map<Integer, Token> at(String term) {
      return byTerm.getOrDefault(term, Map.of());
    }
  }
}
