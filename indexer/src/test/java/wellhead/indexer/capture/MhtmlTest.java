package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.CapturedAt;

/** Pages saved with all their parts in one message. */
class MhtmlTest {
  private static final String URL = "https://www.dockside.example/news/";
  private static final String PAGE = Warc.list("Café Öl Wartet auf die Drei Kähne");
  private static final String SAVED = "Date: Fri, 3 Jul 2026 12:00:00 +0200\r\n";

  private static String message(String fields, String type, String... parts) {
    var text = new StringBuilder("From: \"Saved by a Browser\"\r\n" + fields);
    text.append("MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"==mark\"");
    text.append(type).append("\r\n\r\nThis is a message in several parts.\r\n");
    for (String part : parts) {
      text.append("\r\n--==mark\r\n").append(part);
    }
    return text.append("\r\n--==mark--\r\n").toString();
  }

  private static String html(String fields, String page) {
    return "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        + fields
        + "\r\n"
        + FormatFiles.quotedPrintable(page.getBytes(StandardCharsets.UTF_8));
  }

  private static final String IMAGE =
      "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n";

  private static Capture only(Read read) {
    assertThat(read.rejections()).isEmpty();
    assertThat(read.captures()).hasSize(1);
    return read.captures().getFirst();
  }

  private static String text(Read read) {
    return read.pages().getFirst().replace("\r\n", "\n").strip();
  }

  @Test
  void tellsThePageItsAddressAndWhenItWasSaved() {
    Read read =
        Read.text(
            "a.mht", message(SAVED, "", html("Content-Location: " + URL + "\r\n", PAGE), IMAGE));
    Capture capture = only(read);
    assertThat(text(read)).isEqualTo(PAGE.strip());
    assertThat(capture.url()).isEqualTo(URL);
    assertThat(capture.ref().source()).isEqualTo("dockside.example");
    assertThat(capture.ref().capturedAt())
        .isEqualTo(new CapturedAt(Instant.parse("2026-07-03T10:00:00Z"), CapturedAt.From.RECORD));
  }

  @Test
  void theAddressOfTheSnapshotNamesThePageAmongItsFrames() {
    String frame = html("Content-Location: https://ads.example/\r\n", Warc.list("X Y Z"));
    String page = html("Content-Location: " + URL + "\r\n", PAGE);
    Read read =
        Read.text("a", message("Snapshot-Content-Location: " + URL + "\r\n", "", frame, page));
    assertThat(text(read)).isEqualTo(PAGE.strip());
    assertThat(only(read).url()).isEqualTo(URL);
  }

  @Test
  void theStartThatTheHeaderNamesIsThePage() {
    String frame = html("Content-ID: <frame-1>\r\n", Warc.list("X Y Z"));
    String page = html("Content-ID: <page-1>\r\n", PAGE);
    Read read = Read.text("a", message("", "; start=\"<page-1>\"", frame, page));
    assertThat(text(read)).isEqualTo(PAGE.strip());
  }

  @Test
  void whereNothingNamesItTheFirstInHtmlIsThePage() {
    String lost = "Snapshot-Content-Location: https://elsewhere.example/\r\n";
    Read read =
        Read.text("a", message(lost, "", IMAGE, html("", PAGE), html("", Warc.list("X Y Z"))));
    assertThat(text(read)).isEqualTo(PAGE.strip());
  }

  @Test
  void readsBase64InTheCharsetThatThePartTells() {
    byte[] latin = PAGE.getBytes(Charset.forName("windows-1252"));
    String part =
        "Content-Type: text/html;\r\n\tcharset=\"iso-8859-1\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(latin);
    assertThat(text(Read.text("a", message("", "", part)))).isEqualTo(PAGE.strip());
  }

  @Test
  void readsAMessageThatIsThePageAlone() {
    Read read =
        Read.text(
            "a",
            "From: <Saved by a Browser>\r\n"
                + SAVED
                + "MIME-Version: 1.0\r\nContent-Location:\r\n "
                + URL
                + "\r\n"
                + html("", PAGE));
    assertThat(text(read)).isEqualTo(PAGE.strip());
    assertThat(only(read).url()).isEqualTo(URL);
  }

  @Test
  void isReadInArchivesAndWhereTheUserSaysHtml() {
    String message = message(SAVED, "", html("", PAGE));
    assertThat(Read.bytes("a.gz", Warc.gzip(Warc.utf8(message))).captures()).hasSize(1);
    var html = new CaptureOptions(new CaptureTime.Unsaid(), null, null, null, null, Format.HTML);
    assertThat(only(Read.bytes("a", Warc.utf8(message), html)).ref().capturedAt().instant())
        .isEqualTo("2026-07-03T10:00:00Z");
  }

  @Test
  void saysThatThePageIsCutAndKeepsWhatCame() {
    String message = message(SAVED, "", html("", PAGE));
    Read read = Read.text("a", message.substring(0, message.indexOf("</ul>")));
    assertThat(read.captures()).hasSize(1);
    assertThat(read.rejections()).singleElement().asString().contains("ends within the page");
    String whole = message(SAVED, "", html("", PAGE), IMAGE);
    assertThat(Read.text("a", whole.substring(0, whole.indexOf("iVBOR"))).rejections()).isEmpty();
  }

  @Test
  void aMessageWithoutAPageIsRefusedByName() {
    assertThat(Read.text("a", message(SAVED, "", IMAGE)).rejections())
        .singleElement()
        .asString()
        .contains("no part of it is HTML");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To: a@b.example\r\n",
        "Received: from x by y\r\n",
        "Message-ID: <1@b.example>\r\n",
      })
  void aLetterIsNoPage(String field) {
    assertThat(Read.text("a", message(field, "", html("", PAGE))).rejections())
        .singleElement()
        .asString()
        .contains("mail");
  }
}
