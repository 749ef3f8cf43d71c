package wellhead.indexer.capture;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import wellhead.story.CapturedAt;

/**
 * Reads files as captures, with the options of the run. What a file is, is told by its content,
 * archive by archive and record by record.
 */
public final class CaptureReader {
  private final CaptureOptions options;
  private final InputStream standardInput;
  private final Identity identity;
  private final PageBytes pages;
  private final FeedBytes feeds;
  private final JsonCaptures stories;

  /**
   * @param standardInput what {@link CaptureFile#STANDARD_INPUT} reads; not closed
   * @param now a capture that says it was taken more than a day later is rejected
   */
  public CaptureReader(CaptureOptions options, InputStream standardInput, Instant now) {
    this.options = options;
    this.standardInput = standardInput;
    this.identity = new Identity(options, new Believed(now));
    this.pages = new PageBytes(identity);
    this.feeds = new FeedBytes(identity, options.zone());
    this.stories = new JsonCaptures(identity, options.zone());
  }

  /**
   * The captures in a file. Never throws for what is in the file or for a file that cannot be read:
   * that is said in its outcomes.
   */
  public Captures open(CaptureFile file) {
    try {
      Path path = file.path();
      var in = new CountedStream(path == null ? standardInput : Files.newInputStream(path));
      // a pipe cannot be opened twice
      Path again = path == null || !Files.isRegularFile(path) ? null : path;
      try {
        return new FileCaptures(file, in, open(in, Origin.of(file), again, 0));
      } catch (IOException e) {
        if (path != null) {
          in.close();
        }
        throw e;
      }
    } catch (IOException e) {
      return Captures.of(new Outcome.Rejected(CaptureFiles.rejection(file.shown(), e)));
    }
  }

  /** Turns failures to read into the last outcome of the file. */
  private static final class FileCaptures implements Captures {
    private final CaptureFile file;
    private final CountedStream in;
    private final Captures captures;
    private boolean failed;

    FileCaptures(CaptureFile file, CountedStream in, Captures captures) {
      this.file = file;
      this.in = in;
      this.captures = captures;
    }

    @Override
    public @Nullable Outcome next() {
      try {
        return failed ? null : captures.next();
      } catch (IOException e) {
        failed = true;
        return new Outcome.Rejected(CaptureFiles.rejection(file.shown(), e));
      }
    }

    @Override
    public long position() {
      return Math.max(in.count(), captures.position());
    }

    @Override
    public void close() throws IOException {
      captures.close();
      if (file.path() != null) {
        in.close();
      }
    }
  }

  /**
   * The captures in some bytes.
   *
   * @param path of the file that is nothing but these bytes; {@code null} when there is none that
   *     can be opened again
   * @param depth how many archives they lie in
   */
  private Captures open(InputStream bytes, Origin origin, @Nullable Path path, int depth)
      throws IOException {
    var in = new BufferedInputStream(bytes, ContentKind.HEAD);
    ContentKind kind = kind(in);
    if (kind == ContentKind.PAGE && TextDecoding.isUtf16(in)) {
      return utf16(in, origin);
    }
    if (depth >= Limits.ARCHIVE_DEPTH && (kind == ContentKind.GZIP || kind == ContentKind.ZIP)) {
      return rejected(
          origin, Cause.NESTED_ARCHIVES, "an archive within " + depth + " others; unpack it first");
    }
    return switch (kind) {
      case GZIP -> gzip(new GzipMembers(in), origin, depth);
      case ZIP ->
          path == null
              ? ZipEntries.of(in, origin, (file, inside) -> open(file, inside, null, depth + 1))
              : ZipEntries.of(
                  path, in, origin, (file, inside) -> open(file, inside, null, depth + 1));
      case WARC, HTTP, MHTML, XML_FEED, JSON_FEED, JSON_LINES, JSON_OBJECTS, PAGE, FOREIGN ->
          unpacked(in, kind, origin);
    };
  }

  /** Lines and feeds are told and read in UTF-8; pages are decoded where they are read. */
  private Captures utf16(InputStream in, Origin origin) throws IOException {
    byte[] bytes = in.readNBytes(Limits.RECORD_BYTES + 1);
    if (bytes.length > Limits.RECORD_BYTES) {
      return tooLarge(origin);
    }
    byte[] utf8 = new String(bytes, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8);
    ContentKind kind = ContentKind.of(utf8);
    byte[] read = kind == ContentKind.PAGE || kind == ContentKind.HTTP ? bytes : utf8;
    return unpacked(new BufferedInputStream(new ByteArrayInputStream(read)), kind, origin);
  }

  private static ContentKind kind(BufferedInputStream in) throws IOException {
    in.mark(ContentKind.HEAD);
    byte[] head = new byte[ContentKind.HEAD];
    int got = 0;
    try {
      for (int more = 0; more >= 0 && got < head.length; got += Math.max(0, more)) {
        more = in.read(head, got, head.length - got);
      }
    } catch (EOFException | ZipException e) {
      // damaged near its beginning: what came before tells, and whoever reads it is told again
    }
    in.reset();
    return ContentKind.of(Arrays.copyOf(head, got));
  }

  private Captures gzip(GzipMembers members, Origin origin, int depth) throws IOException {
    InputStream first = members.next();
    if (first == null) {
      return Captures.of(new Outcome.Empty(origin.shown()));
    }
    var head = new BufferedInputStream(first, ContentKind.HEAD);
    if (kind(head) == ContentKind.WARC && isPage(options.format()) == null) {
      return new WarcRecords(new WarcMembers(head, members), origin, this::inRecord);
    }
    return switch (kind(head)) {
      case XML_FEED, JSON_FEED, PAGE, FOREIGN, HTTP, MHTML ->
          wholeMembers(members, head, origin, depth);
      case JSON_LINES, JSON_OBJECTS, GZIP, ZIP, WARC ->
          open(members.concatenated(head), origin, null, depth + 1);
    };
  }

  /** What is read as a whole is read from the members that are whole. */
  private Captures wholeMembers(GzipMembers members, InputStream first, Origin origin, int depth)
      throws IOException {
    GzipMembers.Whole whole = members.whole(first, Limits.RECORD_BYTES + 1);
    Captures read = open(new ByteArrayInputStream(whole.bytes()), origin, null, depth + 1);
    String damage = whole.damage();
    if (damage == null) {
      return read;
    }
    var told = new Rejection(origin.shown(), origin.record(), null, Cause.BROKEN, damage);
    return read.followedBy(new Outcome.Rejected(told));
  }

  private Captures unpacked(BufferedInputStream in, ContentKind kind, Origin origin)
      throws IOException {
    Format page = isPage(options.format());
    if (kind == ContentKind.MHTML && options.format() != Format.TEXT) {
      return mhtml(in, origin);
    }
    if (page != null && kind != ContentKind.HTTP) {
      return page(in, page, origin);
    }
    return switch (options.format()) {
      case WARC -> warc(in, origin);
      case JSONL ->
          kind == ContentKind.JSON_OBJECTS
              ? new JsonObjects(in, origin, stories)
              : jsonLines(in, origin);
      case FEED -> kind == ContentKind.HTTP ? http(in, origin) : feed(in, origin);
      case AUTO, TEXT, HTML ->
          switch (kind) {
            case WARC -> warc(in, origin);
            case HTTP -> http(in, origin);
            case XML_FEED, JSON_FEED -> feed(in, origin);
            case JSON_LINES -> jsonLines(in, origin);
            case JSON_OBJECTS -> new JsonObjects(in, origin, stories);
            case PAGE, FOREIGN, MHTML, GZIP, ZIP -> page(in, Format.AUTO, origin);
          };
    };
  }

  /** The format itself when it is one of pages. */
  private static @Nullable Format isPage(Format format) {
    return format == Format.TEXT || format == Format.HTML ? format : null;
  }

  private Captures warc(InputStream in, Origin origin) {
    var left = new ArrayDeque<WarcFrames>(List.of(new WarcFrames(in, null)));
    return new WarcRecords(left::poll, origin, this::inRecord);
  }

  /** A page or feed that was found in a WARC record. */
  private List<Outcome> inRecord(byte[] bytes, Origin origin) {
    ContentKind kind = ContentKind.of(bytes);
    return kind == ContentKind.XML_FEED || kind == ContentKind.JSON_FEED
        ? feeds.read(bytes, origin)
        : List.of(pages.read(bytes, Format.AUTO, origin));
  }

  private Captures jsonLines(InputStream in, Origin origin) {
    return new JsonLines(in, origin, stories);
  }

  private Captures feed(InputStream in, Origin origin) throws IOException {
    byte[] bytes = in.readNBytes(Limits.RECORD_BYTES + 1);
    return bytes.length > Limits.RECORD_BYTES
        ? tooLarge(origin)
        : Captures.of(feeds.read(bytes, origin));
  }

  private Captures page(InputStream in, Format markup, Origin origin) throws IOException {
    byte[] bytes = in.readNBytes(Limits.RECORD_BYTES + 1);
    return bytes.length > Limits.RECORD_BYTES
        ? tooLarge(origin)
        : Captures.of(pages.read(bytes, markup, origin));
  }

  /** What {@code curl -i} saved: its body is read as if it had come alone, and is dated by it. */
  private Captures http(InputStream in, Origin origin) throws IOException {
    byte[] bytes = in.readNBytes(Limits.RECORD_BYTES + 1);
    if (bytes.length > Limits.RECORD_BYTES) {
      return tooLarge(origin);
    }
    Optional<SavedResponse> parsed = SavedResponse.parse(bytes);
    if (parsed.isEmpty()) {
      return Captures.of(pages.read(bytes, Format.AUTO, origin)); // a page about HTTP, perhaps
    }
    SavedResponse http = parsed.get();
    if (!http.isPage()) {
      return rejected(
          origin, Cause.BROKEN, "the server answered with status " + http.status() + ", no page");
    }
    Origin dated = origin.withCharset(http.charset());
    if (http.date().isPresent()) {
      var captured = new CapturedAt(http.date().get(), CapturedAt.From.HTTP_DATE);
      dated = dated.withCaptured(captured, http.staleness(null));
    }
    byte[] body;
    try {
      body = http.decodedBody(Limits.RECORD_BYTES + 1, false);
    } catch (SavedResponse.UnreadableBodyException e) {
      return rejected(origin, Cause.BROKEN, e.reason());
    }
    if (body.length > Limits.RECORD_BYTES) {
      return tooLarge(origin);
    }
    ContentKind kind = ContentKind.of(body);
    if (kind == ContentKind.HTTP) {
      return Captures.of(pages.read(body, Format.TEXT, dated));
    }
    return unpacked(new BufferedInputStream(new ByteArrayInputStream(body)), kind, dated);
  }

  /** The page in it, whatever else the message holds. */
  private Captures mhtml(InputStream in, Origin origin) throws IOException {
    Optional<Mhtml> read = Mhtml.read(in, Limits.RECORD_BYTES);
    if (read.isEmpty()) {
      return rejected(
          origin, Cause.BROKEN, "a page saved as MHTML, and no part of it is HTML; save it again");
    }
    byte[] page = read.get().page();
    if (page.length > Limits.RECORD_BYTES) {
      return tooLarge(origin);
    }
    Captures all = Captures.of(pages.read(page, Format.HTML, read.get().addedTo(origin)));
    String damage = "it ends within the page: what stood further down is missing; save it again";
    return read.get().cut()
        ? all.followedBy(
            new Outcome.Rejected(
                new Rejection(origin.shown(), origin.record(), null, Cause.BROKEN, damage)))
        : all;
  }

  private static Captures tooLarge(Origin origin) {
    return rejected(
        origin,
        Cause.TOO_LARGE,
        "larger than " + (Limits.RECORD_BYTES >> 20) + " MiB; split it into captures");
  }

  private static Captures rejected(Origin origin, Cause cause, String reason) {
    return Captures.of(
        new Outcome.Rejected(new Rejection(origin.shown(), origin.record(), null, cause, reason)));
  }
}
