package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.Story;

/** The feeds as a library reads them that knows nothing of us. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedTest {
  private final Site site =
      Site.of(
          new FakeEngine(
              List.of(
                  Stories.undated("u", "Heavy crude"),
                  Stories.titled("h", "Diesel cracks widen"),
                  Stories.boundedAbove(),
                  Stories.article())),
          WebOptions.DEFAULT.with(URI.create("https://news.example/energy/")));

  @AfterAll
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom"})
  void aStoryHasItsStableIdItsLatestInstantAndWhenItLastChanged(String format) throws Exception {
    SyndFeed feed = feed(site, "/search?q=wind&format=" + format);
    assertThat(feed.getTitle()).isEqualTo("Wellhead: wind");
    assertThat(feed.getEntries()).hasSize(1);
    SyndEntry entry = feed.getEntries().getFirst();
    assertThat(entry.getUri()).isEqualTo("urn:wellhead:story:wind-auction");
    assertThat(entry.getTitle())
        .isEqualTo("Offshore wind auction draws record bids off the Frisian coast");
    assertThat(entry.getLink()).isEqualTo("https://example-energy.com/wind-auction");
    assertThat(entry.getAuthor()).isEqualTo("Ines Harbottle");
    assertThat(entry.getPublishedDate()).isEqualTo(date("2026-07-03T04:47:00Z"));
    assertThat(entry.getCategories())
        .extracting(c -> c.getTaxonomyUri() + "=" + c.getName())
        .containsExactly("urn:wellhead:kind=article", "urn:wellhead:source=example-energy.com");
    assertThat(entry.getDescription().getValue())
        .contains("Eleven bidders, twice as many as last year.", "Published: about 04:20 UTC");
    Element time = extension(entry, "published");
    assertThat(time.getAttributeValue("earliest")).isEqualTo("2026-07-03T03:54:00Z");
    assertThat(time.getAttributeValue("latest")).isEqualTo("2026-07-03T04:47:00Z");
    assertThat(time.getAttributeValue("rule")).isEqualTo("round");
    assertThat(extension(entry, "seen").getAttributeValue("sightings")).isEqualTo("4");
  }

  @Test
  void atomTellsWhenAStoryLastChanged() throws Exception {
    SyndFeed feed = feed(site, "/search?q=wind&format=atom");
    // the article's own page came last
    assertThat(feed.getEntries().getFirst().getUpdatedDate())
        .isEqualTo(date("2026-07-04T07:50:00Z"));
    assertThat(feed.getUri()).isEqualTo("https://news.example/energy/search?q=wind");
    assertThat(feed.getLinks())
        .extracting(link -> link.getRel() + " " + link.getHref())
        .containsExactlyInAnyOrder(
            "alternate https://news.example/energy/search?q=wind",
            "self https://news.example/energy/search?q=wind&format=atom");
  }

  @Test
  void rssLeadsToThePageOfTheSearch() throws Exception {
    assertThat(feed(site, "/search?q=wind&format=rss").getLink())
        .isEqualTo("https://news.example/energy/search?q=wind");
  }

  @Test
  void jsonFeedHasWhatItsVersionAsksFor() throws Exception {
    JsonNode feed = json("/search?q=wind&format=jsonfeed");
    assertThat(feed.at("/version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.at("/feed_url").asText())
        .isEqualTo("https://news.example/energy/search?q=wind&format=jsonfeed");
    JsonNode item = feed.at("/items/0");
    assertThat(item.at("/id").asText()).isEqualTo("urn:wellhead:story:wind-auction");
    assertThat(item.at("/url").asText())
        .isEqualTo("https://news.example/energy/stories/wind-auction");
    assertThat(item.at("/external_url").asText())
        .isEqualTo("https://example-energy.com/wind-auction");
    assertThat(item.at("/date_published").asText()).isEqualTo("2026-07-03T04:47:00Z");
    assertThat(item.at("/date_modified").asText()).isEqualTo("2026-07-04T07:50:00Z");
    assertThat(item.at("/content_text").asText()).contains("Eleven bidders");
    assertThat(item.at("/_wellhead/published/earliest").asText()).isEqualTo("2026-07-03T03:54:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom"})
  void anUndatedStoryIsSaidToBeUndated(String format) throws Exception {
    SyndEntry entry = feed(site, "/search?q=heavy&format=" + format).getEntries().getFirst();
    assertThat(entry.getPublishedDate()).isNull();
    assertThat(extension(entry, "undated")).isNotNull();
    assertThat(entry.getDescription().getValue()).contains("Published: undated");
    assertThat(entry.getLink()).isEqualTo("https://news.example/energy/stories/u");
  }

  @ParameterizedTest
  @CsvSource({
    "q=, 4",
    "q=&limit=2, 2",
    "q=&offset=3, 1",
    "q=zeppelin, 0",
    "q=wind+zeppelin, 0",
  })
  void holdsTheNewestFullMatches(String query, int count) throws Exception {
    for (String format : List.of("rss", "atom")) {
      assertThat(feed(site, "/search?" + query + "&format=" + format).getEntries()).hasSize(count);
    }
    assertThat(json("/search?" + query + "&format=jsonfeed").at("/items")).hasSize(count);
  }

  @Test
  void holdsFiftyUnlessMoreAreAskedFor() throws Exception {
    var stories = new ArrayList<Story>();
    for (int i = 0; i < 120; i++) {
      stories.add(Stories.titled("s" + i, "Diesel " + i));
    }
    try (Site many = Site.of(new FakeEngine(stories))) {
      assertThat(feed(many, "/search?format=rss").getEntries()).hasSize(50);
      assertThat(feed(many, "/search?format=atom&limit=100").getEntries()).hasSize(100);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rss,      application/rss+xml",
    "atom,     application/atom+xml",
    "jsonfeed, application/feed+json",
  })
  void saysWhatItIs(String format, String mediaType) {
    assertThat(site.get("/search?format=" + format).headers().firstValue("Content-Type"))
        .hasValue(mediaType + "; charset=utf-8");
    assertThat(site.get("/search", "Accept", mediaType).headers().firstValue("Content-Type"))
        .hasValue(mediaType + "; charset=utf-8");
  }

  @Test
  void anotherOrderThanTheNewestIsRefused() {
    HttpResponse<String> response = site.get("/search?format=atom&sort=oldest");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("\"param\":\"sort\"");
  }

  @ParameterizedTest
  @MethodSource("wellhead.server.web.HostileTextTest#texts")
  void anyTitleIsText(String title) throws Exception {
    try (Site one = Site.of(Stories.titled("id", title))) {
      for (String format : List.of("rss", "atom")) {
        SyndEntry entry = feed(one, "/search?format=" + format).getEntries().getFirst();
        assertThat(entry.getTitle()).isEqualTo(title);
        assertThat(entry.getDescription().getValue()).doesNotContain("<script");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u001Bb", "a\uFFFEb", "a\uFFFFb", "a\u000Bb"})
  void whatXmlCannotHoldIsReplaced(String title) throws Exception {
    try (Site one = Site.of(Stories.titled("id", title))) {
      for (String format : List.of("rss", "atom")) {
        assertThat(feed(one, "/search?format=" + format).getEntries().getFirst().getTitle())
            .isEqualTo("a\uFFFDb");
      }
    }
  }

  private JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(site.get(path).body());
  }

  private static SyndFeed feed(Site site, String path) throws FeedException {
    return new SyndFeedInput().build(new StringReader(site.get(path).body()));
  }

  private static Element extension(SyndEntry entry, String name) {
    return entry.getForeignMarkup().stream()
        .filter(e -> e.getNamespaceURI().equals(Feed.NAMESPACE) && e.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Date date(String instant) {
    return Date.from(Instant.parse(instant));
  }
}
