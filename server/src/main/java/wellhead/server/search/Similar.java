package wellhead.server.search;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.Keyword;
import wellhead.schema.WordsField;
import wellhead.server.query.Questions;
import wellhead.story.ArticleText;
import wellhead.story.Story;

/** Finds stories that share the words that tell a story apart from others. */
final class Similar {
  /** Words that are asked for, at most. */
  private static final int WORDS = 20;

  /** A word of the title tells as much as so many in the text. */
  private static final int TITLE = 3;

  /** Characters of a body that are looked at; what a text is about stands at its beginning. */
  private static final int MAX_LENGTH = 3000;

  /** Of the words, which share a story must have: one could be chance. */
  private static final double SHARE = 0.3;

  private final IndexSearcher searcher;

  Similar(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The most similar first, ties by time and id; without the story itself. */
  List<Ranked> to(Story story, int limit) throws IOException {
    Optional<Query> query = query(story);
    // an old story is as similar as a new one
    return query.isEmpty()
        ? List.of()
        : RelevanceCollector.best(searcher, query.get(), limit, new Freshness(Instant.EPOCH, 0));
  }

  private Optional<Query> query(Story story) throws IOException {
    Map<String, Integer> counts = counts(story);
    Map<String, Double> weights = new HashMap<>();
    for (Map.Entry<String, Integer> word : counts.entrySet()) {
      double weight = Math.log1p(word.getValue()) * rarity(word.getKey());
      if (weight > 0) {
        weights.put(word.getKey(), weight);
      }
    }
    List<String> words =
        weights.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(WORDS)
            .map(Map.Entry::getKey)
            .toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var any = new BooleanQuery.Builder();
    words.forEach(word -> any.add(Questions.word(word), Occur.SHOULD));
    any.setMinimumNumberShouldMatch(
        Math.max(Math.min(2, words.size()), (int) (SHARE * words.size())));
    return Optional.of(
        new BooleanQuery.Builder()
            .add(any.build(), Occur.MUST)
            .add(Keyword.ID.is(story.id()), Occur.MUST_NOT)
            .build());
  }

  private static Map<String, Integer> counts(Story story) {
    var counts = new HashMap<String, Integer>();
    count(story.title(), TITLE, counts);
    ArticleText article = story.article();
    if (article != null) {
      article.takeaways().forEach(takeaway -> count(takeaway, 1, counts));
      count(article.body().substring(0, Math.min(MAX_LENGTH, article.body().length())), 1, counts);
    }
    return counts;
  }

  private static void count(String text, int times, Map<String, Integer> counts) {
    EnergyAnalysis.terms(text).stream()
        .filter(Questions::isSubject)
        .forEach(term -> counts.merge(term, times, Integer::sum));
  }

  /** 0 for a word that no other story has. */
  private double rarity(String term) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    int stories = WordsField.stories(reader, term);
    return stories < 2 ? 0 : Math.log(1 + (double) reader.numDocs() / stories);
  }
}
