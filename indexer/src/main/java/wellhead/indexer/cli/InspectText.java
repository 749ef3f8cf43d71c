package wellhead.indexer.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.indexer.assemble.ExplainedReading;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.page.PageExplanation;
import wellhead.indexer.page.ParsedPage;
import wellhead.indexer.page.Part;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.Published;
import wellhead.story.Sighting;

/** What {@code wellhead inspect} shows to people. */
final class InspectText implements InspectForm {
  private static final int WORDS_SHOWN = 12;

  private final ToldAlone told;
  private final @Nullable Explained explained;
  private boolean first = true;

  /**
   * @param explained what is to be explained; {@code null} for nothing
   */
  InspectText(ToldAlone told, @Nullable Explained explained) {
    this.told = told;
    this.explained = explained;
  }

  @Override
  public void print(Capture capture, ExplainedReading explainedReading, PrintWriter out) {
    CaptureReading reading = explainedReading.reading();
    PageExplanation page = explainedReading.page();
    if (!first) {
      out.println();
    }
    first = false;
    out.println(head(capture, reading));
    if (explained != null && page != null) {
      ExplainText.print(explained, page, out);
      return;
    }
    headlines(reading, out);
    reading.sightings().stream().filter(Sighting::isArticle).forEach(a -> article(a, out));
    notTaken(reading.rejected(), out);
    if (page != null) {
      others(page, out);
    }
  }

  private static String head(Capture capture, CaptureReading reading) {
    CaptureRef ref = capture.ref();
    Instant at = ref.capturedAt().instant();
    return OneLine.of(ref.file())
        + (ref.record() == null ? "" : "#" + ref.record())
        + ": "
        + reading.kind().wireName()
        + (reading.drawnByScript() ? " (drawn by script)" : "")
        + ", "
        + count(reading.headlines(), "headline")
        + (reading.articles() == 0 ? "" : ", " + count(reading.articles(), "article"))
        + "; "
        + (ref.source() == null ? "source unknown" : OneLine.of(ref.source()))
        + (at == null
            ? ", capture time unknown"
            : ", captured " + at + " (" + ref.capturedAt().from().wireName() + ")");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void headlines(CaptureReading reading, PrintWriter out) {
    if (reading.headlines() == 0) {
      return;
    }
    var columns = new Columns();
    columns.row("line", "age or date", "published", "headline");
    for (Sighting row : reading.sightings()) {
      if (!row.isArticle()) {
        columns.row(row.line(), label(row), published(row), row.title());
      }
    }
    out.println();
    columns.print(out);
  }

  private static String label(Sighting row) {
    String age = row.age();
    String date = row.date();
    return age == null ? (date == null ? "-" : date) : date == null ? age : age + ", " + date;
  }

  private String published(Sighting row) {
    Published published = told.of(row);
    if (published == null) {
      return "-";
    }
    Instant earliest = published.interval().earliest();
    Instant latest = published.interval().latest();
    if (earliest == null || latest == null) {
      return earliest == null ? "until " + latest : "since " + earliest;
    }
    return earliest.equals(latest) ? earliest.toString() : earliest + ".." + latest;
  }

  private void article(Sighting article, PrintWriter out) {
    ArticleText text = Objects.requireNonNull(article.article());
    String[] words = text.body().split("\\s+");
    out.println();
    out.println("article, line " + article.line() + ": " + OneLine.of(article.title()));
    out.println(
        "  by "
            + OneLine.of(text.author() == null ? "an author who is not named" : text.author())
            + "; "
            + OneLine.of(label(article))
            + "; published "
            + published(article));
    text.takeaways().forEach(point -> out.println("  * " + OneLine.of(point)));
    out.println(
        "  "
            + count(text.body().split("\n\n").length, "paragraph")
            + ", "
            + count(words.length, "word")
            + ", "
            + count(text.comments().size(), "comment")
            + ": "
            + OneLine.of(shown(words)));
  }

  /** The first words and the last. */
  private static String shown(String[] words) {
    if (words.length <= 2 * WORDS_SHOWN) {
      return String.join(" ", words);
    }
    List<String> all = List.of(words);
    return String.join(" ", all.subList(0, WORDS_SHOWN))
        + " ... "
        + String.join(" ", all.subList(all.size() - WORDS_SHOWN, all.size()));
  }

  private static void notTaken(List<ParsedPage.Rejected> lines, PrintWriter out) {
    if (lines.isEmpty()) {
      return;
    }
    out.println();
    out.println("not taken, though they look like news:");
    for (ParsedPage.Rejected line : lines) {
      out.println("  line " + line.line() + ": " + OneLine.of(line.text()));
      out.println("      " + OneLine.of(line.reason()));
    }
  }

  /** The rest of the lines, counted by what they are. */
  private static void others(PageExplanation page, PrintWriter out) {
    Map<Part, Integer> counts = new EnumMap<>(Part.class);
    page.lines().forEach(line -> counts.merge(line.part(), 1, Integer::sum));
    counts.remove(Part.HEADLINE);
    counts.remove(Part.REFUSED);
    if (counts.isEmpty()) {
      return;
    }
    List<Map.Entry<Part, Integer>> most = new ArrayList<>(counts.entrySet());
    most.sort(Map.Entry.<Part, Integer>comparingByValue().reversed());
    out.println();
    out.println(
        "other lines: "
            + most.stream()
                .map(part ->
                    String.format(Locale.ROOT, "%d %s", part.getValue(), part.getKey().words()))
                .collect(Collectors.joining("; ")));
    out.println("(each line: --json; the numbers that decided: --explain, --explain LINE)");
  }
}
