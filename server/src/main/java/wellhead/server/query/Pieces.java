package wellhead.server.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/** The words and phrases of a query, each with how often it is asked for. */
final class Pieces {
  /** Words left without which a request's own words are the subject. */
  private static final int ENOUGH = 3;

  /** Pairs of neighbours that a query may have; a longer text that is pasted is found without. */
  private static final int MAX_PAIRS = 32;

  private final Map<Query, Integer> counts = new LinkedHashMap<>();
  private final Map<Query, String> phrases = new HashMap<>();
  private final Map<Query, String> words = new HashMap<>();
  private final Set<Query> requests = new LinkedHashSet<>();
  private final Map<Query, String> pairs = new LinkedHashMap<>();
  private final Set<String> terms = new LinkedHashSet<>();
  private final Set<Sought> sought = new LinkedHashSet<>();
  private final Set<Sought> passedOver = new LinkedHashSet<>();

  /** Adds words that stand beside each other; function words are no pieces. */
  void addWords(List<String> asked, TextQueries text) {
    String before = null;
    int amountEnds = 0;
    for (int i = 0; i < asked.size(); i++) {
      String term = asked.get(i);
      if (FunctionWords.contain(term)) {
        passedOver.add(text.soughtWord(term));
        continue;
      }
      sought.add(text.soughtWord(term));
      int amount = i < amountEnds ? 0 : Amounts.lengthAt(asked, i);
      if (amount > 1) {
        amountEnds = i + amount;
        addAmount(asked.subList(i, amountEnds), text);
      } else if (i >= amountEnds) {
        addWord(term, text);
      }
      if (RequestWords.contain(term)) {
        continue;
      }
      terms.add(term);
      if (before != null && !before.equals(term)) {
        pairs.putIfAbsent(text.neighbours(before, term), before + " " + term);
      }
      before = term;
    }
  }

  private void addWord(String term, TextQueries text) {
    Query query = text.word(term);
    counts.merge(query, 1, Integer::sum);
    words.put(query, term);
    if (RequestWords.contain(term)) {
      requests.add(query);
    }
  }

  private void addAmount(List<String> amount, TextQueries text) {
    var all = new BooleanQuery.Builder();
    amount.forEach(term -> all.add(text.word(term), Occur.MUST));
    add(all.build(), String.join(" ", amount));
  }

  /**
   * Adds what is no single word.
   *
   * @param said as a person would know it again
   */
  void add(Query query, String said) {
    counts.merge(query, 1, Integer::sum);
    phrases.put(query, said);
  }

  int count() {
    return Math.max(counts.size(), 1);
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Adds what is to be marked of what is no single word. */
  void seek(Sought more) {
    sought.add(more);
  }

  /** What is to be marked; function words only where nothing else is asked for. */
  List<Sought> sought() {
    return List.copyOf(sought.isEmpty() ? passedOver : sought);
  }

  /**
   * Ranks texts that have some of them: a word that is asked for twice counts twice, and the words
   * of asking do not count.
   */
  Query ranked() {
    var weighed = new ArrayList<Query>();
    counts.forEach((query, count) -> {
      if (ranks(query)) {
        weighed.add(count == 1 ? query : new BoostQuery(query, count));
      }
    });
    return among(weighed);
  }

  private boolean ranks(Query query) {
    int left = counts.size() - requests.size();
    boolean news = NewsWords.contain(words.getOrDefault(query, ""));
    return !requests.contains(query) || left < (news ? 1 : ENOUGH);
  }

  /** Pairs of words that a text may have side by side, as the query does. */
  List<Query> pairs() {
    return pairs.size() > MAX_PAIRS ? List.of() : List.copyOf(pairs.keySet());
  }

  /** All of them, by what they are. */
  List<Piece> parts() {
    var parts = new ArrayList<Piece>();
    counts.forEach((query, times) -> {
      String term = words.get(query);
      parts.add(
          term == null
              ? new Piece(Piece.Kind.PHRASE, said(query), query, null, times, true)
              : new Piece(Piece.Kind.WORD, term, query, term, times, ranks(query)));
    });
    pairs()
        .forEach(pair ->
            parts.add(
                new Piece(
                    Piece.Kind.NEIGHBOURS, pairs.getOrDefault(pair, ""), pair, null, 1, true)));
    return parts;
  }

  private String said(Query query) {
    return phrases.getOrDefault(query, "");
  }

  /** The single words of the subject, as analysed. */
  Set<String> terms() {
    return terms;
  }

  private static Query among(List<Query> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    var among = new BooleanQuery.Builder();
    queries.forEach(query -> among.add(query, Occur.SHOULD));
    return among.build();
  }
}
