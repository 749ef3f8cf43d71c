package wellhead.server.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wellhead.schema.KeptTokens;
import wellhead.schema.TextField;
import wellhead.server.query.Sought;

/** Finds what a query looks for among the tokens of texts in one field. */
final class Finder {
  /** Terms that are looked for lie apart by their first letters, of which five bits count. */
  private static final int FIRST_LETTERS = 32;

  private static final Comparator<Found> IN_ORDER =
      Comparator.comparingInt(Found::start).thenComparingInt(Found::end);

  private final Map<String, Integer> words = new LinkedHashMap<>();
  private final Map<String, Integer> beginnings = new LinkedHashMap<>();
  private final Map<Sought, Integer> runs = new HashMap<>();

  /** Of what takes more than one word: which may matter. */
  private final Set<String> inRuns = new HashSet<>();

  private final List<List<Aim>> aims = new ArrayList<>();

  /**
   * A piece of the text.
   *
   * @param start its first character
   * @param end behind its last
   * @param what which of the things sought it is, or is of
   */
  record Found(int start, int end, int what) {}

  /** What a token may be. */
  private sealed interface Aim {
    String term();

    record Word(String term, int what) implements Aim {}

    record Beginning(String term, int what) implements Aim {}

    record InRun(String term) implements Aim {}
  }

  /** A token that a run may have. */
  private record Token(String term, int position, int start, int end) {}

  Finder(List<Sought> sought, TextField field) {
    for (int what = 0; what < sought.size(); what++) {
      if (sought.get(what).fields().contains(field)) {
        add(sought.get(what), what);
      }
    }
    for (int i = 0; i < FIRST_LETTERS; i++) {
      aims.add(new ArrayList<>());
    }
    words.forEach((term, what) -> aim(new Aim.Word(term, what)));
    beginnings.forEach((term, what) -> aim(new Aim.Beginning(term, what)));
    inRuns.forEach(term -> aim(new Aim.InRun(term)));
  }

  private void aim(Aim aim) {
    if (aim.term().isEmpty()) {
      aims.forEach(all -> all.add(aim)); // any word begins with nothing
    } else {
      aims.get(aim.term().charAt(0) % FIRST_LETTERS).add(aim);
    }
  }

  /** Whether nothing is looked for. */
  private boolean isIdle() {
    return words.isEmpty() && beginnings.isEmpty() && inRuns.isEmpty();
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
  List<Found> in(KeptTokens text) {
    if (isIdle()) {
      return List.of();
    }
    var found = new ArrayList<Found>();
    var places = new HashMap<String, Map<Integer, Token>>();
    while (text.next()) {
      List<Aim> near = aims.get(text.first() % FIRST_LETTERS);
      for (int i = 0; i < near.size(); i++) {
        switch (near.get(i)) {
          case Aim.Word word -> {
            if (text.is(word.term)) {
              found.add(new Found(text.start(), text.end(), word.what));
            }
          }
          case Aim.Beginning beginning -> {
            if (text.beginsWith(beginning.term)) {
              found.add(new Found(text.start(), text.end(), beginning.what));
            }
          }
          case Aim.InRun run -> {
            if (text.is(run.term)) {
              places
                  .computeIfAbsent(run.term, term -> new HashMap<>())
                  .put(
                      text.position(),
                      new Token(run.term, text.position(), text.start(), text.end()));
            }
          }
        }
      }
    }
    if (!places.isEmpty()) {
      runs.forEach((sought, what) ->
          tokens(sought, new Places(places))
              .forEach(token -> found.add(new Found(token.start, token.end, what))));
    }
    found.sort(IN_ORDER);
    return found;
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
