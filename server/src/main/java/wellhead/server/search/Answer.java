package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import wellhead.schema.Keyword;
import wellhead.schema.PublishedField;
import wellhead.schema.RecordField;
import wellhead.schema.Schema;
import wellhead.schema.Summary;
import wellhead.schema.SummaryField;
import wellhead.server.query.ParsedQuery;
import wellhead.server.query.Question;
import wellhead.story.Story;

/** Answers one request from one generation. */
final class Answer {
  private final SearchRequest request;
  private final ParsedQuery parsed;
  private final Question question;
  private final Selection selection;
  private final Generation generation;
  private final IndexSearcher searcher;

  Answer(SearchRequest request, ParsedQuery parsed, Question question, Generation generation) {
    this.request = request;
    this.parsed = parsed;
    this.question = question;
    this.generation = generation;
    selection = new Selection(request, question);
    searcher = generation.searcher();
  }

  SearchResults results() throws IOException {
    SearchResults.Total total = total();
    List<Ranked> best = order(selection.full(), request.offset() + request.limit());
    List<Ranked> full = page(best, request.offset());
    List<Ranked> partial = total.value() < request.limit() ? partial(best) : List.of();
    int partialOffset = Math.max(0, request.offset() - total.value());
    List<Ranked> shown = page(partial, partialOffset);
    shown = shown.subList(0, Math.min(shown.size(), request.limit() - full.size()));
    return new SearchResults(
        parsed.understood(),
        null,
        !partial.isEmpty(),
        warnings(),
        total,
        hits(full, shown),
        generation.state(),
        new Counting(searcher, request, selection).breakdown(total),
        null);
  }

  private List<String> warnings() {
    var warnings = new ArrayList<>(parsed.warnings());
    request
        .filters()
        .forEach((facet, values) ->
            values.stream()
                .filter(facet::isUnknown)
                .map(value ->
                    "No story can have the %s '%s': it is not among the names known to Wellhead."
                        .formatted(facet.wireName(), value))
                .forEach(warnings::add));
    return warnings;
  }

  private SearchResults.Total total() throws IOException {
    int value = searcher.count(selection.full());
    int undated = searcher.count(selection.undated());
    if (!selection.hasWindow()) {
      return new SearchResults.Total(value, true, value - undated, value, undated);
    }
    int certain =
        switch (request.match()) {
          case POSSIBLE -> searcher.count(selection.certain());
          case CERTAIN -> value;
        };
    return new SearchResults.Total(value, true, certain, value, undated);
  }

  /** The first so many stories, in the order asked for. */
  private List<Ranked> order(Query query, int wanted) throws IOException {
    return switch (request.sort()) {
      case RELEVANCE ->
          question.text().isPresent()
              ? byRelevance(selection.fullRanked(), wanted)
              : by(Schema.order(), query, wanted);
      case NEWEST -> by(Schema.order(), query, wanted);
      case OLDEST ->
          by(new Sort(PublishedField.oldestFirst(), Keyword.ID.ascending()), query, wanted);
    };
  }

  private List<Ranked> byRelevance(Query query, int wanted) throws IOException {
    return RelevanceCollector.best(searcher, query, wanted, freshness());
  }

  private List<Ranked> by(Sort sort, Query query, int wanted) throws IOException {
    var ranked = new ArrayList<Ranked>();
    for (ScoreDoc hit : searcher.search(query, wanted, sort).scoreDocs) {
      ranked.add(new Ranked(hit.doc, 0));
    }
    return ranked;
  }

  /** Partial matches up to the end of the page, the best first whatever the order of the others. */
  private List<Ranked> partial(List<Ranked> full) throws IOException {
    Optional<Query> partial = selection.partial();
    if (partial.isEmpty()) {
      return List.of();
    }
    int wanted = Math.max(request.offset() + request.limit(), Feedback.DEPTH);
    return new Feedback(searcher, freshness())
        .rank(question, byRelevance(partial.get(), wanted), full);
  }

  private Freshness freshness() {
    return new Freshness(request.now(), request.recency());
  }

  private static List<Ranked> page(List<Ranked> ranked, int offset) {
    return ranked.subList(Math.min(offset, ranked.size()), ranked.size());
  }

  private List<SearchResults.Hit> hits(List<Ranked> full, List<Ranked> partial) throws IOException {
    var shown = new ArrayList<Shown>();
    for (Ranked ranked : full) {
      shown.add(shown(ranked, false));
    }
    for (Ranked ranked : partial) {
      shown.add(shown(ranked, true));
    }
    var hits = new Snippets(searcher, question.anyOfText(), request.highlight()).hits(shown);
    return request.explain() ? explained(hits, shown) : hits;
  }

  private List<SearchResults.Hit> explained(List<SearchResults.Hit> hits, List<Shown> shown)
      throws IOException {
    StoredFields stored = searcher.storedFields();
    var explained = new ArrayList<SearchResults.Hit>();
    for (int i = 0; i < hits.size(); i++) {
      Story story = RecordField.read(stored, shown.get(i).document());
      explained.add(hits.get(i).because(new Explanation(Narrowing.of(story))));
    }
    return explained;
  }

  private Shown shown(Ranked ranked, boolean partial) throws IOException {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    LeafReaderContext segment = segments.get(ReaderUtil.subIndex(ranked.document(), segments));
    Summary summary = SummaryField.read(segment.reader(), ranked.document() - segment.docBase);
    float score =
        switch (request.sort()) {
          case RELEVANCE -> ranked.score();
          case NEWEST, OLDEST -> 0;
        };
    return new Shown(ranked.document(), summary, score, partial);
  }

  /** A story on the page. */
  record Shown(int document, Summary summary, float score, boolean partial) {}
}
