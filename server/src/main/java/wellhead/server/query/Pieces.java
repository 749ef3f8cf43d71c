package wellhead.server.query;

import java.util.ArrayList;
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
  private final Set<Query> requests = new LinkedHashSet<>();
  private final Set<Query> pairs = new LinkedHashSet<>();
  private final Set<String> terms = new LinkedHashSet<>();

  /** Adds words that stand beside each other, function words left out. */
  void addWords(List<String> words, TextQueries text) {
    String before = null;
    for (String term : words) {
      Query query = text.word(term);
      counts.merge(query, 1, Integer::sum);
      if (RequestWords.contain(term)) {
        requests.add(query);
        continue;
      }
      terms.add(term);
      if (before != null && !before.equals(term)) {
        pairs.add(text.neighbours(before, term));
      }
      before = term;
    }
  }

  void add(Query query) {
    counts.merge(query, 1, Integer::sum);
  }

  int count() {
    return Math.max(counts.size(), 1);
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Matches a text that has at least one of them. */
  Query any() {
    return among(List.copyOf(counts.keySet()));
  }

  /**
   * Ranks texts that have some of them: a word that is asked for twice counts twice, and the words
   * of asking do not count.
   */
  Query ranked() {
    boolean withRequests = counts.size() - requests.size() < ENOUGH;
    var weighed = new ArrayList<Query>();
    counts.forEach((query, count) -> {
      if (withRequests || !requests.contains(query)) {
        weighed.add(count == 1 ? query : new BoostQuery(query, count));
      }
    });
    return among(weighed);
  }

  /** Pairs of words that a text may have side by side, as the query does. */
  List<Query> pairs() {
    return pairs.size() > MAX_PAIRS ? List.of() : List.copyOf(pairs);
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
