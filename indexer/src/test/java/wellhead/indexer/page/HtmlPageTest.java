package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.page.ParsedPage.Headline;

class HtmlPageTest {

  private static final int FEWEST_PAGES = 3;

  @ParameterizedTest
  @MethodSource("pages")
  void readsThePage(Path page) throws IOException {
    Golden.assertReads(page, HtmlPage.read(Files.readString(page), null, null));
  }

  static List<Path> pages() throws IOException, URISyntaxException {
    return Golden.pages(".html", FEWEST_PAGES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<", "<p", "<html></html>", "<ul><li><ul><li>", "<!--", "\0"})
  void readsNothingFromNothing(String html) {
    assertThat(HtmlPage.read(html, null, null))
        .isEqualTo(new ParsedPage(List.of(), null, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<li><a href='/a'>Gas Rises Again Today</a> <time>3 hours ago</time>",
        "<li><time>3 hours ago</time><a href='/a'>Gas Rises Again Today</a>",
        "<li><a href='/a'><span>3 hours ago</span>Gas Rises Again Today</a>",
        "<li><a href='/a'>Gas Rises Again Today<small>3 hours ago</small></a>",
        "<h3><a href='/a'>Gas Rises Again Today</a></h3><p>It did.</p><span>3 hours ago</span>",
        "<table><tr><td>3 hours ago</td><td><a href='/a'>Gas Rises Again Today</a></td></tr>",
      })
  void findsTheAgeWhereverTheMarkupPutsIt(String html) {
    assertThat(HtmlPage.read(html, null, "https://gas.example/").headlines())
        .extracting(Headline::title, Headline::age, Headline::url)
        .containsExactly(tuple("Gas Rises Again Today", "3 hours ago", "https://gas.example/a"));
  }

  @Test
  void keepsTheTimeThatIsMeantForMachines() {
    String html =
        "<li><a href='/a'>Gas Rises Again Today</a>"
            + "<time datetime='2024-03-01T09:00:00Z'>3 hours ago</time>";

    assertThat(HtmlPage.read(html, null, null).headlines())
        .extracting(Headline::age, Headline::date, Headline::machineReadable)
        .containsExactly(tuple("3 hours ago", "2024-03-01T09:00:00Z", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>3 hours ago Gas Rises Again Today</script>",
        "<template><li>3 hours ago Gas Rises Again Today</li></template>",
        "<!-- 3 hours ago Gas Rises Again Today -->",
        "<div hidden>3 hours ago Gas Rises Again Today</div>",
      })
  void readsOnlyWhatAReaderSees(String html) {
    assertThat(HtmlPage.read(html, null, null).headlines()).isEmpty();
  }

  @Test
  void readsThePanelsOfTabsThatAStyleHidesUntilAClick() {
    String panel =
        "<ul style='display: none'><li><a href='/a'><i>2 hours ago</i> Gas Rises Again Today</a>"
            + "<li><a href='/b'><i>3 hours ago</i> Tankers Wait Off the Cape</a>"
            + "<li><a href='/c'><i>5 hours ago</i> Coal Port Reopens After Storm</a></ul>";
    assertThat(HtmlPage.read("<p>Latest Popular</p>" + panel, null, null).headlines()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div role='dialog'>%s</div>",
        "<div aria-modal='true'>%s</div>",
        "<dialog>%s</dialog>",
      })
  void readsNothingOfWhatLiesOverThePage(String dialog) {
    String offer = "<h2>A Month of Tanker News for Nothing</h2><span>3 hours ago</span>";
    assertThat(HtmlPage.read(dialog.replace("%s", offer), null, null).headlines()).isEmpty();
  }

  @Test
  void takesNoReportBelowATitleForATitle() {
    String html =
        "<h3><a href='/a'>Pipeline Restarts After Fault</a></h3><p><b>July 9, 2026</b></p>"
            + "<p>BERGEN, Norway, July 9, 2026 (Wire) -- The station on the coast was back at ...</p>";
    assertThat(HtmlPage.read(html + html.replace("Fault", "Repair"), null, null).headlines())
        .extracting(Headline::title)
        .noneMatch(title -> title.contains("BERGEN"));
  }

  @Test
  void datesRowsByTheListThatIsToldToMachines() {
    String html =
        list("/a", "Gas Rises Again Today", "2026-07-09T10:15:00Z")
            + "<ul><li><a href='/a'>Gas Rises Again Today</a></li>"
            + "<li><a href='/b'>Oil Slips on Weak Demand</a></li>"
            + "<li><a href='/c'>Coal Stocks Sink at German Ports</a></li></ul>";
    assertThat(HtmlPage.read(html, null, "https://gas.example/").headlines())
        .extracting(Headline::title, Headline::date, Headline::machineReadable)
        .containsExactly(
            tuple("Gas Rises Again Today", "2026-07-09T10:15:00Z", true),
            tuple("Oil Slips on Weak Demand", null, false),
            tuple("Coal Stocks Sink at German Ports", null, false));
  }

  @Test
  void takesTheListForMachinesWhereScriptsWouldDrawTheRows() {
    String html = list("/a", "Gas Rises Again Today", "2026-07-09") + "<div id='root'></div>";
    assertThat(HtmlPage.read(html, null, "https://gas.example/").headlines())
        .containsExactly(
            new Headline(
                "Gas Rises Again Today",
                null,
                "2026-07-09",
                true,
                null,
                "https://gas.example/a",
                1));
  }

  @Test
  void takesNoTrailAndNoProductsForNews() {
    String html =
        """
        <script type="application/ld+json">[{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem",
        "position":1,"name":"Oil and Gas News of the World","item":"https://gas.example/oil"}]},
        {"@type":"ItemList","itemListElement":{"@type":"Product","name":"A Fine New Pump for Wells"}}]</script>
        """;
    assertThat(HtmlPage.read(html, null, null).headlines()).isEmpty();
  }

  private static String list(String url, String title, String published) {
    String json =
        "{'@type':'CollectionPage','mainEntity':{'@type':'ItemList','itemListElement':[{'@type':'ListItem',"
            + "'position':1,'item':{'@type':'NewsArticle','headline':'"
            + title
            + "','url':'"
            + url
            + "','datePublished':'"
            + published
            + "'}}]}}";
    return "<script type='application/ld+json'>" + json.replace('\'', '"') + "</script>";
  }

  @Test
  void readsTitleAgeAndTeaserOfOneParagraph() {
    String rows =
        """
        <p><b><a href="/a">Tide Mill at Orsund Turns Again</a></b> (2 hours ago) The mill in the mouth of the fjord ground its
        first current in two years when its gates opened on Sunday.</p>
        <p><b><a href="/b">Lenders Want Their Cable Back</a></b> (5 hours ago) A group of lenders has asked a court to hand it the
        cable between the two islands, which nobody has paid for.</p>
        <p><b><a href="/c">Ice on the Lines: What Crews Learnt</a></b> (1 day ago) Crews who spent the month on the pylons tell
        how they kept the light on. The report runs to ninety pages.</p>
        """;
    ParsedPage page = HtmlPage.read(rows, null, "https://tides.example/");
    assertThat(page.article()).isNull();
    assertThat(page.headlines())
        .extracting(ParsedPage.Headline::title, ParsedPage.Headline::age)
        .containsExactly(
            tuple("Tide Mill at Orsund Turns Again", "2 hours ago"),
            tuple("Lenders Want Their Cable Back", "5 hours ago"),
            tuple("Ice on the Lines: What Crews Learnt", "1 day ago"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a class=item href=/n/NUMBER><time datetime=DATE></time><span>TITLE</span></a>",
        "<div itemscope itemtype=https://schema.org/NewsArticle><a href=/n/NUMBER><span itemprop=headline>TITLE"
            + "</span></a><meta itemprop=datePublished content=DATE></div>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"TITLE\","
            + "\"datePublished\":\"DATE\",\"url\":\"/n/NUMBER\"}</script>"
      })
  void readsRowsWhoseTimesAreToldToMachinesAlone(String form) {
    List<String> titles =
        List.of(
            "Tide Mill at Orsund Turns Again",
            "Lenders Want Their Cable Back",
            "Ice on the Lines: What Crews Learnt");
    String rows =
        IntStream.range(0, titles.size())
            .mapToObj(i ->
                form.replace("TITLE", titles.get(i))
                    .replace("DATE", "2026-06-2" + i + "T10:00:00Z")
                    .replace("NUMBER", String.valueOf(i)))
            .collect(Collectors.joining());
    List<ParsedPage.Headline> found =
        HtmlPage.read("<section>" + rows + "</section>", null, "https://tides.example/")
            .headlines();
    assertThat(found).extracting(ParsedPage.Headline::title).isEqualTo(titles);
    assertThat(found)
        .extracting(ParsedPage.Headline::date)
        .containsExactly("2026-06-20T10:00:00Z", "2026-06-21T10:00:00Z", "2026-06-22T10:00:00Z");
    assertThat(found)
        .extracting(ParsedPage.Headline::url)
        .containsExactly(
            "https://tides.example/n/0", "https://tides.example/n/1", "https://tides.example/n/2");
  }
}
