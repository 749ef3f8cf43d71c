package wellhead.indexer.capture;

import static wellhead.indexer.capture.Warc.ascii;
import static wellhead.indexer.capture.Warc.gzip;
import static wellhead.indexer.capture.Warc.joined;
import static wellhead.indexer.capture.Warc.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of {@code testdata/formats}, byte for byte: the same front page and the same article in
 * every format that captures come in. {@link FormatFilesTest} holds the folder against them and,
 * with {@code -Dregenerate=true}, writes it.
 */
final class FormatFiles {
  static final String URL = "https://www.dockside.example/news/";
  private static final String LIST =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="CHARSET"><title>Dockside, news for loaders</title>
      <link rel="canonical" href="https://www.dockside.example/news/"></head>
      <body><ul class="news">
      <li><span class="age">25 minutes ago</span> <a href="/news/quay-nine">Quay Nine Takes Its First Café-Fuelled Tanker</a></li>
      <li><span class="age">2 hours ago</span> <a href="/news/pilots">Pilots Ask for Wider Turning Basin at Low Water</a></li>
      <li><span class="age">5 hours ago</span> <a href="/news/bunker">Bunker Prices Slip as Two Suppliers Undercut a Third</a></li>
      <li><span class="age">1 day ago</span> <a href="/news/crane">Crane Drivers’ Vote Leaves Gas Cargo Waiting Offshore</a></li>
      </ul></body></html>
      """;
  private static final String ARTICLE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Pilots Ask for Wider Turning Basin at Low Water</title>
      <link rel="canonical" href="https://www.dockside.example/news/pilots">
      <meta property="article:published_time" content="2026-07-03T07:41:00Z"></head>
      <body><article><h1>Pilots Ask for Wider Turning Basin at Low Water</h1><p class="byline">By Ines Ferro</p>
      <p>The pilots who bring tankers to the eastern quays asked the port on Friday to dredge another forty metres from the turning basin.</p>
      <p>At low water, they said, the largest ships now swing with less room than a bus has in a village street, and each wait costs a tide.</p>
      <p>The port answered that the money is set aside for next year, and that until then three tugs instead of two will be ordered.</p>
      </article></body></html>
      """;
  private static final String TEXT =
      """
      Dockside, news for loaders

      25 minutes ago Quay Nine Takes Its First Café-Fuelled Tanker
      2 hours ago Pilots Ask for Wider Turning Basin at Low Water
      5 hours ago Bunker Prices Slip as Two Suppliers Undercut a Third
      1 day ago Crane Drivers’ Vote Leaves Gas Cargo Waiting Offshore
      """;
  private static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Dockside</title><link>https://www.dockside.example/news/</link><description>News for loaders</description>
      <item><title>Quay Nine Takes Its First Café-Fuelled Tanker</title><link>https://www.dockside.example/news/quay-nine</link>
      <pubDate>Fri, 03 Jul 2026 09:34:10 GMT</pubDate></item>
      <item><title>Pilots Ask for Wider Turning Basin at Low Water</title><link>https://www.dockside.example/news/pilots</link>
      <dc:creator>Ines Ferro</dc:creator><pubDate>Fri, 03 Jul 2026 07:41:00 GMT</pubDate>
      <content:encoded><![CDATA[<p>The pilots who bring tankers to the eastern quays asked the port on Friday to dredge.</p><p>Each wait costs a tide.</p>]]></content:encoded></item>
      <item><link>https://www.dockside.example/news/untitled</link></item>
      </channel></rss>
      """;
  private static final String ATOM =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Dockside</title><id>tag:dockside.example,2026:feed</id>
      <link href="https://www.dockside.example/news/"/><updated>2026-07-03T09:40:00Z</updated>
      <entry><title type="html">Quay Nine Takes Its First &lt;i&gt;Café-Fuelled&lt;/i&gt; Tanker</title><id>tag:dockside.example,2026:1</id>
      <link href="https://www.dockside.example/news/quay-nine"/><published>2026-07-03T11:34:10+02:00</published><updated>2026-07-03T09:50:00Z</updated></entry>
      <entry><title>Bunker Prices Slip as Two Suppliers Undercut a Third</title><id>tag:dockside.example,2026:2</id>
      <link href="https://www.dockside.example/news/bunker"/><updated>2026-07-03T04:58:00Z</updated></entry>
      </feed>
      """;
  private static final String JSON_FEED =
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Dockside", "home_page_url": "https://www.dockside.example/news/",
       "items": [
        {"id": "1", "title": "Quay Nine Takes Its First Café-Fuelled Tanker", "url": "https://www.dockside.example/news/quay-nine",
         "date_published": "2026-07-03T09:34:10Z", "content_text": ""},
        {"id": "2", "title": "Pilots Ask for Wider Turning Basin at Low Water", "url": "https://www.dockside.example/news/pilots",
         "date_published": "2026-07-03T07:41:00Z", "authors": [{"name": "Ines Ferro"}], "content_html": "<p>The pilots asked.</p><p>The port answered.</p>"}]}
      """;
  private static final String JSON_LINES =
      """
      {"title":"Quay Nine Takes Its First Café-Fuelled Tanker","url":"https://www.dockside.example/news/quay-nine","published":"2026-07-03T09:34:10Z","captured_at":"2026-07-03T10:00:00Z"}
      {"title":"Pilots Ask for Wider Turning Basin at Low Water","body":"The pilots asked.\\n\\nThe port answered.","author":"Ines Ferro","takeaways":["Forty metres","Three tugs"],"url":"https://www.dockside.example/news/pilots","published":{"earliest":"2026-07-03T07:41:00Z","latest":"2026-07-03T07:42:00Z"}}
      {"title":"Bunker Prices Slip as Two Suppliers Undercut a Third","source":"dockside.example","published":"2026-07-03"}
      {"title":"Bunker Prices Slip as Two Suppliers Undercut a Third","source":"dockside.example","published":"2026-06-12"}
      {"title":"Nobody’s Story"}
      {"title":"Broken in the Middle","published":"when the tide
      {"title":"Crane Drivers’ Vote Leaves Gas Cargo Waiting Offshore","source":"dockside.example","published":null}
      """;

  private FormatFiles() {}

  /** Their names and bytes. */
  static Map<String, byte[]> all() {
    var all = new TreeMap<String, byte[]>();
    String list = LIST.replace("CHARSET", "utf-8");
    all.put("dockside.example_20260703T100000Z.html", utf8(list));
    all.put("dockside.example_20260703T100000Z.txt", utf8(TEXT));
    all.put(
        "latin1_20260703T100000Z.html",
        LIST.replace("CHARSET", "iso-8859-1").getBytes(Charset.forName("windows-1252")));
    all.put(
        "undeclared_20260703T100000Z.html",
        LIST.replace("<meta charset=\"CHARSET\">", "").getBytes(Charset.forName("windows-1252")));
    all.put("utf16_20260703T100000Z.html", ("\uFEFF" + list).getBytes(StandardCharsets.UTF_16LE));
    all.put("page.http", joined(ascii(http("age: 240\r\n")), utf8(list)));
    all.put("page.mhtml", mhtml(list));
    all.put("feed.rss", utf8(RSS));
    all.put("feed.atom", utf8(ATOM));
    all.put("feed.json", utf8(JSON_FEED));
    all.put("stories.jsonl", utf8(JSON_LINES));
    all.put("stories.jsonl.gz", gzip(utf8(JSON_LINES)));
    all.put("dockside.example_20260703T100000Z.txt.gz", gzip(utf8(TEXT)));
    all.put("pages.warc", warc(list).plain());
    all.put("pages.warc.gz", warc(list).gzipByRecord());
    all.put("whole.warc.gz", gzip(warc(list).plain()));
    all.put("damaged.warc.gz", damaged(warc(list)));
    all.put("pages.wet", wet());
    all.put("captures.zip", zip(list));
    return all;
  }

  /** As browsers of today save it. */
  private static byte[] mhtml(String list) {
    String mark = "----MultipartBoundary--dockside----";
    return ascii(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: "
            + URL
            + "\r\nSubject: Dockside, news for loaders\r\nDate: Fri, 3 Jul 2026 10:00:00 -0000\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
            + "\tboundary=\""
            + mark
            + "\"\r\n\r\n\r\n--"
            + mark
            + "\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
            + "Content-Location: "
            + URL
            + "\r\n\r\n"
            + quotedPrintable(utf8(list))
            + "\r\n--"
            + mark
            + "\r\nContent-Type: text/css\r\nContent-Location: cid:css-1@mhtml.blink\r\n\r\n"
            + ".age { color: gray }\r\n--"
            + mark
            + "--\r\n");
  }

  /** Seventy signs a line. */
  static String quotedPrintable(byte[] bytes) {
    var out = new StringBuilder();
    int column = 0;
    for (byte b : bytes) {
      boolean plain = b == '\n' || (b >= ' ' && b < 0x7F && b != '=');
      if (column > 70 && b != '\n') {
        out.append("=\r\n");
        column = 0;
      }
      String written = plain ? String.valueOf((char) b) : String.format("=%02X", b);
      out.append(b == '\n' ? "\r\n" : written);
      column = b == '\n' ? 0 : column + written.length();
    }
    return out.toString();
  }

  private static String http(String more) {
    return "HTTP/2 200 \r\ndate: Fri, 03 Jul 2026 10:00:00 GMT\r\n"
        + more
        + "content-type: text/html; charset=utf-8\r\n\r\n";
  }

  private static Warc warc(String list) {
    byte[] packed = gzip(utf8(ARTICLE));
    byte[] chunked =
        joined(ascii(Integer.toHexString(packed.length) + "\r\n"), packed, ascii("\r\n0\r\n\r\n"));
    return new Warc()
        .record("warcinfo", "", "application/warc-fields", ascii("software: made by hand\r\n"))
        .record(
            "request",
            URL,
            "application/http; msgtype=request",
            ascii("GET /news/ HTTP/1.1\r\nHost: www.dockside.example\r\n\r\n"))
        .response(
            URL,
            "200 OK",
            "Date: Fri, 03 Jul 2026 09:56:00 GMT\r\nContent-Type: text/html; charset=utf-8\r\n",
            utf8(list))
        .response(
            URL + "pilots",
            "200 OK",
            "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
            chunked)
        .response(
            URL + "gone",
            "404 Not Found",
            "Content-Type: text/html\r\n",
            ascii("<html>gone</html>"))
        .response(URL + "quay.png", "200 OK", "Content-Type: image/png\r\n", ascii("\u0089PNG\r\n"))
        .response(URL + "rss", "200 OK", "Content-Type: application/rss+xml\r\n", utf8(RSS))
        .raw(
            ascii(
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 4000000\r\n\r\nHTTP/1.1 200 OK\r\n\r\ncut short\r\n\r\n"))
        .record(
            "revisit", URL, "application/http; msgtype=response", ascii("HTTP/1.1 200 OK\r\n\r\n"))
        .record("metadata", URL, "application/warc-fields", ascii("outlink: x\r\n"))
        .record("resource", URL + "copy", "text/html; charset=utf-8", utf8(list));
  }

  private static byte[] damaged(Warc warc) {
    byte[][] members = warc.records().stream().map(Warc::gzip).toArray(byte[][]::new);
    byte[] list = members[2];
    list[list.length / 2] ^= 0x55;
    return joined(members);
  }

  private static byte[] wet() {
    return new Warc()
        .record("warcinfo", "", "application/warc-fields", ascii("Software-Info: made by hand\r\n"))
        .record("conversion", URL, "text/plain", utf8(TEXT))
        .record("conversion", URL + "empty", "text/plain", utf8("\n"))
        .plain();
  }

  private static byte[] zip(String list) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      add(zip, "dockside.example/20260703T100000Z.html", utf8(list));
      add(zip, "dockside.example/feed.rss", utf8(RSS));
      add(zip, "../outside.txt", utf8(TEXT));
      add(zip, "pages.warc.gz", warc(list).gzipByRecord());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2026, 7, 3, 10, 0)); // the same bytes whenever it is made
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
