package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Documents;
import wellhead.schema.RecordField;
import wellhead.schema.Summary;
import wellhead.server.query.ParsedQuery;
import wellhead.server.query.QueryWords;
import wellhead.server.query.Question;
import wellhead.server.query.Sought;
import wellhead.story.Story;

/** Answers one request from one generation. */
final class Answer {
  /** Matches that are counted; of more, the answer says that there are at least so many. */
  private static final int COUNTED = 100_000;

  /**
   * The same where words must stand beside each other, since each match is looked into: on a
   * million stories, counting the 60,000 with one frequent phrase took as long as finding the best
   * ten.
   */
  private static final int COUNTED_BY_POSITION = 10_000;

  private final SearchRequest request;
  private final ParsedQuery parsed;
  private final Question question;
  private final Selection selection;
  private final Generation generation;
  private final LimitedSearcher searcher;

  /**
   * @param searcher of the generation; when it stops early, so does the answer
   */
  Answer(
      SearchRequest request,
      ParsedQuery parsed,
      Question question,
      Generation generation,
      LimitedSearcher searcher) {
    this.request = request;
    this.parsed = parsed;
    this.question = question;
    this.generation = generation;
    selection = new Selection(request, question);
    this.searcher = searcher;
  }

  /**
   * Answers. The hits are found first: when time runs out, they are what matters most.
   *
   * @param correction finds the query that was probably meant
   */
  SearchResults results(Correcting correction) throws IOException {
    var pager = new Pager(generation.commit(), searcher, request, question, selection);
    Listed listed = request.gathers() ? gathered(pager) : plain(pager.page());
    SearchResults.Total total = total(listed);
    Breakdown breakdown = breakdown(total);
    Optional<String> corrected = correction.find();
    return new SearchResults(
        parsed.understood(),
        corrected.orElse(null),
        listed.relaxed,
        warnings(total),
        searcher.timedOut() ? total.atLeast() : total,
        listed.hits,
        listed.folded,
        listed.told,
        generation.state(),
        parsed.time(),
        breakdown,
        listed.next.map(Cursor::text).orElse(null),
        searcher.timedOut());
  }

  /** Finds the query that was probably meant. */
  @FunctionalInterface
  interface Correcting {
    Optional<String> find() throws IOException;
  }

  private Breakdown breakdown(SearchResults.Total total) throws IOException {
    var counting = new Counting(searcher, request, selection);
    if (request.wanted().equals(Wanted.NOTHING)) {
      return counting.breakdown(total);
    }
    var asked = counting.asked();
    Optional<Breakdown> before = generation.countedBefore().of(asked);
    if (before.isPresent()) {
      return before.get();
    }
    Breakdown counted = counting.breakdown(total);
    if (!searcher.timedOut()) {
      generation.countedBefore().remember(asked, counted);
    }
    return counted;
  }

  /** The hits of a page. */
  private record Listed(
      List<SearchResults.Hit> hits,
      @Nullable Map<String, List<SearchResults.Folded>> folded,
      @Nullable Map<String, SearchResults.Told> told,
      boolean relaxed,
      Optional<Cursor> next,
      OptionalInt all) {}

  private Listed plain(Pager.Page page) throws IOException {
    var shown = new ArrayList<Shown>();
    for (Ranked ranked : page.full()) {
      shown.add(shown(ranked, false));
    }
    for (Ranked ranked : page.partial()) {
      shown.add(shown(ranked, true));
    }
    return new Listed(hits(shown), null, null, page.relaxed(), page.next(), page.all());
  }

  private Listed gathered(Pager pager) throws IOException {
    var reported = new Reported(generation.searcher().getIndexReader());
    FoldedPage.Page page = new FoldedPage(pager, request, reported).page(this::shown);
    var folded = new LinkedHashMap<String, List<SearchResults.Folded>>();
    for (Folding.Leader leader : page.leaders()) {
      folded.put(
          leader.hit().summary().id(),
          leader.folded().stream()
              .map(Shown::summary)
              .map(s -> new SearchResults.Folded(s.id(), s.title(), s.source(), s.url()))
              .toList());
    }
    List<SearchResults.Hit> hits = hits(page.leaders().stream().map(Folding.Leader::hit).toList());
    return new Listed(
        hits,
        request.collapse() ? folded : null,
        request.group() == SearchRequest.Group.EVENT ? reported.of(hits) : null,
        page.relaxed(),
        page.next(),
        OptionalInt.empty());
  }

  private List<String> warnings(SearchResults.Total total) throws IOException {
    var warnings = new ArrayList<>(parsed.warnings());
    if (total.value() == 0 && question.text().isPresent()) {
      Point.of(question, searcher.getIndexReader())
          .missing()
          .forEach(word -> warnings.add("No story has '" + word + "'."));
    }
    if (total.value() == 0 && QueryWords.hasLink(parsed.root())) {
      warnings.add("No story with this link, or with the title in it, was captured.");
    }
    request
        .filters()
        .forEach((facet, values) ->
            values.stream()
                .filter(facet::isUnknown)
                .map(value ->
                    "No story can have the "
                        + facet.wireName()
                        + " '"
                        + value
                        + "': it is not among the names known to Wellhead.")
                .forEach(warnings::add));
    if (searcher.timedOut()) {
      warnings.add(
          "The search was stopped because it took too long: this is what was found until then. A"
              + " narrower window or fewer words with * or ~ may be answered in full.");
    }
    return warnings;
  }

  /**
   * @param shown of which all count, even when time ran out before they were counted
   */
  private SearchResults.Total total(Listed shown) throws IOException {
    BoundedCount full =
        shown.all.isPresent() && !searcher.timedOut()
            ? new BoundedCount(shown.all.getAsInt(), true)
            : count(selection.full());
    int undated = generation.hasUndated() ? count(selection.undated()).value() : 0;
    int certain =
        !selection.hasWindow()
            ? Math.max(0, full.value() - undated)
            : switch (request.match()) {
              case POSSIBLE -> Math.min(full.value(), count(selection.certain()).value());
              case CERTAIN -> full.value();
            };
    if (!searcher.timedOut()) {
      return new SearchResults.Total(full.value(), full.exact(), certain, full.value(), undated);
    }
    int seen = (int) shown.hits.stream().filter(hit -> !hit.partial()).count();
    int atLeast = Math.max(full.value(), seen);
    return new SearchResults.Total(atLeast, false, certain, atLeast, undated);
  }

  private BoundedCount count(Query query) throws IOException {
    return BoundedCount.of(searcher, query, mostCounted(question));
  }

  /** Of more matches than these the answer says that there are at least so many. */
  static int mostCounted(Question question) {
    return question.sought().stream().anyMatch(Answer::isFoundByPosition)
        ? COUNTED_BY_POSITION
        : COUNTED;
  }

  private static boolean isFoundByPosition(Sought sought) {
    return switch (sought) {
      case Sought.Phrase phrase -> true;
      case Sought.Near near -> true;
      case Sought.Word word -> false;
      case Sought.Prefix prefix -> false;
    };
  }

  private List<SearchResults.Hit> hits(List<Shown> shown) throws IOException {
    var snippets = new Snippets(searcher, question.sought(), request.highlight(), searcher::isOver);
    List<SearchResults.Hit> hits = snippets.hits(shown);
    return request.explain() ? explained(hits, shown) : hits;
  }

  private List<SearchResults.Hit> explained(List<SearchResults.Hit> hits, List<Shown> shown)
      throws IOException {
    Documents stored = new Documents(searcher.getIndexReader());
    boolean isRanked =
        request.sort() == SearchRequest.Sort.RELEVANCE && question.text().isPresent();
    var scoring = new Scoring(searcher, question, new Freshness(request.now(), request.recency()));
    var explained = new ArrayList<SearchResults.Hit>();
    for (int i = 0; i < hits.size(); i++) {
      Shown hit = shown.get(i);
      Story story = RecordField.read(stored, hit.document());
      explained.add(
          hits.get(i)
              .because(
                  new Explanation(
                      Narrowing.of(story),
                      isRanked && !searcher.isOver()
                          ? scoring.parts(hit.document(), hit.score(), hit.partial())
                          : null)));
    }
    return explained;
  }

  private Shown shown(Ranked ranked, boolean partial) throws IOException {
    Summary summary = Stories.summary(searcher, ranked.document());
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
