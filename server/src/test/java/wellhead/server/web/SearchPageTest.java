package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.server.search.SearchResults;
import wellhead.server.search.SearchResults.IndexState;
import wellhead.server.search.SearchResults.Total;
import wellhead.story.Story;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPageTest {
  private final Site site = Site.of(new FakeEngine(stories()));

  @AfterAll
  void stop() {
    site.close();
  }

  private static List<Story> stories() {
    var stories = new ArrayList<Story>();
    stories.add(Stories.article());
    stories.add(Stories.boundedAbove());
    stories.add(Stories.conflicting());
    stories.add(Stories.undated("no-time", "Rig count of an unknown day"));
    for (int i = 0; i < 25; i++) {
      stories.add(
          Stories.headline(
              "rig" + i,
              "Rig count " + i,
              "example-energy.com",
              Stories.NOW.minus(Duration.ofHours(7L * i)),
              "2 days"));
    }
    return stories;
  }

  @Test
  void itsHeadNamesTheFeedsOfTheVerySearch() {
    assertThat(site.page("/search?q=rig&source=example-energy.com&offset=10"))
        .contains(
            "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"rig (RSS)\""
                + " href=\"/search?q=rig&amp;source=example-energy.com&amp;format=rss\">",
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"rig (Atom)\""
                + " href=\"/search?q=rig&amp;source=example-energy.com&amp;format=atom\">",
            "<link rel=\"alternate\" type=\"application/feed+json\" title=\"rig (JSON Feed)\""
                + " href=\"/search?q=rig&amp;source=example-energy.com&amp;format=jsonfeed\">");
    assertThat(site.page("/")).contains("href=\"/search?format=rss\">");
    assertThat(site.page("/stories/wind-auction")).doesNotContain("rel=\"alternate\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=rig",
        "/search?q=zeppelin",
        "/search?q=(",
        "/search?x=1",
        "/nowhere",
        "/stories/wind-auction"
      })
  void everyPageStandsOnItsOwn(String path) {
    String page = site.page(path);
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<label class=\"unseen\" for=\"q\">", "<main id=\"content\"", "href=\"#content\"")
        .contains("rel=\"search\"", "href=\"/opensearch.xml\"")
        .containsOnlyOnce("<script")
        .containsPattern("<script src=\"/static/wellhead-[0-9a-f]+\\.js\" defer></script>")
        .doesNotContain(" style=", " onclick=");
    List<String> fetched =
        Pattern.compile("<link [^>]*href=\"([^\"]*)\"|src=\"([^\"]*)\"")
            .matcher(page)
            .results()
            .map((MatchResult r) -> r.group(1) == null ? r.group(2) : r.group(1))
            .map(url -> url.replace("&amp;", "&"))
            .toList();
    assertThat(fetched).isNotEmpty().allMatch(url -> url.startsWith("/"));
    for (String url : fetched) {
      assertThat(site.get(url).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theFrontPageListsTheNewest() {
    assertThat(site.page("/"))
        .contains("29 stories, newest first", " autofocus")
        .containsSubsequence("Rig count 0<", "Rig count 1<", "Rig count 2<")
        .contains("1–10 of 29", "href=\"/search?offset=10\" rel=\"next\"");
  }

  @Test
  void aHitTellsWhatIsKnown() {
    assertThat(site.page("/search?q=auction"))
        .contains(
            "href=\"https://example-energy.com/wind-auction\" rel=\"noopener nofollow\"",
            "Offshore wind <mark>auction</mark> draws",
            "The <mark>auction</mark> for three sites",
            "about 04:20 UTC on 3 Jul 2026 (± 27 min)",
            "href=\"/stories/wind-auction#when\" title=\"Between 03:54 and 04:47 UTC on 3 Jul 2026",
            "href=\"/search?q=auction&amp;source=example-energy.com\"",
            "<span class=\"badge\">Article</span>",
            "seen 4 times",
            "by <bdi>Ines Harbottle</bdi>");
  }

  @Test
  void aHeadlineWithoutALinkLeadsToItsStory() {
    assertThat(site.page("/search?q=unknown"))
        .contains("<h3 dir=\"auto\"><a href=\"/stories/no-time\">", ">undated</a>", "seen once");
  }

  @Test
  void disagreementIsShown() {
    assertThat(site.page("/search?q=refinery")).contains("dates disagree");
  }

  @Test
  void partialMatchesStandApart() {
    assertThat(site.page("/search?q=rig+auction"))
        .contains("No story has all the words")
        .containsSubsequence("Partial matches: not all words", "Rig</mark> count 0");
    assertThat(site.page("/search?q=rig")).doesNotContain("Partial matches");
  }

  @Test
  void stateIsKeptInEveryLink() {
    String page = site.page("/search?q=rig&window=30d&in=headline&sort=oldest&offset=10&tz=UTC");
    assertThat(page)
        .contains("href=\"/search?q=rig&amp;window=30d&amp;sort=oldest&amp;tz=UTC\"")
        .contains("href=\"/search?q=rig&amp;in=headline&amp;sort=oldest&amp;tz=UTC\"")
        .contains("<input type=\"hidden\" name=\"window\" value=\"30d\">")
        .contains("offset=20\" rel=\"next\"")
        .doesNotContain("name=\"offset\"");
  }

  @Test
  void aStoryIsShownInTheZoneOfTheSearch() {
    assertThat(site.page("/search?q=auction&tz=Europe/Berlin"))
        .contains("href=\"/stories/wind-auction?tz=Europe%2FBerlin#when\"", "06:20 CEST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=rig                     | All        | Any time | Relevance",
        "q=rig&in=headline         | Headlines  | Any time | Relevance",
        "q=rig&in=article&window=7d| Articles   | 7 days   | Relevance",
        "window=24h                | All        | 24 hours | Newest",
        "q=rig&sort=oldest         | All        | Any time | Oldest",
      })
  void theChoiceInForceIsMarked(String query, String kind, String time, String order) {
    String page = site.page("/search?" + query);
    List<String> current =
        Pattern.compile("aria-current=\"true\">([^<]*)</a>")
            .matcher(page)
            .results()
            .map((MatchResult r) -> r.group(1))
            .toList();
    assertThat(current).containsExactly(kind, order, time);
  }

  @Test
  void oneOwnWindowIsShownAndCanBeTakenAway() {
    assertThat(site.page("/search?q=rig&since=2026-07-01&until=2026-07-03&source=a.com"))
        .contains("<details open>", "name=\"since\" value=\"2026-07-01\"")
        .contains("from 1 Jul 2026, 00:00 UTC to 3 Jul 2026, 00:00 UTC")
        .contains("href=\"/search?q=rig&amp;source=a.com\"")
        .contains("source a.com");
  }

  @Test
  void aWindowTellsWhatIsCertain() {
    assertThat(site.page("/search?q=rig&since=2026-07-01&until=2026-07-03"))
        .contains("certainly inside this window, the others possibly.")
        .contains("1 more left out: nothing tells their time.")
        .contains("match=certain\">Only the certain</a>");
    assertThat(site.page("/search?q=rig&since=2026-07-01&until=2026-07-03&match=certain"))
        .contains("more may fall inside this window.", ">Include them</a>");
    assertThat(site.page("/search?q=rig")).doesNotContain("certainly inside");
  }

  @Test
  void nothingFoundSaysWhatToTry() {
    assertThat(site.page("/search?q=zeppelin&window=7d&in=article&source=a.com&author=b"))
        .contains("No results")
        .contains(
            "href=\"/search?q=zeppelin&amp;in=article&amp;source=a.com&amp;author=b\">Search all time<")
        .contains(
            "Search headlines and articles alike", "Search every source", "Search every author")
        .contains("Every word must be there");
    assertThat(site.page("/search?q=rig&offset=900"))
        .contains(
            "No results this far down", "href=\"/search?q=rig\">Go back to the first results<");
  }

  @Test
  void anEmptyIndexSaysHowToFillIt() {
    try (Site empty = Site.of()) {
      assertThat(empty.page("/")).contains("wellhead index PATH", "0 stories in the index");
    }
  }

  @Test
  void whatWasUnderstoodCorrectedAndWarnedIsShown() {
    var results =
        new SearchResults(
            "oil gas",
            "oil glass",
            false,
            List.of("The quotation mark was not closed."),
            new Total(1_234, false, 1_234, 1_234, 0),
            List.of(),
            new IndexState(1, FakeEngine.BUILT_AT, 5_000));
    try (Site scripted = Site.of(new FakeEngine(List.of()).scripted(request -> results))) {
      assertThat(scripted.page("/search?q=oil+%22gas"))
          .contains("Read as <code dir=\"auto\">oil gas</code>")
          .contains("href=\"/search?q=oil+glass\" dir=\"auto\">oil glass</a>?")
          .contains("The quotation mark was not closed.");
      assertThat(scripted.page("/search?q=OIL++gas")).doesNotContain("Read as");
      assertThat(scripted.page("/")).doesNotContain("Read as");
    }
  }

  @Test
  void anErrorKeepsTheQueryAndShowsThePlace() {
    assertThat(site.page("/search?q=oil+(gas"))
        .contains("value=\"oil (gas\"", "<code>oil <mark>(</mark>gas</code>", "add a )");
    assertThat(site.page("/search?q=oil&since=never"))
        .contains("value=\"oil\"", "\"never\" cannot be used for since")
        .doesNotContain("name=\"since\"");
  }
}
