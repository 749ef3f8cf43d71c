package wellhead.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.index.IndexRun;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.web.WebOptions;
import wellhead.server.web.WebServer;

class BrowserTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")));
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-07-09T00:00:00Z"));

  @TempDir static Path index;
  private static @Nullable LuceneSearchEngine engine;
  private static @Nullable WebServer server;
  private static @Nullable Browser desktop;

  @BeforeAll
  static void openTheSite() throws Exception {
    assumeTrue(
        Browser.isThere(), "browser tests skipped: chromium and chromedriver are not on the PATH");
    new IndexRun(index, false, CaptureOptions.NONE, InputStream.nullInputStream(), CLOCK)
        .run(List.of(ROOT.resolve("testdata/captures").toString()));
    engine = LuceneSearchEngine.open(index);
    server = WebServer.start("127.0.0.1", 0, engine, CLOCK, WebOptions.DEFAULT);
    desktop = open(1200, 850, true);
  }

  @AfterAll
  static void closeTheSite() {
    if (desktop != null) {
      desktop.close();
    }
    if (server != null) {
      server.close();
    }
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void findsWhatIsTypedAndKeepsItInTheBox() {
    Browser page = desktop().go("").search("OPEC+");
    assertThat(page.texts("ol.hits h3")).isNotEmpty().allMatch(title -> title.contains("OPEC+"));
    assertThat(page.texts("ol.hits h3 mark")).contains("OPEC+");
    assertThat(page.box()).isEqualTo("OPEC+");
    page.screenshot("results");
  }

  @Test
  void listsTheNewestWhenNothingIsAsked() {
    Browser page = desktop().go("");
    assertThat(page.texts("ol.hits h3")).hasSize(10);
    page.screenshot("home");
  }

  @Test
  void pagesForwardAndBack() {
    Browser page = desktop().go("").search("oil");
    List<String> first = page.stories();
    List<String> second = page.click("a[rel=next]").stories();
    assertThat(second).hasSize(10).doesNotContainAnyElementsOf(first);
    assertThat(page.click("a[rel=prev]").stories()).isEqualTo(first);
    assertThat(page.back().stories()).isEqualTo(second);
  }

  @Test
  void ordersByTimeAndNarrowsToAWindow() {
    Browser page = desktop().go("").search("oil").follow("Newest");
    assertThat(page.path()).contains("sort=newest");
    int all = count(page);
    assertThat(count(page.follow("24 hours"))).isBetween(1, all - 1);
    assertThat(page.path()).contains("window=24h").contains("sort=newest").contains("q=oil");
  }

  @Test
  void tellsAStoryWithEverySighting() {
    Browser page = desktop().go("").search("OPEC+").click("ol.hits a.seen");
    assertThat(page.path()).startsWith("stories/");
    assertThat(page.texts("table tbody tr")).hasSizeGreaterThan(1);
    assertThat(page.texts("svg")).isNotEmpty();
    page.screenshot("story");
  }

  @Test
  void saysSoWhenNothingIsFound() {
    Browser page = desktop().go("").search("zzyzx");
    assertThat(page.texts("ol.hits li")).isEmpty();
    assertThat(page.text()).contains("No results").contains("Fewer words");
    assertThat(page.box()).isEqualTo("zzyzx");
    page.screenshot("nothing");
  }

  @Test
  void showsMarkupInAQueryAsText() {
    Browser page = desktop().go("").search("<script>document.title='x'</script>");
    assertThat(page.box()).isEqualTo("<script>document.title='x'</script>");
  }

  @Test
  void turnsDarkWhereThatIsPreferred() {
    String light = desktop().go("").colour("body", "background-color");
    try (Browser dark = open(1200, 850, true)) {
      dark.prefersDark();
      assertThat(dark.go("search?q=LNG").colour("body", "background-color")).isNotEqualTo(light);
      dark.screenshot("dark");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "search?q=OPEC", "search?q=zzyzx", "nowhere"})
  void fitsAPhone(String path) {
    try (Browser phone = open(360, 740, true)) {
      phone.go(path);
      assertThat(phone.overflow()).isZero();
      phone.screenshot("phone-" + path.replaceAll("\\W+", "-"));
    }
  }

  @Test
  void fitsAStoryOnAPhone() {
    try (Browser phone = open(360, 740, true)) {
      phone.go("search?q=OPEC").click("ol.hits a.seen");
      assertThat(phone.overflow()).isZero();
      phone.screenshot("phone-story");
    }
  }

  @Test
  void worksWithoutScripts() {
    try (Browser plain = open(1200, 850, false)) {
      assertThat(plain.go("").search("refinery").texts("ol.hits h3")).isNotEmpty();
      assertThat(plain.follow("Articles").path()).contains("in=article");
    }
  }

  /** The README's picture, by the same code: {@code -Dwellhead.readme.screenshot=true}. */
  @Test
  void drawsTheReadmesPicture() throws IOException {
    assumeTrue(Boolean.getBoolean("wellhead.readme.screenshot"), "the README's picture is kept");
    Path picture = desktop().go("").search("libya crude").screenshot("readme");
    Path docs = Files.createDirectories(ROOT.resolve("server/docs"));
    Files.copy(picture, docs.resolve("search-page.png"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static int count(Browser page) {
    return Integer.parseInt(page.texts("#count").getFirst().replaceAll("\\D+", ""));
  }

  private static Browser desktop() {
    return Objects.requireNonNull(desktop);
  }

  private static Browser open(int width, int height, boolean scripts) {
    String site = Objects.requireNonNull(server).url().toString();
    return Browser.open(site, width, height, scripts);
  }
}
