package wellhead.server.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A page of hits under which others stand: what says the same, by {@link Folding}, and what tells
 * of the same event, by {@link Reported}. A hit whose event was told is not looked at any further.
 */
final class FoldedPage {
  /**
   * Matches that are looked at. Folding goes through all before a page, so it ends here; without it
   * pages go on without an end.
   */
  static final int MAX_DEPTH = 10_000;

  private final Pager pager;
  private final SearchRequest request;
  private final Reported reported;
  private final Folding folding = new Folding();

  FoldedPage(Pager pager, SearchRequest request, Reported reported) {
    this.pager = pager;
    this.request = request;
    this.reported = reported;
  }

  /**
   * The page.
   *
   * @param relaxed whether partial matches follow the full ones
   */
  record Page(List<Folding.Leader> leaders, boolean relaxed, Optional<Cursor> next) {}

  /** Reads a hit that a page may show. */
  @FunctionalInterface
  interface Reader {
    Answer.Shown read(Ranked ranked, boolean partial) throws IOException;
  }

  /** Finds the page. */
  Page page(Reader reader) throws IOException {
    Cursor after = request.after();
    int first = after == null ? request.offset() : after.at();
    boolean partialsFollow = after != null && after.partialsFollow();
    int end = first + request.limit();
    int seen = 0;
    boolean all = false;
    boolean relaxed = false;
    int reach = request.collapse() ? Folding.REACH : end;
    for (int depth = end + reach + 1; !all && !isEnough(end); depth *= 2) {
      Pager.Page top = pager.top(Math.min(depth, MAX_DEPTH));
      if (after == null) {
        partialsFollow = top.full().size() < request.limit();
      }
      int size = top.full().size() + top.partial().size();
      for (int i = seen; i < size; i++) {
        boolean partial = i >= top.full().size();
        relaxed |= partial;
        Ranked ranked = partial ? top.partial().get(i - top.full().size()) : top.full().get(i);
        Answer.Shown hit = reader.read(ranked, partial);
        take(hit, end);
      }
      seen = size;
      all = size < depth;
    }
    List<Folding.Leader> leaders = folding.leaders();
    return new Page(
        leaders.subList(Math.min(first, leaders.size()), Math.min(end, leaders.size())),
        relaxed,
        leaders.size() > end
            ? Optional.of(pager.cursor(partialsFollow, false, 0, end))
            : Optional.empty());
  }

  private void take(Answer.Shown hit, int end) throws IOException {
    boolean grouped = request.group() == SearchRequest.Group.EVENT;
    String id = hit.summary().id();
    if (grouped && reported.wasTold(id)) {
      folding.pass();
    } else if (folding.leaders().size() > end) {
      if (request.collapse()) {
        folding.addBehind(hit, end);
      }
    } else if (!request.collapse()) {
      folding.show(hit);
      reported.show(id);
    } else if (folding.add(hit) && grouped) {
      reported.show(id);
    }
  }

  /**
   * Whether the page is full, there is a hit behind it, and nothing else can fold under its hits.
   */
  private boolean isEnough(int end) {
    List<Folding.Leader> leaders = folding.leaders();
    return leaders.size() > end && (!request.collapse() || folding.isSettled(leaders.get(end - 1)));
  }
}
