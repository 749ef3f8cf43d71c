package wellhead.indexer.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes WARC records, whole and broken, for tests and for {@code testdata/formats}. */
final class Warc {
  private final List<byte[]> records = new ArrayList<>();

  /** A record of any type. */
  Warc record(String type, String url, String contentType, byte[] body) {
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-0000000000"
            + (10 + records.size())
            + ">\r\nWARC-Date: 2026-07-03T10:00:00Z\r\n"
            + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
            + "Content-Type: "
            + contentType
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return raw(joined(ascii(head), body, ascii("\r\n\r\n")));
  }

  /** A response with its HTTP headers, each ended by CRLF. */
  Warc response(String url, String status, String headers, byte[] body) {
    return record(
        "response",
        url,
        "application/http; msgtype=response",
        joined(ascii("HTTP/1.1 " + status + "\r\n" + headers + "\r\n"), body));
  }

  /** A page of some rows, as a server would send it. */
  Warc page(String url, String html) {
    return response(url, "200 OK", "Content-Type: text/html; charset=utf-8\r\n", utf8(html));
  }

  /** Whatever this is. */
  Warc raw(byte[] bytes) {
    records.add(bytes);
    return this;
  }

  byte[] plain() {
    return joined(records.toArray(byte[][]::new));
  }

  /** A gzip member a record, as the standard recommends. */
  byte[] gzipByRecord() {
    return joined(records.stream().map(Warc::gzip).toArray(byte[][]::new));
  }

  List<byte[]> records() {
    return records;
  }

  static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A front page of three rows of news. */
  static String list(String first) {
    return """
    <!DOCTYPE html><html><head><title>Desk</title></head><body><ul>
    <li>2 hours ago <a href="/a">%s</a></li>
    <li>3 hours ago <a href="/b">Wind Farm Wins a Link to the Grid</a></li>
    <li>1 day ago <a href="/c">Pipeline Restarts After a Long Pause</a></li>
    </ul></body></html>
    """
        .formatted(first);
  }
}
