package wellhead.indexer.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.fetch.LoopbackSite.Answer;

class PolitenessTest {
  @TempDir Path folder;
  private LoopbackSite site;
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    site = new LoopbackSite().on("/", Answer.page("<p>News</p>"));
    desk = new Desk(folder);
  }

  @AfterEach
  void close() throws IOException {
    site.close();
  }

  private String failure(String path) throws Exception {
    return ((CaptureOutcome.Failed) desk.capture(site.at(path))).reason();
  }

  private static void isPage(CaptureOutcome outcome) {
    assertThat(outcome).isInstanceOf(CaptureOutcome.Page.class);
  }

  @Test
  void theUsualMannersAreThoseOfTheManual() {
    Manners usual = Manners.USUAL;
    assertThat(usual.gap()).isEqualTo(Duration.ofSeconds(5));
    assertThat(usual.connect()).isEqualTo(Duration.ofSeconds(10));
    assertThat(usual.whole()).isEqualTo(Duration.ofSeconds(60));
    assertThat(usual.bodyBytes()).isEqualTo(10 * 1024 * 1024);
    assertThat(usual.redirects()).isEqualTo(5);
  }

  @Test
  void robotsAreAskedForFirstAndOnceADay() throws Exception {
    isPage(desk.capture(site.at("/")));
    desk.later(Duration.ofHours(23));
    isPage(desk.capture(site.at("/")));
    assertThat(site.paths()).containsExactly("/robots.txt", "/", "/");
    desk.later(Duration.ofHours(2));
    isPage(desk.capture(site.at("/")));
    assertThat(site.paths()).endsWith("/robots.txt", "/");
  }

  @Test
  void whatRobotsMayNotHaveIsNotAskedFor() throws Exception {
    site.on("/robots.txt", Answer.text("User-agent: *\nDisallow: /private\n"));
    assertThat(failure("/private/page")).contains("robots.txt", "/private/page");
    assertThat(site.paths()).containsExactly("/robots.txt");
    isPage(desk.capture(site.at("/")));
  }

  @Test
  void ourOwnGroupOfRulesHoldsInPlaceOfThatForAll() throws Exception {
    site.on(
        "/robots.txt",
        Answer.text("User-agent: *\nDisallow: /\n\nUser-agent: Wellhead\nDisallow: /other\n"));
    isPage(desk.capture(site.at("/")));
    assertThat(failure("/other")).contains("robots.txt");
  }

  @Test
  void whoIgnoresRobotsDoesNotAskForThem() throws Exception {
    site.on("/robots.txt", Answer.text("User-agent: *\nDisallow: /\n"));
    desk.ignoringRobots();
    isPage(desk.capture(site.at("/")));
    assertThat(site.paths()).containsExactly("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone"})
  void aSiteWithoutRobotsAllowsEverything(String status) throws Exception {
    site.on("/robots.txt", Answer.status(status));
    isPage(desk.capture(site.at("/")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"500 Oops", "503 Busy", "429 Slow"})
  void aSiteThatCannotTellItsRulesIsLeftForAnotherRun(String status) throws Exception {
    site.on("/robots.txt", Answer.status(status));
    assertThat(failure("/")).contains("robots.txt", status.substring(0, 3), "next run");
    assertThat(site.paths()).containsExactly("/robots.txt");
    site.on("/robots.txt", Answer.text(""));
    isPage(desk.capture(site.at("/")));
  }

  @Test
  void rulesThatMovedAreFollowed() throws Exception {
    site.on("/robots.txt", Answer.redirect("/rules"));
    site.on("/rules", Answer.text("User-agent: *\nDisallow: /\n"));
    assertThat(failure("/")).contains("robots.txt");
  }

  @Test
  void robotsAreOfOneSchemeHostAndPort() throws Exception {
    site.on("/robots.txt", Answer.text("User-agent: *\nDisallow: /\n"));
    try (var other = new LoopbackSite().on("/", Answer.page("<p>More</p>"))) {
      failure("/");
      isPage(desk.capture(other.at("/")));
    }
  }

  @Test
  void fiveSecondsLieBetweenTwoRequestsToAHost() throws Exception {
    site.on("/a", Answer.redirect("/"));
    desk.captureAll(List.of(site.at("/a"), site.at("/")));
    assertThat(site.paths()).containsExactly("/robots.txt", "/a", "/", "/");
    assertThat(desk.waits)
        .containsExactly(
            Desk.START.plusSeconds(5), Desk.START.plusSeconds(10), Desk.START.plusSeconds(15));
  }

  @Test
  void anotherRunWaitsForItsTurnToo() throws Exception {
    desk.capture(site.at("/"));
    desk.later(Duration.ofSeconds(2));
    desk.capture(site.at("/"));
    assertThat(desk.waits).containsExactly(Desk.START.plusSeconds(5), Desk.START.plusSeconds(10));
  }

  @Test
  void aSiteMayAskForMoreTimeBetweenRequests() throws Exception {
    site.on("/robots.txt", Answer.text("User-agent: *\nCrawl-delay: 30\n"));
    desk.captureAll(List.of(site.at("/"), site.at("/?2")));
    assertThat(desk.waits).containsExactly(Desk.START.plusSeconds(30), Desk.START.plusSeconds(60));
  }

  @Test
  void aDelayBeyondPatienceLeavesThePageForAnotherRun() throws Exception {
    site.on("/robots.txt", Answer.text("User-agent: *\nCrawl-delay: 7200\n"));
    assertThat(failure("/")).contains("Crawl-delay", "7200", "2026-07-08T14:00:00Z");
    desk.later(Duration.ofHours(2));
    isPage(desk.capture(site.at("/")));
  }

  @Test
  void aSiteThatAskedToBeLeftAloneIs() throws Exception {
    site.on(
        "/busy", Answer.of("HTTP/1.1 503 Busy\r\nRetry-After: 600\r\nContent-Length: 0\r\n", ""));
    assertThat(failure("/busy")).contains("503");
    int asked = site.requests().size();
    assertThat(failure("/")).contains("Retry-After", "2026-07-08T12:10:05Z");
    assertThat(site.requests()).hasSize(asked);
    desk.later(Duration.ofMinutes(11));
    isPage(desk.capture(site.at("/")));
  }

  @Test
  void retryAfterMayBeADate() throws Exception {
    site.on(
        "/busy",
        Answer.of("HTTP/1.1 429 Slow\r\nRetry-After: Wed, 08 Jul 2026 13:00:00 GMT\r\n", ""));
    failure("/busy");
    assertThat(failure("/")).contains("2026-07-08T13:00:00Z");
  }

  @Test
  void aSiteIsToldWhoAsks() throws Exception {
    desk.capture(site.at("/"));
    assertThat(site.requests())
        .allSatisfy(request ->
            assertThat(request.headers())
                .containsEntry("user-agent", "Wellhead/1.0 (+mailto:desk@example.com)"));
  }

  @Test
  void noCookieIsSentBack() throws Exception {
    site.on("/", Answer.page("Set-Cookie: who=me\r\n", "<p>News</p>"));
    desk.captureAll(List.of(site.at("/"), site.at("/?2")));
    assertThat(site.requests())
        .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("cookie"));
  }

  @Test
  void damagedNotesOfAHostAreForgottenNotFatal() throws Exception {
    desk.capture(site.at("/"));
    java.nio.file.Files.writeString(desk.state.resolve("127.0.0.1.json"), "{\"robots\": 7");
    isPage(desk.capture(site.at("/")));
  }
}
