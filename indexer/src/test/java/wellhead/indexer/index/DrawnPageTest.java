package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.schema.CaptureDocument;

/** What a run says of pages whose rows are drawn by scripts. */
class DrawnPageTest {
  private static final Instant NOW = Instant.parse("2026-07-08T12:00:00Z");
  private static final String SHELL =
      "<!doctype html><html><head><script src=/a.js></script></head><body><div id=root></div></body></html>";
  private static final String DRAWN =
      "<!doctype html><html><body><ul><li>2 hours ago <a href=/a>Refiners Cut Runs After Margins"
          + " Collapse</a><li>3 hours ago <a href=/b>Norway Approves Two Fields in the Barents"
          + " Sea</a></ul></body></html>";

  @TempDir Path temporary;

  private Report run(Path file) throws Exception {
    return new IndexRun(
            temporary.resolve("index"),
            false,
            CaptureOptions.NONE,
            InputStream.nullInputStream(),
            InstantSource.fixed(NOW))
        .run(List.of(file.toString()));
  }

  private static String record(String url, String page) {
    return "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: "
        + url
        + "\r\nWARC-Date: 2026-07-08T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:"
        + new java.util.UUID(1, page.hashCode() + url.hashCode())
        + ">\r\nContent-Type: text/html\r\nContent-Length: "
        + page.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + page
        + "\r\n\r\n";
  }

  @Test
  void namesTheFileAndTheRemedyAndKeepsItInMind() throws Exception {
    Path file = Files.writeString(temporary.resolve("wire.example_20260708T100000Z.html"), SHELL);
    Report report = run(file);
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("wire.example_20260708T100000Z.html: drawn by script")
        .contains("chromium --headless --dump-dom URL > page.html");
    assertThat(Inventory.of(temporary.resolve("index")).captures())
        .singleElement()
        .extracting(CaptureDocument::kind)
        .isEqualTo("drawn_by_script");
  }

  @Test
  void namesTheAddressOfARecord() throws Exception {
    Path file =
        Files.writeString(
            temporary.resolve("a.warc"), record("https://wire.example/news?p=1&q=2", SHELL));
    Report report = run(file);
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .contains("a.warc, record 0: drawn by script")
        .contains("--dump-dom 'https://wire.example/news?p=1&q=2' >");
    assertThat(report.skipped()).containsEntry("drawn by script", 1);
  }

  @Test
  void saysItOnceAFileAndReadsTheOtherRecords() throws Exception {
    String all = "";
    for (int i = 0; i < 3; i++) {
      all += record("https://wire.example/" + i, SHELL);
    }
    Path file =
        Files.writeString(
            temporary.resolve("a.warc"), all + record("https://wire.example/", DRAWN));
    Report report = run(file);
    assertThat(report.headlines()).isEqualTo(2);
    assertThat(report.warnings()).hasSize(1);
    assertThat(report.skipped()).containsEntry("drawn by script", 3);
  }

  @Test
  void anAddressThatAShellWouldObeyIsNotWrittenIntoACommand() throws Exception {
    Path file =
        Files.writeString(
            temporary.resolve("a.html"),
            "<!-- saved from url=(0030)https://wire.example/'$(reboot)' -->\n" + SHELL);
    assertThat(run(file).warnings()).anyMatch(warning -> warning.contains("--dump-dom URL >"));
  }
}
