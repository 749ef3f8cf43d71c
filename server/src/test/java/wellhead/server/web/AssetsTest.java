package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetsTest {
  private final Site site = Site.of(Stories.article());
  private final Assets assets = Assets.load();

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void theAddressChangesWithTheContent() {
    assertThat(assets.stylesheet().path()).matches("/static/wellhead-[0-9a-f]{16}\\.css");
    assertThat(assets.icon().path()).matches("/static/wellhead-[0-9a-f]{16}\\.svg");
  }

  @Test
  void mayBeKeptForEver() {
    HttpResponse<String> response = site.get(assets.stylesheet().path());
    assertThat(response.body()).isEqualTo(assets.stylesheet().text());
    assertThat(response.headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
  }

  @Test
  void isNotSentTwice() {
    HttpResponse<String> response =
        site.get(assets.icon().path(), "If-None-Match", assets.icon().etag());
    assertThat(response.statusCode()).isEqualTo(304);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void fetchesNothingFromElsewhere() {
    assertThat(assets.stylesheet().text()).doesNotContain("url(", "@import", "http");
  }
}
