package wellhead.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTest {
  @RegisterExtension static final TestdataSite SITE = new TestdataSite();

  @Test
  void findsWhatIsTypedAndKeepsItInTheBox() {
    Browser page = desktop().search("OPEC+");
    assertThat(page.texts("ol.hits h3")).isNotEmpty().allMatch(title -> title.contains("OPEC+"));
    assertThat(page.texts("ol.hits h3 mark")).contains("OPEC+");
    assertThat(page.box()).isEqualTo("OPEC+");
    page.screenshot("results");
  }

  @Test
  void listsTheNewestWhenNothingIsAsked() {
    Browser page = desktop();
    assertThat(page.texts("ol.hits h3")).hasSize(10);
    page.screenshot("home");
  }

  @Test
  void pagesForwardAndBack() {
    Browser page = desktop().search("oil");
    List<String> first = page.stories();
    List<String> second = page.click("a[rel=next]").stories();
    assertThat(second).hasSize(10).doesNotContainAnyElementsOf(first);
    assertThat(page.click("a[rel=prev]").stories()).isEqualTo(first);
    assertThat(page.back().stories()).isEqualTo(second);
  }

  @Test
  void ordersByTimeAndNarrowsToAWindow() {
    Browser page = desktop().search("oil").follow("Newest");
    assertThat(page.path()).contains("sort=newest");
    int all = count(page);
    assertThat(count(page.follow("24 hours"))).isBetween(1, all - 1);
    assertThat(page.path()).contains("window=24h").contains("sort=newest").contains("q=oil");
  }

  @Test
  void tellsAStoryWithEverySighting() {
    Browser page = desktop().search("OPEC+").click("ol.hits a.seen");
    assertThat(page.path()).startsWith("stories/");
    assertThat(page.texts("table tbody tr")).hasSizeGreaterThan(1);
    assertThat(page.texts("figure.picture svg")).hasSize(1);
    assertThat(page.texts("ul.similar li")).isNotEmpty();
    page.screenshot("story");
  }

  @Test
  void whatSaysTheSameStandsUnderOneHit() {
    Browser page = desktop().go("search?q=opec%2B+agrees+160,000+bpd&group=none");
    assertThat(page.texts("ol.hits details.alike summary")).containsExactly("1 more says the same");
    assertThat(page.click("details.alike summary").texts("details.alike li").getFirst())
        .startsWith("OPEC+ Agrees to Add 160,000 bpd")
        .contains(".example");
  }

  @Test
  void whatOtherSourcesReportOfAnEventStandsUnderOneHit() {
    Browser page = desktop().search("opec+ agrees 160,000 bpd");
    assertThat(page.texts("ol.hits details.reports summary"))
        .containsExactly("3 sources since 01:29, 5 Jul");
    assertThat(page.click("details.reports summary").texts("details.reports li"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(report -> report.contains(".example, "));
  }

  @Test
  void wordsForATimeAreAChipThatCanBeTakenAway() {
    Browser page = desktop().search("opec july 2026");
    assertThat(page.texts("ul.active a").getFirst()).contains("“july 2026”: from 1 Jul 2026");
    page.click("ul.active a");
    assertThat(page.path()).contains("timewords=false");
    assertThat(page.texts("ul.active a")).isEmpty();
    assertThat(page.box()).isEqualTo("opec july 2026");
  }

  @Test
  void facetsNarrowAndWidenAgain() {
    Browser page = desktop().search("oil");
    int all = count(page);
    List<String> first = page.texts("aside.facets section:first-child li:first-child");
    page.click("aside.facets section:first-child li:first-child a");
    assertThat(first.getFirst()).endsWith(String.valueOf(count(page)));
    assertThat(page.texts("ul.active a").getFirst()).contains("source barrelpost.example");
    assertThat(count(page.click("aside.facets a[aria-current]"))).isEqualTo(all);
  }

  @Test
  void saysSoWhenNothingIsFound() {
    Browser page = desktop().search("zzyzx");
    assertThat(page.texts("ol.hits li")).isEmpty();
    assertThat(page.text()).contains("No results").contains("Fewer words");
    assertThat(page.box()).isEqualTo("zzyzx");
    page.screenshot("nothing");
  }

  @Test
  void showsMarkupInAQueryAsText() {
    Browser page = desktop().search("<script>document.title='x'</script>");
    assertThat(page.box()).isEqualTo("<script>document.title='x'</script>");
  }

  @Test
  void turnsDarkWhereThatIsPreferred() {
    String light = desktop().colour("body", "background-color");
    try (Browser dark = SITE.open(1200, 850, true)) {
      dark.prefersDark();
      assertThat(dark.go("search?q=LNG").colour("body", "background-color")).isNotEqualTo(light);
      dark.screenshot("dark");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "search?q=OPEC", "search?q=zzyzx", "nowhere"})
  void fitsAPhone(String path) {
    try (Browser phone = SITE.open(360, 740, true)) {
      phone.go(path);
      assertThat(phone.overflow()).isZero();
      phone.screenshot("phone-" + path.replaceAll("\\W+", "-"));
    }
  }

  @Test
  void fitsAStoryOnAPhone() {
    try (Browser phone = SITE.open(360, 740, true)) {
      phone.go("search?q=OPEC").click("ol.hits a.seen");
      assertThat(phone.overflow()).isZero();
      phone.screenshot("phone-story");
    }
  }

  @Test
  void worksWithoutScripts() {
    try (Browser plain = SITE.open(1200, 850, false)) {
      assertThat(plain.go("").search("refinery").texts("ol.hits h3")).isNotEmpty();
      assertThat(plain.follow("Articles").path()).contains("in=article");
    }
  }

  /** The README's picture, by the same code: {@code -Dwellhead.readme.screenshot=true}. */
  @Test
  void drawsTheReadmesPicture() throws IOException {
    assumeTrue(Boolean.getBoolean("wellhead.readme.screenshot"), "the README's picture is kept");
    Path picture = desktop().search("opec july 2026").screenshot("readme");
    Path docs = Files.createDirectories(TestdataSite.ROOT.resolve("server/docs"));
    Files.copy(picture, docs.resolve("search-page.png"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static int count(Browser page) {
    return Integer.parseInt(page.texts("#count").getFirst().replaceAll("\\D+", ""));
  }

  private static Browser desktop() {
    return SITE.desktop();
  }
}
