package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestTest {
  private final Site site =
      Site.of(Stories.titled("a", "OPEC \"trims\" <b>"), Stories.titled("b", "What OPEC wants"));

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void answersInTheFormThatBrowsersTake() {
    var response = site.get("/suggest?q=ope");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/x-suggestions+json");
    assertThat(response.body())
        .isEqualTo("[\"ope\",[\"OPEC \\\"trims\\\" <b>\",\"What OPEC wants\"]]");
  }

  @Test
  void nothingTypedIsNothingToComplete() {
    assertThat(site.get("/suggest?q=zzz").body()).isEqualTo("[\"zzz\",[]]");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(site.get("/suggest?q=ope&page=2").statusCode()).isEqualTo(400);
    assertThat(site.get("/suggest?q=ope&limit=0").statusCode()).isEqualTo(400);
    assertThat(site.get("/suggest?q=%ff").statusCode()).isEqualTo(400);
  }

  @Test
  void givesAsManyAsAskedFor() {
    assertThat(site.get("/suggest?q=ope&limit=1").body()).doesNotContain("wants");
  }
}
