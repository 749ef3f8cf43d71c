package wellhead.indexer.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.fetch.LoopbackSite.Answer;

class RenderingTest {
  @TempDir Path folder;
  private LoopbackSite site;

  @BeforeEach
  void open() throws IOException {
    site = new LoopbackSite().on("/", Answer.page("ETag: \"v1\"\r\n", "<div id=app></div>"));
  }

  @AfterEach
  void close() throws IOException {
    site.close();
  }

  private String failure(Desk desk) throws Exception {
    return ((CaptureOutcome.Failed) desk.capture(site.at("/"))).reason();
  }

  @Test
  void theDrawnPageLiesBesideWhatWasSent() throws Exception {
    Desk desk = new Desk(folder).drawing("printf '<p>Drawn %s</p>'");
    assertThat(desk.capture(site.at("/"))).isInstanceOf(CaptureOutcome.Page.class);
    Desk.Found sent = Desk.only("response", desk.file());
    Desk.Found drawn = Desk.only("conversion", desk.file());
    assertThat(drawn.text()).isEqualTo("<p>Drawn " + site.at("/") + "</p>");
    assertThat(drawn.headers())
        .containsEntry("WARC-Target-URI", site.at("/").toString())
        .containsEntry("WARC-Refers-To", sent.headers().get("WARC-Record-ID"))
        .containsEntry("WARC-Date", sent.headers().get("WARC-Date"));
  }

  @Test
  void anAddressIsNoPartOfTheCommand() throws Exception {
    Path mark = folder.resolve("mark");
    String evil = "/?q=';touch%20" + mark + ";'$(touch$IFS" + mark + ")";
    site.on(
        site.at(evil).url().encodedPath() + "?" + site.at(evil).url().encodedQuery(),
        Answer.page("<p>News</p>"));
    new Desk(folder).drawing("echo").capture(site.at(evil));
    assertThat(Files.exists(mark)).isFalse();
  }

  @Test
  void aPageThatIsNotThereIsNotDrawn() throws Exception {
    Desk desk = new Desk(folder).drawing("echo drawn");
    site.on("/", Answer.status("404 Not Found"));
    assertThat(failure(desk)).isEqualTo("answered 404 Not Found");
    assertThat(Desk.records(desk.file())).extracting(Desk.Found::type).doesNotContain("conversion");
  }

  @Test
  void whatIsToBeDrawnIsAskedForInFull() throws Exception {
    Desk desk = new Desk(folder).drawing("echo");
    desk.capture(site.at("/"));
    desk.capture(site.at("/"));
    assertThat(site.requests())
        .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("if-none-match"));
  }

  @Test
  void theBrowserWaitsForItsTurn() throws Exception {
    Desk desk = new Desk(folder).ignoringRobots().drawing("echo");
    desk.capture(site.at("/"));
    assertThat(desk.waits).containsExactly(Desk.START.plusSeconds(5));
  }

  @Test
  void aCommandThatFailsIsToldAndThePageKept() throws Exception {
    Desk desk = new Desk(folder).drawing("false");
    assertThat(failure(desk)).isEqualTo("not drawn: the command ended with exit code 1");
    assertThat(Desk.only("response", desk.file()).text()).contains("id=app");
  }

  @Test
  void aCommandThatPrintsNothingIsTold() throws Exception {
    assertThat(failure(new Desk(folder).drawing("true #"))).contains("printed nothing");
  }

  @Test
  void aCommandThatDoesNotEndIsEnded() throws Exception {
    Desk desk = new Desk(folder).ignoringRobots().taking(Duration.ofSeconds(4));
    assertThat(failure(desk.drawing("sleep 600 #"))).contains("more than 4 s");
  }

  @Test
  void aCommandThatPrintsWithoutEndIsTold() throws Exception {
    Desk desk = new Desk(folder).drawing("head -c 3000000 /dev/zero #");
    assertThat(failure(desk)).contains("more than 1 MiB");
  }
}
