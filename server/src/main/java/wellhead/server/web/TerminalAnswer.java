package wellhead.server.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.CursorExpiredException;
import wellhead.server.search.ExportSink;
import wellhead.server.search.InvalidQueryException;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchRequest;
import wellhead.server.search.SearchResults;
import wellhead.server.search.SearchResults.Hit;
import wellhead.server.search.SearchResults.IndexState;

/** The answer that {@code /search} would give, for a terminal instead of a browser. */
public final class TerminalAnswer {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\u202A-\u202E\u2066-\u2069]+");

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
   * What {@code /search} would be asked by these parameters.
   *
   * @param parameters as {@code /search} takes them, by name
   * @param now what now is when the parameters do not pin it
   */
  public static SearchRequest request(Map<String, List<String>> parameters, Instant now)
      throws RefusedException {
    try {
      return SearchCall.read(new QueryParams(parameters), now).request();
    } catch (ProblemException e) {
      throw new RefusedException(e.problem().detail(), e);
    }
  }

  /** How an export is written in a terminal. */
  public enum ExportFormat {
    CSV,
    NDJSON
  }

  /**
   * Writes every full match, as {@code /search?format=csv} and {@code ndjson} do.
   *
   * @param parameters as {@code /search} takes them, by name
   * @param now what now is when the parameters do not pin it
   * @throws IOException when the index cannot be read; a reader that leaves is no error
   */
  public static void export(
      SearchEngine engine,
      Map<String, List<String>> parameters,
      Instant now,
      ExportFormat format,
      PrintWriter out)
      throws RefusedException, IOException {
    try {
      SearchCall call = SearchCall.read(new QueryParams(parameters), now);
      ExportRows rows =
          switch (format) {
            case CSV -> call.csv();
            case NDJSON -> new NdjsonRows();
          };
      ExportAnswer.requireTimeOrder(call, format.name().toLowerCase(Locale.ROOT));
      engine.export(call.request(), new Printed(rows, out));
      out.flush();
    } catch (ProblemException e) {
      throw new RefusedException(e.problem().detail(), e);
    } catch (InvalidQueryException e) {
      throw new RefusedException(String.valueOf(e.getMessage()), e);
    }
  }

  private record Printed(ExportRows rows, PrintWriter out) implements ExportSink {
    @Override
    public void begin(IndexState index) throws IOException {
      var bytes = new ByteArrayOutputStream();
      rows.begin(bytes);
      out.print(bytes.toString(StandardCharsets.UTF_8));
    }

    @Override
    public boolean take(Found found) throws IOException {
      var bytes = new ByteArrayOutputStream(512);
      rows.row(bytes, found);
      out.print(bytes.toString(StandardCharsets.UTF_8));
      return !out.checkError(); // "| head" has enough
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

  /**
   * For reading: what was read leniently, then two or three lines a hit.
   *
   * @param colour whether words are set off as terminals do, what was found above all
   */
  public String toText(boolean colour) {
    var text = new StringBuilder();
    results
        .warnings()
        .forEach(warning -> text.append(Style.NOTE.set("note: " + warning, colour)).append('\n'));
    boolean partial = false;
    int rank = call.request().offset();
    for (Hit hit : results.hits()) {
      if (hit.partial() && !partial) {
        text.append('\n').append(Style.NOTE.set("Not all words:", colour)).append('\n');
        partial = true;
      }
      rank++;
      hit(text, rank, hit, colour);
    }
    text.append(results.total().exact() ? "" : "more than ").append(results.total().value());
    text.append(results.total().value() == 1 ? " story\n" : " stories\n");
    return text.toString();
  }

  private void hit(StringBuilder text, int rank, Hit hit, boolean colour) {
    text.append(String.format(Locale.ROOT, "%3d. ", rank));
    text.append(marked(hit.highlightedTitle(), hit.title(), Style.TITLE, colour));
    String facts = HonestTime.of(hit.published(), call.zone()).words();
    if (hit.source() != null) {
      facts += " · " + printable(hit.source());
    }
    facts += " · " + hit.kind().wireName();
    text.append("\n     ").append(Style.FACTS.set(facts, colour)).append('\n');
    if (hit.snippet() != null) {
      String best = hit.highlightedBody().isEmpty() ? null : hit.highlightedBody().getFirst();
      text.append("     ").append(marked(best, hit.snippet(), null, colour)).append('\n');
    }
    SearchResults.Told told = results.told() == null ? null : results.told().get(hit.id());
    if (told != null) {
      reports(text, told, colour);
    }
  }

  private void reports(StringBuilder text, SearchResults.Told told, boolean colour) {
    for (SearchResults.Report other : told.others()) {
      String when = HonestTime.of(other.published(), call.zone()).words();
      String facts = when + (other.source() == null ? "" : " · " + printable(other.source()));
      text.append("     = ").append(printable(other.title()));
      text.append("\n       ").append(Style.FACTS.set(facts, colour)).append('\n');
    }
  }

  /** The text with what was found set off; without colour the plain one, which may be longer. */
  private static String marked(
      @Nullable String html, String plain, @Nullable Style style, boolean colour) {
    if (!colour || html == null) {
      return style == null ? printable(plain) : style.set(printable(plain), colour);
    }
    var text = new StringBuilder();
    String[] pieces = html.split("</?mark>", -1);
    for (int i = 0; i < pieces.length; i++) {
      String piece = printable(unescaped(pieces[i]));
      Style of = i % 2 == 1 ? Style.FOUND : style;
      text.append(of == null ? piece : of.set(piece, true));
    }
    return text.toString();
  }

  /** As the engine escaped it, see {@link Hit}. */
  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** What a page says must not steer the terminal: no control characters, no turning of lines. */
  private static String printable(String text) {
    return CONTROLS.matcher(text).replaceAll(" ");
  }
}
