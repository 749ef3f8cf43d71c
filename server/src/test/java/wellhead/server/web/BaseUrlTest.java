package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a proxy that has us under a path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaseUrlTest {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:href|src|action|formaction)=\"([^\"]*)\"");

  private final Site site =
      Site.of(
          new FakeEngine(List.of(Stories.article(), Stories.titled("h", "href=\"/stories/x\""))),
          WebOptions.DEFAULT.with(URI.create("https://news.example/energy")));

  @AfterAll
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=wind",
        "/search?q=zeppelin&window=7d&source=x",
        "/stories/wind-auction",
        "/stories/h",
        "/nowhere",
        "/search?q=("
      })
  void everyAddressOfAPageIsUnderThePath(String path) {
    Matcher address = ADDRESS.matcher(site.page(path).replaceAll(">[^<]*<", "><"));
    int count = 0;
    while (address.find()) {
      assertThat(address.group(1))
          .matches("/energy/.*|#.*|https://example-energy\\.com/wind-auction");
      count++;
    }
    assertThat(count).isGreaterThan(4);
  }

  @Test
  void whatOnlyLooksLikeAnAddressIsLeftAsItIs() {
    assertThat(site.page("/stories/h")).contains(">href=\"/stories/x\"</h1>");
  }

  @Test
  void aRedirectLeadsUnderThePath() {
    assertThat(site.get("/stories/merged%20away").headers().firstValue("Location"))
        .hasValue("/energy/stories/wind-auction");
  }

  /** Some proxies hand the path on as it came, some take off what they found us by. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/health/live", "/search?format=csv", "/stories/h?format=html", "/opensearch.xml"})
  void isFoundWithThePathAndWithout(String path) {
    assertThat(site.get("/energy" + path).body()).isEqualTo(site.get(path).body());
  }

  @ParameterizedTest
  @CsvSource({"/energy, 200", "/energy/, 200", "/energyx, 404", "/energy/nowhere, 404"})
  void thePathIsTakenOffAsAWhole(String path, int status) {
    assertThat(site.get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void whatAnybodyCanSendIsNotBelieved() {
    try (Site open = Site.of(Stories.article())) {
      String document =
          open.get(
                  "/opensearch.xml",
                  "X-Forwarded-Host",
                  "evil.example",
                  "X-Forwarded-Proto",
                  "https",
                  "Forwarded",
                  "host=evil.example",
                  "X-Forwarded-Prefix",
                  "/evil")
              .body();
      assertThat(document).doesNotContain("evil", "https://127").contains("http://127.0.0.1:");
    }
  }
}
