package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.indexer.capture.Warc.ascii;
import static wellhead.indexer.capture.Warc.gzip;
import static wellhead.indexer.capture.Warc.joined;
import static wellhead.indexer.capture.Warc.utf8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.CapturedAt;

class WarcRecordsTest {
  private static final String URL = "https://www.desk.example/news";
  private static final String PAGE = Warc.list("Refiners Wait");

  @Test
  void saysThatThereIsNothingInAnEmptyFile() {
    var options = new CaptureOptions(new CaptureTime.Unsaid(), null, null, null, null, Format.WARC);
    assertThat(Read.bytes("a.warc", new byte[0], options).outcomes())
        .containsExactly(new Outcome.Empty("a.warc"));
  }

  @Test
  void readsAPageWithTheUrlAndTimeOfItsRecord() {
    Capture capture =
        Read.bytes("a.warc", new Warc().page(URL, PAGE).plain()).captures().getFirst();
    assertThat(capture.url()).isEqualTo(URL);
    assertThat(capture.ref().source()).isEqualTo("desk.example");
    assertThat(capture.ref().record()).isZero();
    assertThat(capture.ref().capturedAt())
        .isEqualTo(
            new CapturedAt(Instant.parse("2026-07-03T10:00:00Z"), CapturedAt.From.WARC_DATE));
    assertThat(capture.content()).isEqualTo(new Content.Page(PAGE, Format.AUTO, URL));
  }

  @Test
  void readsTheSamePlainGzippedByRecordAndGzippedAsAWhole() {
    Warc warc = someRecords();
    Read plain = Read.bytes("a.warc", warc.plain());
    assertThat(plain.captures()).hasSize(3);
    assertThat(Read.bytes("a.warc", warc.gzipByRecord())).isEqualTo(plain);
    assertThat(Read.bytes("a.warc", gzip(warc.plain()))).isEqualTo(plain);
  }

  private static Warc someRecords() {
    return new Warc()
        .record("warcinfo", "", "application/warc-fields", ascii("software: x\r\n"))
        .record(
            "request", URL, "application/http; msgtype=request", ascii("GET / HTTP/1.1\r\n\r\n"))
        .page(URL, PAGE)
        .response(URL, "404 Not Found", "Content-Type: text/html\r\n", ascii("gone"))
        .response(URL, "200 OK", "Content-Type: image/png\r\n", ascii("\u0089PNG"))
        .record("revisit", URL, "application/http; msgtype=response", ascii(""))
        .record("metadata", URL, "application/warc-fields", ascii("a: b\r\n"))
        .record("resource", URL + "/r", "text/html", utf8(PAGE))
        .record("conversion", URL + "/w", "text/plain", utf8("2 hours ago Refiners Wait\n"));
  }

  @Test
  void countsWhatHoldsNoNewsByReason() {
    assertThat(Read.bytes("a.warc", someRecords().plain()).skipped())
        .containsExactly(
            "warcinfo record",
            "request record",
            "HTTP status 404",
            "not a page: image/png",
            "revisit record",
            "metadata record");
  }

  @ParameterizedTest
  @ValueSource(strings = {"28b52ffd00582900", "1f8b080000000000", "425a683931415926"})
  void aPageThatIsPackedUnsaidIsNamedAndNotCountedAsNoPage(String hex) {
    byte[] packed = HexFormat.of().parseHex(hex);
    String headers = "Content-Type: text/html\r\n";
    Warc warc = new Warc().response(URL, "200 OK", headers, packed).page(URL + "/2", PAGE);
    Read read = Read.bytes("a.warc", warc.plain());
    assertThat(read.causes()).containsExactly(Cause.BROKEN);
    assertThat(read.pages()).containsExactly(PAGE);
  }

  @Test
  void decodesChunksAndCompression() {
    byte[] packed = gzip(utf8(PAGE));
    byte[] chunked =
        joined(ascii(Integer.toHexString(packed.length) + "\r\n"), packed, ascii("\r\n0\r\n\r\n"));
    String headers =
        "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n";
    assertThat(
            Read.bytes("a", new Warc().response(URL, "200 OK", headers, chunked).plain()).pages())
        .containsExactly(PAGE);
  }

  @Test
  void decodesTheCharsetOfTheHeader() {
    String page = PAGE.replace("Refiners", "Café");
    byte[] latin = ascii(page);
    String headers = "Content-Type: text/html; charset=ISO-8859-1\r\n";
    assertThat(Read.bytes("a", new Warc().response(URL, "200 OK", headers, latin).plain()).pages())
        .containsExactly(page);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Age: 600 | 600",
        "Date: Fri, 03 Jul 2026 09:50:00 GMT | 600",
        "Date: Fri, 03 Jul 2026 09:50:00 GMT;Age: 900 | 900",
        "Date: Fri, 03 Jul 2026 10:50:00 GMT | 0",
        "Date: Mon, 01 Jan 2001 00:00:00 GMT | 0",
        "Age: -5 | 0",
        "Last-Modified: Fri, 03 Jul 2026 09:35:00 GMT | 1500",
        "Last-Modified: Fri, 03 Jul 2026 09:55:00 GMT;Age: 900 | 900",
        "Last-Modified: Fri, 03 Jul 2026 08:30:00 GMT | 0",
        "Last-Modified: Fri, 03 Jul 2026 10:05:00 GMT | 0",
        "Last-Modified: yesterday | 0",
        "X: y | 0",
      })
  void allowsForThePagesTimeInCaches(String headers, long seconds) {
    String all = headers.replace(";", "\r\n") + "\r\nContent-Type: text/html\r\n";
    Capture capture =
        Read.bytes("a", new Warc().response(URL, "200 OK", all, utf8(PAGE)).plain())
            .captures()
            .getFirst();
    assertThat(capture.staleness()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "'WARC/1.0\r\nWARC-Type: response\r\n\r\nno length\r\n\r\n'",
    "'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\ntoo short\r\n\r\n'",
    "'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 2\r\n\r\ntoo long\r\n\r\n'",
    "'WARC/1.0\r\nContent-Length: 99999999\r\n\r\nfar too short\r\n\r\n'",
    "'WARC/1.0\r\nContent-Length: 7\r\n nonsense\r\n\r\nno type\r\n\r\n'",
    "'nothing at all\r\n\r\n'",
  })
  void losesNoNeighbourOfABrokenRecord(String broken) {
    Warc warc = new Warc().page(URL, PAGE).raw(ascii(broken)).page(URL + "/2", PAGE);
    assertThat(Read.bytes("a.warc", warc.plain()).captures()).hasSize(2);
    assertThat(Read.bytes("a.warc", warc.gzipByRecord()).captures()).hasSize(2);
  }

  @Test
  void losesNoNeighbourOfADamagedGzipMember() {
    Warc warc = new Warc().page(URL, PAGE).page(URL + "/2", PAGE).page(URL + "/3", PAGE);
    byte[] first = gzip(warc.records().get(0));
    byte[] whole = gzip(warc.records().get(1));
    byte[] last = gzip(warc.records().get(2));
    for (int at = 10; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      Read read = Read.bytes("a.warc.gz", joined(first, damaged, last));
      assertThat(read.captures())
          .as("damaged at %d", at)
          .extracting(Capture::url)
          .contains(URL, URL + "/3");
      assertThat(read.pages()).as("damaged at %d", at).containsOnly(PAGE);
      assertThat(read.causes()).as("damaged at %d", at).contains(Cause.BROKEN);
    }
  }

  @Test
  void readsTheNeighboursInAGzippedWholeThatIsDamaged() {
    Warc warc = new Warc();
    for (int i = 0; i < 400; i++) {
      warc.page(URL + "/" + i, Warc.list("Refiners Wait for Cargo " + i));
    }
    byte[] whole = gzip(warc.plain());
    whole[whole.length - 40] ^= 0x55;
    Read read = Read.bytes("a.warc.gz", whole);
    assertThat(read.captures()).hasSizeGreaterThan(350);
    assertThat(read.causes()).contains(Cause.BROKEN);
  }

  @Test
  void readsWhatCameBeforeTheEndOfATruncatedFile() {
    byte[] whole = new Warc().page(URL, PAGE).page(URL + "/2", PAGE).gzipByRecord();
    Read read = Read.bytes("a.warc.gz", Arrays.copyOf(whole, whole.length - 20));
    assertThat(read.captures()).hasSize(1);
    assertThat(read.causes()).containsExactly(Cause.BROKEN);
  }

  @Test
  void rejectsARecordThatIsTooLargeWithoutHoldingItAndGoesOn() {
    byte[] large = new byte[Limits.RECORD_BYTES + 1];
    Arrays.fill(large, (byte) 'x');
    Warc warc = new Warc().record("resource", URL, "text/html", large).page(URL + "/2", PAGE);
    Read read = Read.bytes("a.warc", warc.plain());
    assertThat(read.causes()).containsExactly(Cause.TOO_LARGE);
    assertThat(read.captures()).hasSize(1);
  }

  @Test
  void numbersRecordsFromZeroCountingAll() {
    var numbers = new ArrayList<Integer>();
    Read.bytes("a.warc", someRecords().plain())
        .captures()
        .forEach(capture -> numbers.add(capture.ref().record()));
    assertThat(numbers).containsExactly(2, 7, 8);
  }

  @Test
  void readsAFeedInARecord() {
    String feed =
        "<rss version=\"2.0\"><channel><title>x</title><item><title>A</title></item></channel></rss>";
    byte[] warc =
        new Warc().response(URL, "200 OK", "Content-Type: text/xml\r\n", utf8(feed)).plain();
    assertThat(Read.bytes("a", warc).entries()).extracting(Entry::title).containsExactly("A");
  }

  @Test
  void takesAnAddressInAngleBracketsForOne() {
    byte[] warc = new Warc().page("<" + URL + ">", PAGE).plain();
    assertThat(Read.bytes("a", warc).captures().getFirst().url()).isEqualTo(URL);
  }

  @Test
  void saysThatARecordWasCutAndReadsItAsFarAsItGoes() {
    byte[] packed = gzip(utf8(PAGE));
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    Warc warc =
        new Warc()
            .record(
                "response",
                URL + "\r\nWARC-Truncated: disconnect",
                "application/http; msgtype=response",
                joined(
                    ascii(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
                            + "Content-Length: "
                            + packed.length
                            + "\r\n\r\n"),
                    cut))
            .page(URL + "/2", PAGE);
    Read read = Read.bytes("a.warc", warc.plain());
    assertThat(read.pages().getFirst())
        .startsWith("<!DOCTYPE html>")
        .hasSizeLessThan(PAGE.length());
    assertThat(read.captures()).hasSize(2);
    assertThat(read.outcomes()).contains(new Outcome.Cut("a.warc", 0, "disconnect"));
  }

  @Test
  void readsAPageThatWasDrawnByABrowserOnlyOnce() {
    String first = "<urn:uuid:00000000-0000-4000-8000-000000000010>";
    Warc warc =
        new Warc()
            .page(URL, PAGE)
            .record("request", URL, "application/http", ascii("GET / HTTP/1.1\r\n\r\n"))
            .record("conversion", URL + "\r\nWARC-Refers-To: " + first, "text/html", utf8(PAGE))
            .page(URL + "/2", PAGE);
    Read read = Read.bytes("a.warc", warc.plain());
    assertThat(read.captures()).extracting(c -> c.ref().record()).containsExactly(2, 3);
    assertThat(read.skipped()).containsExactly("request record", "page that was drawn, too");
  }
}
