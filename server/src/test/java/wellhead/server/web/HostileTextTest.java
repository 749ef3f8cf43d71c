package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a capture or a person writes is shown as text. */
class HostileTextTest {

  static Stream<String> texts() {
    return Stream.of(
        "<script>alert(1)</script>",
        "</title><img src=x onerror=alert(1)>",
        "\" autofocus onfocus=\"alert(1)",
        "' onmouseover='alert(1)",
        "Crude & gas &amp; <b>coal</b>",
        "</textarea><svg/onload=alert(1)>",
        "x".repeat(400),
        "🛢️ pumps 👩🏽‍🔧 on",
        "\u202Eright to left\u202C and שלום",
        "zero\u200Bwidth and a \u00A0 space",
        "${7*7} @if(true) #{x} {{y}} %s %n",
        "javascript:alert(1)");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTitleIsText(String title) throws Exception {
    try (Site site = Site.of(Stories.titled("id", title))) {
      for (String path : new String[] {"/", "/search?highlight=false", "/stories/id"}) {
        String page = site.page(path);
        holdsOurTagsOnly(page);
        assertThat(page).contains(escaped(title));
      }
      JsonNode hit = json(site, "/search").at("/hits/0");
      assertThat(hit.at("/title").asText()).isEqualTo(title);
      assertThat(json(site, "/stories/id").at("/title").asText()).isEqualTo(title);
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTitleIsTextForEveryProgram(String title) throws Exception {
    try (Site site = Site.of(Stories.titled("id", title), Stories.titled("other", "Diesel"))) {
      assertThat(json(site, "/search?format=jsonfeed").at("/items/0/title").asText())
          .isEqualTo(title);
      String row = site.get("/search?format=ndjson").body().lines().findFirst().orElseThrow();
      assertThat(new ObjectMapper().readTree(row).at("/title").asText()).isEqualTo(title);
      assertThat(Csv.parse(site.get("/search?format=csv").body()).get(1)).contains(title);
      for (String format : List.of("rss", "atom")) {
        String xml = site.get("/search?format=" + format).body();
        SyndFeed feed = new SyndFeedInput().build(new StringReader(xml));
        assertThat(feed.getEntries()).extracting(SyndEntry::getTitle).contains(title);
        assertThat(xml).doesNotContain("<script", "<img", "<svg");
      }
      String typed = URLEncoder.encode(title.substring(0, 3), StandardCharsets.UTF_8);
      assertThat(json(site, "/suggest?q=" + typed).at("/1/0").asText()).isEqualTo(title);
      assertThat(json(site, "/stories/other/similar").at("/hits/0/title").asText())
          .isEqualTo(title);
      holdsOurTagsOnly(site.page("/stories/other"));
    }
  }

  @Test
  void noJsonHoldsRawWhatTerminalsObey() throws Exception {
    try (Site site = Site.of(Stories.titled("id", "a\u202Eb\u200Bc\u2066d\u2028e\u0085f"))) {
      for (String path :
          List.of(
              "/search?q=a%E2%80%AEb",
              "/search?format=jsonfeed", "/search?format=ndjson", "/stories/id", "/suggest?q=a")) {
        assertThat(site.get(path).body())
            .as(path)
            .contains("a\\u202eb")
            .doesNotContainPattern("[\\p{Cf}\\u0085\u2028]");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aQueryIsText(String query) throws Exception {
    try (Site site = Site.of(Stories.titled("id", "Crude"))) {
      String search = "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
      for (String path : new String[] {search, search + "&limit=0", search + "+("}) {
        holdsOurTagsOnly(site.page(path));
      }
      assertThat(json(site, search).at("/query/raw").asText()).isEqualTo(query);
    }
  }

  private static JsonNode json(Site site, String path) throws Exception {
    return new ObjectMapper().readTree(site.get(path).body());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static final Pattern TAG_BEGINS = Pattern.compile("<[a-zA-Z/]");
  private static final Pattern OUR_TAG =
      Pattern.compile("</?([a-zA-Z0-9]+)((?:\\s+[a-zA-Z-]+(?:=\"[^\"]*\")?)*)\\s*/?>");

  private static final Pattern OUR_SCRIPT =
      Pattern.compile("<script src=\"/static/wellhead-[0-9a-f]+\\.js\" defer></script>");

  /** Whatever begins like a tag is one of ours, whole, without a handler or a style. */
  private static void holdsOurTagsOnly(String whole) {
    String page = OUR_SCRIPT.matcher(whole).replaceFirst("");
    Matcher tag = OUR_TAG.matcher(page);
    Matcher begins = TAG_BEGINS.matcher(page);
    int count = 0;
    while (begins.find()) {
      assertThat(tag.find(begins.start()) && tag.start() == begins.start())
          .as("a tag at: %.80s", page.substring(begins.start()))
          .isTrue();
      assertThat(tag.group(1)).isNotIn("script", "img", "b", "textarea", "style", "iframe");
      String names = tag.group(2).replaceAll("\"[^\"]*\"", "");
      assertThat(names).doesNotContainPattern("\\s(on[a-z]+|style)\\b");
      count++;
    }
    assertThat(count).isGreaterThan(30);
  }
}
