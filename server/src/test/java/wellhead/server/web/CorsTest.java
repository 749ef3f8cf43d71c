package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
  private static final String HOME = "https://dashboard.example";

  @Test
  void nobodysScriptsReadByDefault() {
    try (Site site = Site.of(Stories.article())) {
      HttpResponse<String> response = site.get("/search?q=wind", "Origin", HOME);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().map().keySet())
          .noneMatch(name -> name.startsWith("access-control"));
      assertThat(preflight(site, HOME).statusCode()).isEqualTo(405);
    }
  }

  @Test
  void thoseWhoMayAreToldSoAndOthersAreNot() {
    try (Site site = site(HOME)) {
      HttpResponse<String> response = site.get("/search?q=wind", "Origin", HOME);
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue(HOME);
      assertThat(response.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding, Origin");
      HttpResponse<String> other = site.get("/search?q=wind", "Origin", "https://x.example");
      assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(other.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding, Origin");
      assertThat(preflight(site, "https://x.example").statusCode()).isEqualTo(405);
    }
  }

  @Test
  void theQuestionBeforehandIsAnswered() {
    try (Site site = site(HOME)) {
      HttpResponse<String> answer = preflight(site, HOME);
      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).hasValue("GET, HEAD");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
          .contains("If-None-Match");
    }
  }

  @Test
  void aProblemCanBeReadToo() {
    try (Site site = site(HOME)) {
      HttpResponse<String> response = site.get("/search?nonsense=1", "Origin", HOME);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue(HOME);
    }
  }

  @Test
  void everybodyIsAStar() {
    try (Site site = site("*")) {
      HttpResponse<String> response = site.get("/search?q=wind", "Origin", HOME);
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
      assertThat(response.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dashboard.example", "https://x/", "https://X", "ftp://x", "null", ""})
  void anOriginIsNoAddress(String origin) {
    assertThatThrownBy(() -> new CorsOrigins(List.of(origin)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(origin);
  }

  private static Site site(String origin) {
    return Site.of(
        new FakeEngine(List.of(Stories.article())),
        WebOptions.DEFAULT.with(new CorsOrigins(List.of(origin))));
  }

  private static HttpResponse<String> preflight(Site site, String origin) {
    return site.send(
        "OPTIONS", "/search", "Origin", origin, "Access-Control-Request-Method", "GET");
  }
}
