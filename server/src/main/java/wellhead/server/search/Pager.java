package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Keyword;
import wellhead.schema.PublishedField;
import wellhead.schema.Schema;
import wellhead.server.query.Question;

/**
 * Finds the hits of one page: the full matches in the order asked for, then, when there are few,
 * the partial ones. A page begins at an offset, or where a cursor's page ended.
 */
final class Pager {
  private final IndexSearcher searcher;
  private final String commit;
  private final SearchRequest request;
  private final Question question;
  private final Selection selection;
  private final @Nullable Cursor after;

  /**
   * @param commit that the searcher searches
   * @throws InvalidQueryException when the request goes on from another search
   */
  Pager(
      String commit,
      IndexSearcher searcher,
      SearchRequest request,
      Question question,
      Selection selection) {
    this.searcher = searcher;
    this.commit = commit;
    this.request = request;
    this.question = question;
    this.selection = selection;
    after = request.after();
    if (after != null) {
      requireSameSearch(after);
    }
  }

  private void requireSameSearch(Cursor cursor) {
    if (cursor.search() != request.fingerprint() || !cursor.now().equals(request.now())) {
      throw new InvalidQueryException(
          "cursor",
          null,
          "The cursor goes on from another search: give it with the parameters of the answer that"
              + " it came with. Only limit, highlight, explain, format and what is counted may"
              + " change.");
    }
    if (cursor.at() < 0
        || (!cursor.partial() && cursor.at() >= searcher.getIndexReader().maxDoc())) {
      throw new InvalidQueryException("cursor", null, "The cursor points nowhere.");
    }
  }

  /**
   * The hits of a page.
   *
   * @param relaxed whether partial matches follow the full ones, on this page or later
   * @param next where the next page begins; empty at the end
   * @param all how many match fully, where the page reaches to the last of them; empty elsewhere
   */
  record Page(
      List<Ranked> full,
      List<Ranked> partial,
      boolean relaxed,
      Optional<Cursor> next,
      OptionalInt all) {}

  /** Partial matches follow where the full ones do not fill a page. */
  Page page() throws IOException {
    int limit = request.limit();
    int wanted = request.offset() + limit + 1;
    List<Ranked> best = after == null ? order(wanted, null) : List.of();
    OptionalInt all =
        after == null && best.size() < wanted ? OptionalInt.of(best.size()) : OptionalInt.empty();
    boolean partialsFollow = after == null ? best.size() < limit : after.partialsFollow();
    List<Ranked> full = full(best);
    List<Ranked> shown = full.subList(0, Math.min(limit, full.size()));
    if (!partialsFollow || full.size() > limit) {
      return new Page(
          shown,
          List.of(),
          partialsFollow,
          full.size() > limit ? Optional.of(behind(shown, partialsFollow)) : Optional.empty(),
          all);
    }
    int skipped =
        after == null
            ? Math.max(0, request.offset() - best.size())
            : after.partial() ? after.at() : 0;
    int room = limit - shown.size();
    List<Ranked> partial = partial(skipped + room + 1, best);
    List<Ranked> behind = partial.subList(Math.min(skipped, partial.size()), partial.size());
    List<Ranked> shownPartial = behind.subList(0, Math.min(room, behind.size()));
    Optional<Cursor> next = Optional.empty();
    if (behind.size() > room) {
      next =
          Optional.of(
              shownPartial.isEmpty()
                  ? behind(shown, true)
                  : cursor(true, true, 0, skipped + shownPartial.size()));
    }
    return new Page(shown, shownPartial, !partial.isEmpty(), next, all);
  }

  /**
   * The first so many hits, wherever the page begins.
   *
   * @param wanted more than the limit
   */
  Page top(int wanted) throws IOException {
    List<Ranked> full = order(wanted, null);
    boolean partialsFollow = after == null ? full.size() < request.limit() : after.partialsFollow();
    List<Ranked> partial =
        partialsFollow && full.size() < wanted ? partial(wanted - full.size(), full) : List.of();
    return new Page(
        full,
        partial.subList(0, Math.min(partial.size(), wanted - full.size())),
        !partial.isEmpty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  /** From where the page begins, one more than it has room for when there are so many. */
  private List<Ranked> full(List<Ranked> best) throws IOException {
    if (after == null) {
      return best.subList(Math.min(request.offset(), best.size()), best.size());
    }
    return after.partial() ? List.of() : order(request.limit() + 1, after);
  }

  private Cursor behind(List<Ranked> shown, boolean partialsFollow) {
    Ranked last = shown.getLast();
    return cursor(partialsFollow, false, last.score(), last.document());
  }

  /** A cursor of this search. */
  Cursor cursor(boolean partialsFollow, boolean partial, float score, int at) {
    return new Cursor(
        commit, request.now(), request.fingerprint(), partialsFollow, partial, score, at);
  }

  /** Full matches in the order asked for, from the first or from behind a cursor. */
  private List<Ranked> order(int wanted, @Nullable Cursor from) throws IOException {
    return switch (request.sort()) {
      case RELEVANCE ->
          question.text().isPresent()
              ? RelevanceCollector.best(
                  searcher,
                  selection.full(),
                  question.pairs(),
                  wanted,
                  freshness(),
                  from == null ? null : new Ranked(from.at(), from.score()))
              : by(Schema.order(), wanted, from);
      case NEWEST -> by(Schema.order(), wanted, from);
      case OLDEST ->
          by(new Sort(PublishedField.oldestFirst(), Keyword.ID.ascending()), wanted, from);
    };
  }

  private List<Ranked> by(Sort sort, int wanted, @Nullable Cursor from) throws IOException {
    FieldDoc last = from == null ? null : Place.of(searcher, from.at()).in(sort);
    var ranked = new ArrayList<Ranked>();
    // segments are in this order already: of each, no more than the first are looked at
    var first = new TopFieldCollectorManager(sort, wanted, last, 1);
    for (ScoreDoc hit : searcher.search(selection.full(), first).scoreDocs) {
      ranked.add(new Ranked(hit.doc, 0));
    }
    return ranked;
  }

  /** The first so many partial matches, the best first whatever the order of the others. */
  private List<Ranked> partial(int wanted, List<Ranked> best) throws IOException {
    Optional<Query> partial = selection.partial(Point.of(question, searcher.getIndexReader()));
    if (partial.isEmpty()) {
      return List.of();
    }
    List<Ranked> full = after == null ? best : order(Feedback.TEXTS, null);
    List<Ranked> ranked =
        RelevanceCollector.best(
            searcher,
            partial.get(),
            question.pairs(),
            Feedback.takesPartIn(question) ? Math.max(wanted, Feedback.DEPTH) : wanted,
            freshness(),
            null);
    return new Feedback(searcher, freshness()).rank(question, ranked, full);
  }

  private Freshness freshness() {
    return new Freshness(request.now(), request.recency());
  }
}
