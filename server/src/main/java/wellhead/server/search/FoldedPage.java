package wellhead.server.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A page of hits under which others are folded. */
final class FoldedPage {
  /**
   * Matches that are looked at. Folding goes through all before a page, so it ends here; without it
   * pages go on without an end.
   */
  static final int MAX_DEPTH = 10_000;

  private final Pager pager;
  private final SearchRequest request;

  FoldedPage(Pager pager, SearchRequest request) {
    this.pager = pager;
    this.request = request;
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
    var folding = new Folding();
    int seen = 0;
    boolean all = false;
    boolean relaxed = false;
    for (int depth = end + Folding.REACH + 1; !all && !isEnough(folding, end); depth *= 2) {
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
        if (folding.leaders().size() > end) {
          folding.addBehind(hit, end);
        } else {
          folding.add(hit);
        }
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

  /**
   * Whether the page is full, there is a hit behind it, and nothing else can fold under its hits.
   */
  private static boolean isEnough(Folding folding, int end) {
    List<Folding.Leader> leaders = folding.leaders();
    return leaders.size() > end && folding.isSettled(leaders.get(end - 1));
  }
}
