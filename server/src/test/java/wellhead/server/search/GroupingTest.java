package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.index.IndexRun;
import wellhead.server.search.SearchRequest.Group;
import wellhead.server.search.SearchRequest.Sort;
import wellhead.server.web.TerminalAnswer;
import wellhead.server.web.WebOptions;
import wellhead.server.web.WebServer;

/** Several sources' reports of an event are one hit, and none is lost. */
class GroupingTest {
  private static final Instant NOW = Instant.parse("2026-03-06T12:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-03-04T08:40:00Z");

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();
  private @Nullable LuceneSearchEngine open;

  @BeforeEach
  void someNews() throws Exception {
    add(0, "a.example", "Chevron shuts Gorgon train after leak");
    add(35, "b.example", "Leak halts one train of Chevron's Gorgon plant");
    add(90, "c.example", "Gorgon train shut by leak, says Chevron");
    add(95, "d.example", "Chevron raises its dividend");
    add(120, "a.example", "Vitol buys 40% of Sardinian refiner Saras");
    add(150, "b.example", "Trader Vitol swoops on stake in Saras");
    add(160, "c.example", "Vitol buys 40% of Sardinian refiner Saras");
    for (int i = 0; i < 30; i++) {
      add(200 + i, "e.example", "Chevron opens filling station number " + (100 + i) + " in Ohio");
    }
    Path file = Files.writeString(folder.resolve("news.jsonl"), String.join("\n", lines));
    new IndexRun(
            index(),
            false,
            CaptureOptions.NONE,
            InputStream.nullInputStream(),
            InstantSource.fixed(NOW))
        .run(List.of(file.toString()));
    open = LuceneSearchEngine.open(index());
  }

  @AfterEach
  void close() {
    engine().close();
  }

  private void add(long minutes, String source, String title) {
    lines.add(
        "{\"title\": \"%s\", \"source\": \"%s\", \"published\": \"%s\"}"
            .formatted(title, source, MORNING.plus(Duration.ofMinutes(minutes))));
  }

  private Path index() {
    return folder.resolve("index");
  }

  private LuceneSearchEngine engine() {
    return Objects.requireNonNull(open);
  }

  private static List<String> titles(SearchResults results) {
    return results.hits().stream().map(SearchResults.Hit::title).toList();
  }

  private static SearchResults.Told told(SearchResults results, int hit) {
    return Objects.requireNonNull(
        Objects.requireNonNull(results.told()).get(results.hits().get(hit).id()));
  }

  @Test
  void reportsOfAnEventStandUnderItsFirstHitAndAreCountedAll() {
    SearchResults results =
        engine()
            .search(SearchRequest.of("gorgon", NOW).sort(Sort.OLDEST).group(Group.EVENT).build());
    assertThat(titles(results)).containsExactly("Chevron shuts Gorgon train after leak");
    assertThat(results.total().value()).isEqualTo(3);
    SearchResults.Told told = told(results, 0);
    assertThat(told.sources()).isEqualTo(3);
    assertThat(told.since()).isEqualTo(MORNING);
    assertThat(told.others())
        .extracting(SearchResults.Report::source)
        .containsExactly("b.example", "c.example");
    assertThat(told.because().words()).contains("gorgon", "Chevron");
  }

  @Test
  void aReportThatHasNoneOfTheWordsIsListed() {
    SearchResults results =
        engine().search(SearchRequest.of("trader", NOW).group(Group.EVENT).build());
    assertThat(titles(results)).containsExactly("Trader Vitol swoops on stake in Saras");
    assertThat(told(results, 0).others())
        .extracting(SearchResults.Report::title)
        .containsOnly("Vitol buys 40% of Sardinian refiner Saras")
        .hasSize(2);
  }

  @Test
  void whatSaysTheSameAndTellsTheSameIsAReport() {
    SearchResults results =
        engine()
            .search(
                SearchRequest.of("saras", NOW)
                    .sort(Sort.NEWEST)
                    .collapse(true)
                    .group(Group.EVENT)
                    .build());
    assertThat(results.hits()).hasSize(1);
    assertThat(told(results, 0).others()).hasSize(2);
    assertThat(Objects.requireNonNull(results.folded()).values()).containsOnly(List.of());
  }

  @Test
  void withoutGroupingEveryStoryIsAHit() {
    SearchResults results = engine().search(SearchRequest.of("gorgon", NOW).build());
    assertThat(results.hits()).hasSize(3);
    assertThat(results.told()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void pagesShowEveryStoryOnce(Sort sort) {
    for (boolean collapse : new boolean[] {false, true}) {
      for (int limit : new int[] {1, 2, 7}) {
        assertThat(pages(sort, limit, collapse))
            .as("%s, pages of %s, collapse %s", sort, limit, collapse)
            .hasSize(34);
      }
    }
  }

  private Set<String> pages(Sort sort, int limit, boolean collapse) {
    var seen = new HashSet<String>();
    Cursor after = null;
    do {
      SearchResults results =
          engine()
              .search(
                  SearchRequest.of("chevron", NOW)
                      .sort(sort)
                      .page(limit, 0)
                      .collapse(collapse)
                      .group(Group.EVENT)
                      .after(after)
                      .build());
      for (SearchResults.Hit hit : results.hits()) {
        assertThat(seen.add(hit.id())).as(hit.title()).isTrue();
        var told = Objects.requireNonNull(results.told()).get(hit.id());
        if (told != null) {
          told.others().forEach(other -> assertThat(seen.add(other.id())).isTrue());
        }
        var folded = results.folded();
        if (folded != null) {
          Objects.requireNonNull(folded.get(hit.id()))
              .forEach(same -> assertThat(seen.add(same.id())).isTrue());
        }
      }
      after =
          results.nextCursor() == null ? null : Cursor.parse(results.nextCursor()).orElseThrow();
    } while (after != null);
    return seen;
  }

  @Test
  void theAnswerOverHttpTellsWhy() throws Exception {
    try (WebServer server =
            WebServer.start(
                "127.0.0.1", 0, engine(), InstantSource.fixed(NOW), WebOptions.DEFAULT);
        HttpClient client = HttpClient.newHttpClient()) {
      String address = "http://127.0.0.1:" + server.port() + "/search?q=gorgon&sort=oldest";
      assertThat(get(client, address + "&group=event"))
          .contains("\"event\":{\"sources\":3,\"since\":\"2026-03-04T08:40:00Z\",\"because\":{")
          .contains("\"reports\":[{\"id\":")
          .containsPattern(
              "\"because\":\\{\"like\":\"[0-9a-f]+\",\"likeness\":[0-9.]+,\"words\":\\[")
          .contains("\"total\":{\"value\":3");
      assertThat(get(client, address)).doesNotContain("\"event\"").doesNotContain("\"reports\"");
      assertThat(get(client, address + "&group=subject"))
          .contains("\"param\":\"group\"")
          .contains("none, event");
      assertThat(get(client, address + "&format=html"))
          .contains("3 sources since 08:40, 4 Mar")
          .contains("b.example");
      assertThat(get(client, address + "&format=html&group=none")).doesNotContain("sources since");
      assertThat(get(client, address + "&format=csv&group=event").lines()).hasSize(4);
    }
  }

  private static String get(HttpClient client, String address) throws Exception {
    return client
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void aTerminalListsTheReportsUnderTheHit() throws Exception {
    String text =
        TerminalAnswer.ask(engine(), Map.of("q", List.of("trader"), "group", List.of("event")), NOW)
            .toText(false);
    assertThat(text)
        .contains("  1. Trader Vitol swoops on stake in Saras")
        .contains(
            "     = Vitol buys 40% of Sardinian refiner Saras\n       10:40 UTC on 4 Mar 2026");
  }
}
