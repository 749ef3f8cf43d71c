package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.indexer.capture.Warc.ascii;
import static wellhead.indexer.capture.Warc.gzip;
import static wellhead.indexer.capture.Warc.joined;
import static wellhead.indexer.capture.Warc.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.Sighting;

/**
 * Pages as wget 1.21 archives them ({@code --warc-file}), text made from such an archive, and the
 * same pages as files tell the same news when source and capture time are given.
 */
class WgetWarcTest {
  private static final Path PAGES =
      Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")), "testdata", "pages");
  private static final String SITE = "http://127.0.0.1:8701/";
  private static final CaptureOptions SAME =
      new CaptureOptions(
          new CaptureTime.At(Instant.parse("2025-07-08T12:10:00Z")),
          "desk.example",
          null,
          null,
          null,
          Format.AUTO);

  private static final Map<String, String> HTML = new TreeMap<>();

  @BeforeAll
  static void readPages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        HTML.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    HTML.put(
        "dockside.html", text(FormatFiles.all().get("dockside.example_20260703T100000Z.html")));
    assertThat(HTML).hasSizeGreaterThan(8);
  }

  private static String text(byte @Nullable [] utf8) {
    return new String(Objects.requireNonNull(utf8), StandardCharsets.UTF_8);
  }

  /** How a server may send its pages. */
  enum Sending {
    PLAIN("Content-Type: text/html\r\n") {
      @Override
      byte[] body(byte[] page) {
        return page;
      }
    },
    CHUNKED("Content-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n") {
      @Override
      byte[] body(byte[] page) {
        return chunks(page);
      }
    },
    GZIPPED("Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n") {
      @Override
      byte[] body(byte[] page) {
        return gzip(page);
      }
    },
    GZIPPED_IN_CHUNKS(
        "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n") {
      @Override
      byte[] body(byte[] page) {
        return chunks(gzip(page));
      }
    };

    private final String headers;

    Sending(String headers) {
      this.headers = headers;
    }

    abstract byte[] body(byte[] page);

    private static byte[] chunks(byte[] page) {
      var out = new ByteArrayOutputStream();
      for (int from = 0; from < page.length; from += 1000) {
        byte[] chunk = Arrays.copyOfRange(page, from, Math.min(page.length, from + 1000));
        out.writeBytes(
            joined(ascii(Integer.toHexString(chunk.length) + "\r\n"), chunk, ascii("\r\n")));
      }
      out.writeBytes(ascii("0\r\n\r\n"));
      return out.toByteArray();
    }
  }

  /** In wget's order, with its address in angle brackets and its notes at the end. */
  private static Warc archive(Sending sending) {
    Warc warc =
        new Warc()
            .record("warcinfo", "", "application/warc-fields", ascii("software: Wget/1.21.3\r\n"));
    HTML.forEach((name, page) -> {
      String url = "<" + SITE + name + ">";
      warc.record(
          "request",
          url,
          "application/http;msgtype=request",
          ascii("GET /" + name + " HTTP/1.1\r\nHost: 127.0.0.1:8701\r\n\r\n"));
      warc.record(
          "response",
          url,
          "application/http;msgtype=response",
          joined(
              ascii("HTTP/1.1 200 OK\r\n" + sending.headers + "\r\n"), sending.body(utf8(page))));
    });
    String revisited = "HTTP/1.0 200 OK\r\nContent-type: text/html\r\n\r\n";
    return warc.record(
            "revisit", "<" + SITE + ">", "application/http;msgtype=response", ascii(revisited))
        .record("metadata", note("MANIFEST.txt"), "text/plain", ascii("<urn:uuid:0>\n"))
        .record("resource", note("wget_arguments.txt"), "text/plain", ascii("\"--warc-file=a\"\n"))
        .record("resource", note("wget.log"), "text/plain", ascii("2 hours ago Saved a Page\n"));
  }

  private static String note(String name) {
    return "<metadata://gnu.org/software/wget/warc/" + name + ">";
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatThePagesTellAsFiles(Sending sending) {
    Warc warc = archive(sending);
    assertThat(news(Read.bytes("a.warc.gz", warc.gzipByRecord(), SAME))).isEqualTo(newsOfFiles());
    assertThat(news(Read.bytes("a.warc", warc.plain(), SAME))).isEqualTo(newsOfFiles());
  }

  @Test
  void holdsNotesOfWgetsThatAreNoNews() {
    assertThat(Read.bytes("a.warc", archive(Sending.PLAIN).plain()).skipped())
        .contains("revisit record", "metadata record")
        .filteredOn("notes of the program that wrote the file"::equals)
        .hasSize(2);
  }

  /**
   * Bare text does not mark key points, nor days that stand as headings over rows of a time only,
   * and the page's title stands in it as any other line.
   */
  @Test
  void tellsTheSameTitlesTextsAndTimesAsTextMadeFromIt() {
    Warc wet = new Warc();
    HTML.forEach(
        (name, page) -> wet.record("conversion", SITE + name, "text/plain", utf8(lines(page))));
    Map<String, Sighting> texts = byPage(Read.bytes("a.warc.wet.gz", wet.gzipByRecord(), SAME));
    Map<String, Sighting> pages = byPage(asFiles());
    Map<String, Sighting> both = new TreeMap<>(pages);
    both.keySet().retainAll(texts.keySet());
    assertThat(both.keySet().size()).isGreaterThan(pages.size() * 4 / 5);
    assertThat(both.keySet())
        .filteredOn(title -> !isTimeOf(pages.get(title), texts.get(title)))
        .isEmpty();
  }

  /** By the page's name, the title and the text of the article. */
  private static Map<String, Sighting> byPage(Read read) {
    var sightings = new TreeMap<String, Sighting>();
    for (Capture capture : read.captures()) {
      String page = capture.url() == null ? capture.ref().file() : capture.url();
      for (Sighting sighting : CaptureReading.of(capture).sightings()) {
        String name = page.substring(page.lastIndexOf('/') + 1);
        sightings.put(name + ": " + titleAndBody(sighting), sighting);
      }
    }
    return sightings;
  }

  private static boolean isTimeOf(@Nullable Sighting page, @Nullable Sighting text) {
    Interval told = hull(page);
    Interval read = hull(text);
    return told == null || read == null || told.overlaps(read);
  }

  private static Read asFiles() {
    return new Read(
        HTML.entrySet().stream()
            .flatMap(
                page -> Read.bytes(page.getKey(), utf8(page.getValue()), SAME).outcomes().stream())
            .toList());
  }

  private static List<List<Object>> newsOfFiles() {
    return news(asFiles());
  }

  private static List<Sighting> sightings(Read read) {
    return read.captures().stream()
        .flatMap(c -> CaptureReading.of(c).sightings().stream())
        .toList();
  }

  /** Everything told but what follows from the place where it was found. */
  private static List<List<Object>> news(Read read) {
    return sightings(read).stream()
        .map(s ->
            Stream.of(titleAndBody(s), s.line(), s.age(), s.date(), s.published(), s.article())
                .map(part -> (Object) String.valueOf(part))
                .toList())
        .toList();
  }

  private static String titleAndBody(Sighting sighting) {
    return sighting.title() + (sighting.article() == null ? "" : sighting.article().body());
  }

  private static @Nullable Interval hull(@Nullable Sighting sighting) {
    return sighting == null || sighting.published() == null
        ? null
        : sighting.published().under(Rule.HULL).orElse(null);
  }

  /** A line a block, as makers of such text leave a page. */
  private static String lines(String html) {
    var text = new StringBuilder();
    Jsoup.parse(html)
        .traverse(
            new NodeVisitor() {
              @Override
              public void head(Node node, int depth) {
                text.append(
                    node instanceof TextNode words ? words.text() : isBlock(node) ? "\n" : "");
              }

              @Override
              public void tail(Node node, int depth) {
                text.append(isBlock(node) ? "\n" : "");
              }
            });
    return text.toString().replaceAll("[ \\t]*\\n\\s*", "\n").strip() + "\n";
  }

  private static boolean isBlock(Node node) {
    return node instanceof Element element && element.isBlock();
  }
}
