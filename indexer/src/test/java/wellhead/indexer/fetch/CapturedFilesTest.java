package wellhead.indexer.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.fetch.LoopbackSite.Answer;

class CapturedFilesTest {
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

  private CaptureOutcome.Failed failed(CaptureOutcome outcome) {
    assertThat(outcome).isInstanceOf(CaptureOutcome.Failed.class);
    return (CaptureOutcome.Failed) outcome;
  }

  private static byte[] gzip(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void aFileBearsHostAndTimeAndNothingHiddenIsLeft() throws Exception {
    CaptureOutcome outcome = desk.capture(site.at("/"));
    assertThat(((CaptureOutcome.Page) outcome).file()).isEqualTo(desk.file());
    assertThat(desk.file()).hasFileName("127.0.0.1_20260708T120005Z.warc.gz");
    assertThat(Desk.records(desk.file()))
        .extracting(Desk.Found::type)
        .containsExactly("warcinfo", "response", "request");
  }

  @Test
  void aResponseIsKeptAsItCame() throws Exception {
    site.on("/", Answer.page("X-Odd: a\r\nx-odd: b\r\n", "<p>News</p>"));
    desk.capture(site.at("/"));
    Desk.Found response = Desk.only("response", desk.file());
    assertThat(response.text())
        .isEqualTo(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Odd: a\r\n"
                + "x-odd: b\r\nContent-Length: 11\r\n\r\n<p>News</p>");
    assertThat(response.headers())
        .containsEntry("Content-Length", "" + response.body().length)
        .containsEntry("WARC-Target-URI", site.at("/").toString())
        .containsEntry("WARC-Date", "2026-07-08T12:00:05Z")
        .containsEntry("WARC-IP-Address", "127.0.0.1")
        .doesNotContainKey("WARC-Truncated");
  }

  @Test
  void theRequestIsKeptAsItWasSent() throws Exception {
    site.on("/a%20b?c=d", Answer.page("<p>News</p>"));
    desk.capture(site.at("/a%20b?c=d"));
    assertThat(Desk.only("request", desk.file()).text())
        .startsWith("GET /a%20b?c=d HTTP/1.1\r\n")
        .contains("Host: 127.0.0.1:" + site.port(), "User-Agent: Wellhead/1.0")
        .endsWith("\r\n\r\n");
  }

  @Test
  void aPackedBodyStaysPacked() throws Exception {
    byte[] packed = gzip("<p>News</p>");
    site.on(
        "/",
        Answer.of(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                + packed.length
                + "\r\n",
            packed));
    desk.capture(site.at("/"));
    byte[] block = Desk.only("response", desk.file()).body();
    assertThat(block).endsWith(packed);
    assertThat(new String(block, ISO_8859_1)).contains("Content-Encoding: gzip\r\n");
  }

  @Test
  void chunksAreUndoneAndNotPromised() throws Exception {
    site.on(
        "/",
        Answer.of(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n",
            "3\r\n<p>\r\n8\r\nNews</p>\r\n0\r\n\r\n"));
    desk.capture(site.at("/"));
    assertThat(Desk.only("response", desk.file()).text())
        .isEqualTo("HTTP/1.1 200 OK\r\nX-Orig-Transfer-Encoding: chunked\r\n\r\n<p>News</p>");
  }

  @Test
  void redirectsAreFollowedAndRecorded() throws Exception {
    site.on("/a", Answer.redirect("/b")).on("/b", Answer.redirect("/"));
    var page = (CaptureOutcome.Page) desk.capture(site.at("/a"));
    assertThat(page.found()).isEqualTo(site.at("/"));
    assertThat(Desk.records(desk.file()))
        .filteredOn(record -> record.type().equals("response"))
        .extracting(record -> record.headers().get("WARC-Target-URI"))
        .containsExactly(
            site.at("/a").toString(), site.at("/b").toString(), site.at("/").toString());
  }

  @Test
  void aCircleOfRedirectsIsTold() throws Exception {
    site.on("/a", Answer.redirect("/b")).on("/b", Answer.redirect("/a"));
    assertThat(failed(desk.capture(site.at("/a"))).reason()).contains("in a circle", "/a");
    assertThat(site.paths()).containsExactly("/robots.txt", "/a", "/b");
  }

  @Test
  void redirectsWithoutEndAreLeftAfterFive() throws Exception {
    for (int i = 0; i < 9; i++) {
      site.on("/" + i, Answer.redirect("/" + (i + 1)));
    }
    assertThat(failed(desk.capture(site.at("/0"))).reason()).contains("more than 5 times");
    assertThat(site.paths()).endsWith("/5");
    assertThat(desk.file()).exists();
  }

  @Test
  void aRedirectToWhatIsNoWebAddressIsTold() throws Exception {
    site.on("/a", Answer.redirect("file:///etc/passwd"));
    assertThat(failed(desk.capture(site.at("/a"))).reason()).contains("no web address");
  }

  @Test
  void whatHasNotChangedIsNotedByARevisit() throws Exception {
    site.on(
        "/",
        request ->
            "\"v1\"".equals(request.headers().get("if-none-match"))
                ? Answer.of("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n", "")
                : Answer.page("ETag: \"v1\"\r\n", "<p>News</p>"));
    var page = (CaptureOutcome.Page) desk.capture(site.at("/"));
    desk.later(Duration.ofMinutes(30));
    var unchanged = (CaptureOutcome.Unchanged) desk.capture(site.at("/"));
    assertThat(unchanged.since()).isEqualTo("2026-07-08T12:00:05Z");
    assertThat(Desk.only("revisit", unchanged.file()).headers())
        .containsEntry("WARC-Target-URI", site.at("/").toString())
        .containsEntry("WARC-Date", "2026-07-08T12:30:05Z")
        .containsEntry("WARC-Refers-To-Target-URI", site.at("/").toString())
        .containsEntry("WARC-Refers-To-Date", "2026-07-08T12:00:05Z")
        .containsEntry(
            "WARC-Refers-To", Desk.only("response", page.file()).headers().get("WARC-Record-ID"))
        .containsEntry(
            "WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/server-not-modified");
  }

  @Test
  void lastModifiedIsACondition() throws Exception {
    String date = "Wed, 08 Jul 2026 11:00:00 GMT";
    site.on(
        "/",
        request ->
            date.equals(request.headers().get("if-modified-since"))
                ? Answer.of("HTTP/1.1 304 Not Modified\r\n", "")
                : Answer.page("Last-Modified: " + date + "\r\n", "<p>News</p>"));
    desk.capture(site.at("/"));
    assertThat(desk.capture(site.at("/"))).isInstanceOf(CaptureOutcome.Unchanged.class);
  }

  @Test
  void whoseFileIsGoneIsAskedForInFull() throws Exception {
    site.on("/", Answer.page("ETag: \"v1\"\r\n", "<p>News</p>"));
    desk.capture(site.at("/"));
    Files.delete(desk.file());
    desk.capture(site.at("/"));
    assertThat(site.requests().getLast().headers()).doesNotContainKey("if-none-match");
  }

  @Test
  void notModifiedWithoutAConditionIsNoPage() throws Exception {
    site.on("/", Answer.of("HTTP/1.1 304 Not Modified\r\n", ""));
    assertThat(failed(desk.capture(site.at("/"))).reason()).contains("answered 304");
  }

  @Test
  void anErrorIsKeptAndTold() throws Exception {
    var failed = failed(desk.capture(site.at("/gone")));
    assertThat(failed.reason()).isEqualTo("answered 404 Not Found");
    assertThat(failed.file()).isEqualTo(desk.file());
  }

  @Test
  void aHugePageIsCutAndSaidToBe() throws Exception {
    site.on("/", Answer.page("<p>" + "x".repeat(2 << 20)));
    assertThat(failed(desk.capture(site.at("/"))).reason()).startsWith("cut: more was coming");
    Desk.Found response = Desk.only("response", desk.file());
    assertThat(response.headers()).containsEntry("WARC-Truncated", "length");
    assertThat(response.body().length).isBetween(1 << 20, (1 << 20) + 500);
  }

  @Test
  void aBodyThatEndsBeforeItsLengthIsCut() throws Exception {
    site.on("/", Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n", "<p>News</p>"));
    assertThat(failed(desk.capture(site.at("/"))).reason()).startsWith("cut: the connection ended");
    Desk.Found response = Desk.only("response", desk.file());
    assertThat(response.headers()).containsEntry("WARC-Truncated", "disconnect");
    assertThat(response.text()).endsWith("<p>News</p>");
  }

  @Test
  void chunksThatEndTooEarlyAreCut() throws Exception {
    site.on("/", Answer.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n", "99\r\n<p>News"));
    assertThat(failed(desk.capture(site.at("/"))).reason()).startsWith("cut: the connection ended");
  }

  @Test
  void aBodyThatGoesOnPastItsLengthEndsThere() throws Exception {
    site.on("/", Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n", "<p>News</p>"));
    desk.capture(site.at("/"));
    assertThat(Desk.only("response", desk.file()).text()).endsWith("\r\n\r\n<p>News");
  }

  @Test
  void aBodyThatStallsIsCutInTime() throws Exception {
    desk.ignoringRobots().taking(Duration.ofSeconds(4));
    site.on(
        "/", Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n", "<p>News</p>").thenSilence());
    assertThat(failed(desk.capture(site.at("/"))).reason()).startsWith("cut: it took too long");
    assertThat(Desk.only("response", desk.file()).headers())
        .containsEntry("WARC-Truncated", "time");
  }

  @Test
  void aSiteThatSaysNothingIsTold() throws Exception {
    desk.ignoringRobots().taking(Duration.ofMillis(500));
    site.on("/", new Answer(new byte[0], true));
    assertThat(failed(desk.capture(site.at("/"))).reason())
        .startsWith("127.0.0.1 did not answer in time");
    assertThat(desk.files()).isEmpty();
  }

  @Test
  void aSiteThatIsNotThereIsTold() throws Exception {
    WebAddress address = site.at("/");
    site.close();
    assertThat(failed(desk.capture(address)).reason())
        .isEqualTo("nothing answers at 127.0.0.1, port " + site.port());
  }

  @Test
  void whatIsNoHttpIsTold() throws Exception {
    desk.ignoringRobots();
    site.on("/", new Answer("220 mail.example ESMTP\r\n".getBytes(UTF_8), false));
    assertThat(failed(desk.capture(site.at("/"))).reason()).contains("not HTTP");
  }

  @Test
  void aSiteThatHangsUpIsTold() throws Exception {
    desk.ignoringRobots();
    site.on("/", new Answer(new byte[0], false));
    assertThat(failed(desk.capture(site.at("/"))).reason()).contains("broke off");
  }

  @Test
  void aNameWithoutAddressIsTold() throws Exception {
    desk.naming(host -> {
      throw new java.net.UnknownHostException(host);
    });
    assertThat(failed(desk.capture(site.at("nowhere.example", "/"))).reason())
        .isEqualTo("no address is known for nowhere.example");
  }

  @Test
  void oneThatFailsKeepsNoOtherFromBeingCaptured() throws Exception {
    var outcomes = desk.captureAll(List.of(site.at("/gone"), site.at("/"), site.at("/")));
    assertThat(outcomes).hasSize(2);
    assertThat(outcomes.getLast()).isInstanceOf(CaptureOutcome.Page.class);
  }

  @Test
  void challengesAreToldAndNotKept() throws Exception {
    site.on(
        "/",
        Answer.of(
            "HTTP/1.1 403 Forbidden\r\ncf-mitigated: challenge\r\nContent-Length: 0\r\n", ""));
    var failed = failed(desk.capture(site.at("/")));
    assertThat(failed.reason()).contains("a challenge (Cloudflare) in place of the page");
    assertThat(desk.files()).isEmpty();
  }

  @Test
  void aPageOfNothingButAChallengesScriptIsAChallenge() throws Exception {
    site.on("/", Answer.page("<script src=\"https://geo.captcha-delivery.com/c.js\"></script>"));
    assertThat(failed(desk.capture(site.at("/"))).reason()).contains("a challenge (DataDome)");
  }

  @Test
  void aPageOfNewsWithACaptchaInItsFooterIsAPage() throws Exception {
    site.on(
        "/",
        Answer.page(
            "<a href=\"/1\">Oil</a>".repeat(9)
                + "<script src=\"https://www.google.com/recaptcha/api.js\"></script>"));
    assertThat(desk.capture(site.at("/"))).isInstanceOf(CaptureOutcome.Page.class);
  }

  @Test
  void aConsentPageIsToldAndNotAskedFor() throws Exception {
    site.on("/", Answer.redirect("/consent?back=%2F"));
    assertThat(failed(desk.capture(site.at("/"))).reason()).contains("a consent page", "/consent");
    assertThat(site.paths()).doesNotContain("/consent?back=%2F");
    assertThat(desk.files()).isEmpty();
  }
}
