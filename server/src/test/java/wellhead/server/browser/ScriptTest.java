package wellhead.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What the page can do beyond being a page. */
class ScriptTest {
  @RegisterExtension static final TestdataSite SITE = new TestdataSite();

  @Test
  void completesWhatIsTypedAndArrowsChoose() {
    Browser page = SITE.desktop().press("lib");
    List<String> completions =
        page.awaitTexts("#completions li", text -> text.toLowerCase(Locale.ROOT).contains("lib"));
    page.screenshot("completions");
    assertThat(page.press(Keys.ARROW_DOWN).box()).isEqualTo(completions.getFirst());
    assertThat(page.press(Keys.ARROW_UP).box()).isEqualTo("lib");
    page.press(Keys.ARROW_DOWN, Keys.ENTER).awaitPath("search?q=");
    assertThat(page.box()).isEqualTo(completions.getFirst());
    assertThat(page.texts("ol.hits h3")).isNotEmpty();
  }

  @Test
  void escapeTakesTheCompletionsAwayAndKeepsWhatWasTyped() {
    Browser page = SITE.desktop().press("lib").await("#completions li");
    page.press(Keys.ARROW_DOWN, Keys.ESCAPE);
    assertThat(page.all("#completions li")).noneMatch(WebElement::isDisplayed);
    assertThat(page.box()).isEqualTo("lib");
  }

  @Test
  void slashGoesToTheBoxAndArrowsWalkTheHits() {
    Browser page = SITE.desktop().go("search?q=oil");
    assertThat(page.press("/").focused()).isEqualTo("box: oil");
    page.go("search?source=barrelpost.example").press("/");
    List<String> titles = page.texts("ol.hits h3");
    assertThat(page.press(Keys.ARROW_DOWN).focused()).isEqualTo(titles.get(0));
    assertThat(page.press(Keys.ARROW_DOWN).focused()).isEqualTo(titles.get(1));
    assertThat(page.press(Keys.ARROW_UP).focused()).isEqualTo(titles.get(0));
    assertThat(page.press(Keys.ARROW_UP).focused()).startsWith("box:");
  }

  @Test
  void aBarOfTheHistogramNarrowsToItsSpan() {
    Browser page = SITE.desktop().go("search?q=OPEC");
    WebElement bar = page.all("svg.histogram a").getLast();
    String possible =
        String.valueOf(bar.getDomAttribute("aria-label"))
            .replaceAll(".*?(\\d+)( possibly)?$", "$1");
    bar.click();
    page.awaitPath("since=");
    assertThat(page.texts("#count").getFirst()).startsWith(possible + " result");
  }

  @Test
  void aStretchOfTheHistogramIsDrawnWithThePointer() {
    Browser page = SITE.desktop().go("search?q=OPEC");
    List<WebElement> bars = page.all("svg.histogram [data-start]");
    String start = String.valueOf(bars.get(1).getDomAttribute("data-start"));
    String end = String.valueOf(bars.get(4).getDomAttribute("data-end"));
    page.drag(bars.get(4), bars.get(1)).awaitPath("since=");
    assertThat(page.path().replace("%3A", ":"))
        .contains("q=OPEC", "since=" + start, "until=" + end);
    page.screenshot("histogram");
  }

  @Test
  void aStretchMayBeginAndEndWhereThereIsNothing() {
    Browser page = SITE.desktop().go("search?q=OPEC&since=2026-06-20&until=2026-07-20");
    List<WebElement> bars = page.all("svg.histogram [data-start]");
    List<WebElement> empty = page.all("svg.histogram g[data-start]");
    assertThat(empty).isNotEmpty();
    page.drag(empty.getFirst(), bars.get(bars.size() / 2)).awaitPath("since=");
    assertThat(page.path()).startsWith("search?").contains("q=OPEC");
  }

  @Test
  void timesAreToldInTheReadersZoneWithUtcAtHand() {
    try (Browser tokyo = SITE.open(1200, 850, true).in("Asia/Tokyo")) {
      tokyo.go("search?q=OPEC").awaitPath("tz=Asia%2FTokyo");
      assertThat(tokyo.texts("ol.hits a.when")).anyMatch(words -> words.contains(" JST "));
      assertThat(tokyo.all("ol.hits a.when"))
          .allMatch(when -> String.valueOf(when.getDomAttribute("title")).contains("In UTC: "));
      assertThat(tokyo.search("LNG").path()).contains("tz=Asia%2FTokyo");
    }
  }
}
