package wellhead.indexer.assemble;

import java.util.List;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.capture.Content;
import wellhead.indexer.page.HtmlPage;
import wellhead.indexer.page.PageExplanation;
import wellhead.indexer.page.PageReader;
import wellhead.indexer.page.ParsedPage;
import wellhead.indexer.page.TextPage;
import wellhead.story.ListedRow;
import wellhead.story.Sighting;

/**
 * What a capture told.
 *
 * @param kind of page it is, or would be
 * @param frontPage whether it shows what its source has news of, so that what is absent from it was
 *     not there; a feed or a line of JSON does not
 * @param sightings the headlines in order, then the article; of entries in their order
 * @param list the rows of a page that is a list and nothing else and was read without a gap, so
 *     that what is absent from between them was not there; else empty
 * @param rejected lines that looked like news and were not taken
 * @param drawnByScript whether it has none because it is a page that scripts draw, which did not
 *     run
 * @param notes what the user should know of its times, each naming its file
 */
public record CaptureReading(
    ParsedPage.Kind kind,
    boolean frontPage,
    List<Sighting> sightings,
    List<ListedRow> list,
    List<ParsedPage.Rejected> rejected,
    boolean drawnByScript,
    List<String> notes) {

  public CaptureReading {
    sightings = List.copyOf(sightings);
    list = List.copyOf(list);
    rejected = List.copyOf(rejected);
    notes = List.copyOf(notes);
  }

  /** Reads the news in a capture. */
  public static CaptureReading of(Capture capture) {
    return switch (capture.content()) {
      case Content.Page page -> ofPage(capture, explain(capture, page).page());
      case Content.Entries entries -> ofEntries(capture, entries);
    };
  }

  /** Reads a page and keeps the numbers that decided what is on it. */
  static PageExplanation explain(Capture capture, Content.Page page) {
    String source = capture.ref().source();
    return switch (page.markup()) {
      case TEXT -> TextPage.explain(page.text(), source);
      case HTML -> HtmlPage.explain(page.text(), source, page.base());
      case AUTO, WARC, FEED, JSONL -> PageReader.explain(page.text(), source, page.base());
    };
  }

  static CaptureReading ofPage(Capture capture, ParsedPage page) {
    var times = new StatedTimes(capture);
    List<Sighting> sightings = PageSightings.of(capture, page, times);
    return new CaptureReading(
        page.kind(),
        !page.headlines().isEmpty(),
        sightings,
        page.kind() == ParsedPage.Kind.LIST ? list(sightings, page.rejected()) : List.of(),
        page.rejected(),
        page.drawnByScript(),
        times.notes());
  }

  private static List<ListedRow> list(List<Sighting> rows, List<ParsedPage.Rejected> rejected) {
    int last = rows.stream().mapToInt(Sighting::line).max().orElse(0);
    return rejected.stream().anyMatch(line -> line.line() <= last)
        ? List.of()
        : rows.stream().map(StoryKeys::row).toList();
  }

  private static CaptureReading ofEntries(Capture capture, Content.Entries entries) {
    var times = new StatedTimes(capture);
    List<Sighting> sightings = EntrySightings.of(capture, entries, times);
    boolean articles = sightings.stream().anyMatch(Sighting::isArticle);
    boolean headlines = sightings.stream().anyMatch(s -> !s.isArticle());
    ParsedPage.Kind kind =
        !articles
            ? ParsedPage.Kind.LIST
            : headlines || sightings.size() > 1 ? ParsedPage.Kind.MIXED : ParsedPage.Kind.ARTICLE;
    return new CaptureReading(kind, false, sightings, List.of(), List.of(), false, times.notes());
  }

  /** How many of the sightings are rows of a list. */
  public int headlines() {
    return sightings.size() - articles();
  }

  /** How many of the sightings are articles. */
  public int articles() {
    return (int) sightings.stream().filter(Sighting::isArticle).count();
  }
}
