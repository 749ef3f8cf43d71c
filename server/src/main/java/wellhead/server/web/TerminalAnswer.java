package wellhead.server.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import wellhead.server.search.CursorExpiredException;
import wellhead.server.search.InvalidQueryException;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchResults;
import wellhead.server.search.SearchResults.Hit;

/** The answer that {@code /search} would give, for a terminal instead of a browser. */
public final class TerminalAnswer {
  private final SearchCall call;
  private final SearchResults results;
  private final double tookMs;

  private TerminalAnswer(SearchCall call, SearchResults results, double tookMs) {
    this.call = call;
    this.results = results;
    this.tookMs = tookMs;
  }

  /** A request that cannot be answered; the message is for the person who asked. */
  public static final class RefusedException extends Exception {
    RefusedException(String detail, RuntimeException cause) {
      super(detail, cause);
    }
  }

  /**
   * Asks the engine.
   *
   * @param parameters as {@code /search} takes them, by name
   * @param now what now is when the parameters do not pin it
   */
  public static TerminalAnswer ask(
      SearchEngine engine, Map<String, List<String>> parameters, Instant now)
      throws RefusedException {
    try {
      SearchCall call = SearchCall.read(new QueryParams(parameters), now);
      long begun = System.nanoTime();
      SearchResults results = engine.search(call.request());
      return new TerminalAnswer(call, results, (System.nanoTime() - begun) / 1e6);
    } catch (ProblemException e) {
      throw new RefusedException(e.problem().detail(), e);
    } catch (CursorExpiredException e) {
      throw new RefusedException(Problem.cursorExpired().detail(), e);
    } catch (InvalidQueryException e) {
      throw new RefusedException(String.valueOf(e.getMessage()), e);
    }
  }

  /** As {@code /search?format=json} answers. */
  public String toJson() {
    return new String(AnswerJson.render(call, results, tookMs), StandardCharsets.UTF_8);
  }

  /** For reading: what was understood, then two lines a hit. */
  public String toText() {
    var text = new StringBuilder();
    results.warnings().forEach(warning -> text.append("note: ").append(warning).append('\n'));
    boolean partial = false;
    int rank = call.request().offset();
    for (Hit hit : results.hits()) {
      if (hit.partial() && !partial) {
        text.append("\nNot all words:\n");
        partial = true;
      }
      rank++;
      hit(text, rank, hit);
    }
    text.append(results.total().exact() ? "" : "more than ").append(results.total().value());
    text.append(results.total().value() == 1 ? " story\n" : " stories\n");
    return text.toString();
  }

  private void hit(StringBuilder text, int rank, Hit hit) {
    text.append(String.format(java.util.Locale.ROOT, "%3d. ", rank));
    text.append(printable(hit.title())).append("\n     ");
    text.append(HonestTime.of(hit.published(), call.zone()).words());
    if (hit.source() != null) {
      text.append(" · ").append(printable(hit.source()));
    }
    text.append(" · ").append(hit.kind().wireName()).append('\n');
    if (hit.snippet() != null) {
      text.append("     ").append(printable(hit.snippet())).append('\n');
    }
  }

  /** What a page says must not steer the terminal. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
