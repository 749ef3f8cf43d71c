package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.indexer.capture.Warc.ascii;
import static wellhead.indexer.capture.Warc.gzip;
import static wellhead.indexer.capture.Warc.joined;
import static wellhead.indexer.capture.Warc.utf8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.CapturedAt;

/** Saved HTTP responses, and the charsets of saved pages. */
class SavedPagesTest {
  private static final String HEAD =
      "HTTP/2 200 \r\ndate: Fri, 03 Jul 2026 10:00:00 GMT\r\nage: 600\r\ncontent-type: text/html\r\n";

  @Test
  void datesASavedResponseByItsHeader() {
    Capture capture = Read.text("a", HEAD + "\r\n" + Warc.list("A B C")).captures().getFirst();
    assertThat(capture.ref().capturedAt())
        .isEqualTo(
            new CapturedAt(Instant.parse("2026-07-03T10:00:00Z"), CapturedAt.From.HTTP_DATE));
    assertThat(capture.staleness()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void readsTheLastHopOfARedirect() {
    String hop = "HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n";
    assertThat(Read.text("a", hop + HEAD + "\r\n" + Warc.list("A B C")).pages())
        .containsExactly(Warc.list("A B C"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 Connection established\r\n\r\n",
        "HTTP/1.0 200 Connection established\r\nProxy-Agent: x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/2 103 \r\nlink: </a.css>; rel=preload\r\n\r\n",
        "HTTP/1.1 401 Who\r\nContent-Length: 0\r\n\r\nHTTP/1.1 302 Found\r\nLocation: /\r\n\r\n",
        "HTTP/1.1 301 Moved\nLocation: /x\n\n",
        "HTTP/3 301 \r\nlocation: /x\r\n\r\n",
      })
  void readsBehindWhateverCameBeforeThePage(String before) {
    Read read = Read.text("a", before + HEAD + "\r\n" + Warc.list("A B C"));
    assertThat(read.pages()).containsExactly(Warc.list("A B C"));
    assertThat(read.captures().getFirst().staleness()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void readsABodyThatTheServerCompressedWithBrotli() {
    byte[] head = Warc.utf8(HEAD + "content-encoding: br\r\n\r\n");
    String page = Warc.list("A B C");
    assertThat(Read.bytes("a", Warc.joined(head, brotli(Warc.utf8(page)))).pages())
        .containsExactly(page);
  }

  /** One stored block of RFC 7932, section 9.2, and an empty last one. */
  private static byte[] brotli(byte[] bytes) {
    int block = (bytes.length - 1) << 4 | 1 << 20;
    byte[] begin = {(byte) block, (byte) (block >> 8), (byte) (block >> 16)};
    return Warc.joined(begin, bytes, new byte[] {3});
  }

  @ParameterizedTest
  @CsvSource({
    "zstd, 'its body is compressed as \"zstd\", which is not read; capture it with: curl -i --compressed'",
    "br, 'its body is damaged: it does not unpack as its head says'",
    "gzip, 'its body is damaged: it does not unpack as its head says'",
  })
  void saysWhatToDoAboutABodyThatCannotBeUnpacked(String encoding, String reason) {
    byte[] head = Warc.utf8(HEAD + "content-encoding: " + encoding + "\r\n\r\n");
    byte[] body = {0x1F, (byte) 0x8B, 1, 2, 3, 4, 5, 6};
    assertThat(Read.bytes("a", Warc.joined(head, body)).rejections())
        .extracting(Rejection::reason)
        .containsExactly(reason);
  }

  @Test
  void readsAResponseWhoseLinesEndAsUnixEndsThem() {
    String head = (HEAD + "\r\n").replace("\r\n", "\n");
    assertThat(Read.text("a", head + Warc.list("A B C")).pages())
        .containsExactly(Warc.list("A B C"));
  }

  @Test
  void readsChunksThatCurlWasToldToLeaveAsTheyCame() {
    String page = Warc.list("A B C");
    String chunks =
        Integer.toHexString(10)
            + ";x=y\r\n"
            + page.substring(0, 10)
            + "\r\n"
            + Integer.toHexString(page.length() - 10)
            + "\r\n"
            + page.substring(10)
            + "\r\n0\r\n\r\n";
    String head = HEAD.replace("HTTP/2 200 ", "HTTP/1.1 200 OK") + "Transfer-Encoding: chunked\r\n";
    assertThat(Read.text("a", head + "\r\n" + chunks).pages()).containsExactly(page);
  }

  @Test
  void readsAPageThatAProxyChanged() {
    String head = HEAD.replace("200", "203");
    assertThat(Read.text("a", head + "\r\n" + Warc.list("A B C")).pages()).hasSize(1);
  }

  @Test
  void readsABodyThatCurlDecodedAlreadyAndOneThatItDidNot() {
    String head = HEAD + "content-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n";
    assertThat(Read.text("a", head + Warc.list("A B C")).pages())
        .containsExactly(Warc.list("A B C"));
    assertThat(Read.bytes("a", joined(ascii(head), gzip(utf8(Warc.list("A B C"))))).pages())
        .containsExactly(Warc.list("A B C"));
  }

  @Test
  void rejectsAnAnswerThatIsNoPage() {
    assertThat(Read.text("a", "HTTP/1.1 503 Busy\r\n\r\n" + Warc.list("A")).rejections())
        .singleElement()
        .asString()
        .contains("503");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1252 | <meta charset=windows-1252>",
        "windows-1252 | <meta charset=\"iso-8859-1\">",
        "windows-1252 | ",
        "UTF-8 | ",
        "UTF-8 | <meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">",
        "windows-1251 | <meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        "Shift_JIS | <meta charset=shift_jis>",
        "UTF-8 | <meta charset=x-invented>",
      })
  void readsTheCharsetOffThePage(String charset, String meta) {
    String word =
        charset.equals("windows-1251") ? "Нефть" : charset.equals("Shift_JIS") ? "原油" : "Café’s";
    String page =
        Warc.list(word + " Refiners Wait").replace("<head>", "<head>" + (meta == null ? "" : meta));
    assertThat(Read.bytes("a.html", page.getBytes(Charset.forName(charset))).pages())
        .containsExactly(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"euc-kr", "windows-1251", "iso-8859-1"})
  void readsAPageThatWasConvertedButSaysItWasNot(String meta) {
    String page = Warc.list("Café").replace("<head>", "<head><meta charset=" + meta + ">");
    assertThat(Read.bytes("a.html", utf8(page)).pages()).containsExactly(page);
  }

  @Test
  void readsUtf8OfWhichSomeBytesAreLost() {
    byte[] page = utf8(Warc.list("原油原油原油原油原油原油 Ca_ Refiners Wait"));
    page[new String(page, StandardCharsets.ISO_8859_1).indexOf('_')] = (byte) 0xE9;
    assertThat(Read.bytes("a.html", page).pages().getFirst()).contains("原油 Ca\uFFFD Refiners");
  }

  @Test
  void believesAByteOrderMarkBeforeAnythingElse() {
    String page = "\uFEFF" + Warc.list("Café").replace("<head>", "<head><meta charset=latin1>");
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE}) {
      assertThat(Read.bytes("a.html", page.getBytes(charset)).pages())
          .containsExactly(page.substring(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void readsLinesAndFeedsInTwoBytesACharacter(String charset) {
    String lines = "{\"title\":\"Refiners Wait\",\"published\":\"2026-03-01\"}\n";
    String feed =
        "<?xml version='1.0' encoding='utf-16'?><rss version='2.0'><channel><title>Kestrel</title>"
            + "<item><title>Refiners Wait</title></item></channel></rss>";
    for (String text : new String[] {lines, feed}) {
      byte[] bytes = ("\uFEFF" + text).getBytes(Charset.forName(charset));
      Read read = Read.bytes("a", bytes);
      assertThat(read.rejections()).isEmpty();
      assertThat(read.captures().toString()).contains("Refiners Wait");
    }
  }

  @Test
  void forgivesMarkupASingleBrokenByte() {
    byte[] page =
        utf8(Warc.list("Caf_ Refiners Wait").replace("<head>", "<head><meta charset=utf-8>"));
    page[new String(page, StandardCharsets.UTF_8).indexOf('_')] = (byte) 0xE9;
    assertThat(Read.bytes("a.html", page).pages().getFirst()).contains("Caf\uFFFD Refiners");
  }

  @Test
  void takesTheSourceOffTheCanonicalLinkBeforeTheFileName() {
    String page =
        Warc.list("A B C")
            .replace("<head>", "<head><link rel='canonical' href='https://www.canon.example/x'>");
    assertThat(Read.text("other.example_1.html", page).captures().getFirst().ref().source())
        .isEqualTo("canon.example");
  }

  @Test
  void refusesMarkupThatIsNestedDeeperThanPeopleNest() {
    String deep = "<html><body>" + "<div>".repeat(5_000) + Warc.list("A");
    assertThat(Read.text("a.html", deep).causes()).containsExactly(Cause.TOO_DEEP);
  }

  @Test
  void believesTheUserAboutTheFormat() {
    var options = new CaptureOptions(new CaptureTime.Unsaid(), null, null, null, null, Format.TEXT);
    assertThat(Read.bytes("a", utf8("{\"title\":\"A\"}\n"), options).pages()).hasSize(1);
  }

  @Test
  void rejectsALineThatNobodyWroteAndTakesTheLongestThatFits() {
    String fits = "x".repeat(Limits.TEXT_LINE);
    assertThat(Read.text("a.txt", "2 hours ago Refiners Wait\n" + fits + "\n").captures())
        .hasSize(1);
    assertThat(Read.text("a.txt", fits + "x").causes()).containsExactly(Cause.LINE_TOO_LONG);
    assertThat(Read.text("a.html", "<html><body>" + fits).captures()).hasSize(1);
  }
}
