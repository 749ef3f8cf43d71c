package wellhead.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe-core finds against WCAG 2.2 AA and its best practices. */
class AccessibilityTest {
  @RegisterExtension static final TestdataSite SITE = new TestdataSite();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "search?q=oil",
        "search?q=oil&source=barrelpost.example&match=certain&since=2026-07-01",
        "search?q=pipeline+hydrogen+tanker+libya",
        "search?q=zzyzx",
        "search?q=title:",
        "nowhere",
      })
  void hasNothingAgainst(String path) {
    assertThat(SITE.desktop().go(path).violations()).isEmpty();
  }

  @Test
  void hasNothingAgainstAStory() {
    assertThat(SITE.desktop().search("libya crude").click("ol.hits a.seen").violations()).isEmpty();
  }

  @Test
  void hasNothingAgainstOpenCompletions() {
    Browser page = SITE.desktop().press("ope").await("#completions li");
    assertThat(page.violations()).isEmpty();
  }

  @Test
  void hasNothingAgainstThePageOnAPhoneInTheDark() {
    try (Browser phone = SITE.open(360, 740, true)) {
      phone.prefersDark();
      assertThat(phone.go("search?q=oil").violations()).isEmpty();
      phone.screenshot("phone-dark");
      assertThat(phone.click("ol.hits a.seen").violations()).isEmpty();
      phone.screenshot("phone-dark-story");
    }
  }
}
