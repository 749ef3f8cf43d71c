package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.Schema;

/**
 * Completes what somebody is typing: names first, then headlines that have all the words, the last
 * one as a beginning. Where there are none, words may have a typing mistake.
 *
 * <p>Asked of the index itself, not of a second structure beside it: titles are indexed with their
 * words unstemmed, too, and the index is sorted newest first, so that the newest matches are found
 * without looking at the others. A new commit is completed from as soon as it is opened. (Lucene's
 * suggesters keep an index or an automaton of their own, which would have to be built anew for each
 * commit.)
 */
final class Completions {
  /** Characters that are looked at; whoever types more needs no completion. */
  private static final int MAX_LENGTH = 200;

  /** The newest headlines among which the best are chosen. */
  private static final int POOL = 100;

  /** Names before headlines, at most. */
  private static final int MAX_NAMES = 3;

  private final IndexSearcher searcher;
  private final Names names;

  Completions(IndexSearcher searcher, Names names) {
    this.searcher = searcher;
    this.names = names;
  }

  /** At most so many, the best first, each once. */
  List<String> of(String text, int limit) throws IOException {
    Typed typed = Typed.read(beginningOf(text));
    if (typed.isEmpty()) {
      return List.of();
    }
    List<String> exact = completions(typed, Spelling.EXACT, limit);
    return exact.isEmpty() ? completions(typed, Spelling.LOOSE, limit) : exact;
  }

  private static String beginningOf(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }

  private List<String> completions(Typed typed, Spelling spelling, int limit) throws IOException {
    Map<String, String> byFoldedForm = new LinkedHashMap<>();
    names.matching(typed, spelling).stream()
        .limit(MAX_NAMES)
        .forEach(name -> byFoldedForm.putIfAbsent(folded(name), name));
    for (String title : titles(typed, spelling)) {
      if (byFoldedForm.size() >= limit) {
        break;
      }
      byFoldedForm.putIfAbsent(folded(title), title);
    }
    return byFoldedForm.values().stream().limit(limit).toList();
  }

  /** Titles that begin with what was typed, then those that contain it so, then the others. */
  private List<String> titles(Typed typed, Spelling spelling) throws IOException {
    Query query = query(typed, spelling);
    ScoreDoc[] newest =
        searcher.search(query, new TopFieldCollectorManager(Schema.order(), POOL, null, 1))
            .scoreDocs;
    var titles = new ArrayList<String>();
    for (ScoreDoc hit : newest) {
      titles.add(Stories.summary(searcher, hit.doc).title());
    }
    if (spelling == Spelling.LOOSE) {
      return titles; // none has what was typed as it was typed
    }
    String text = folded(typed.text()).strip();
    Map<String, Integer> places = new HashMap<>();
    titles.forEach(title -> places.computeIfAbsent(title, t -> place(folded(t).indexOf(text))));
    titles.sort(Comparator.comparing(places::get)); // stable: newest first
    return titles;
  }

  private static int place(int index) {
    return index == 0 ? 0 : index > 0 ? 1 : 2;
  }

  private static String folded(String text) {
    return EnergyAnalysis.prefix(text).utf8ToString();
  }

  private Query query(Typed typed, Spelling spelling) throws IOException {
    var query = new BooleanQuery.Builder();
    for (String term : typed.complete()) {
      query.add(spelling.word(searcher.getIndexReader(), term), Occur.FILTER);
    }
    if (!typed.last().isEmpty()) {
      query.add(spelling.beginning(searcher.getIndexReader(), typed.last()), Occur.FILTER);
    }
    return query.build();
  }
}
