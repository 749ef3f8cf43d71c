package wellhead.indexer.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import wellhead.story.CapturedAt;

/**
 * The pages and feeds in WARC records (ISO 28500) and in the WET records made from them. Responses
 * with status 200, resources and conversions are read; all others are skipped and counted.
 */
final class WarcRecords implements Captures {

  /** Media types that pages come in; empty for none told. */
  private static final Set<String> PAGES =
      Set.of("", "text/html", "application/xhtml+xml", "text/plain", "application/octet-stream");

  /** Media types that feeds come in, among other things. */
  private static final Set<String> FEEDS =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/xml",
          "text/xml",
          "application/feed+json",
          "application/json");

  private static final Set<String> KNOWN_TYPES =
      Set.of("warcinfo", "request", "metadata", "revisit", "continuation");

  /** wget keeps its log and arguments as resources under {@code metadata:}, others under a URN. */
  private static final Pattern NOTES = Pattern.compile("^(?i)(?:metadata|urn):");

  /** Where records come from: a file, or the members of a gzip file. */
  @FunctionalInterface
  interface Parts {
    @Nullable WarcFrames next() throws IOException;
  }

  /** What reads a page or feed that was found in a record. */
  @FunctionalInterface
  interface Inner {
    List<Outcome> read(byte[] bytes, Origin origin);
  }

  private final Parts parts;
  private final Origin origin;
  private final Inner inner;
  private final Deque<Outcome> ready = new ArrayDeque<>();
  private @Nullable Held held;
  private @Nullable WarcFrames frames;
  private int number = -1;

  /**
   * A response that waits for whether its page comes once more, as a browser drew it: then only
   * that is read, or each of its rows would be seen twice.
   */
  private record Held(String id, List<Outcome> outcomes) {}

  WarcRecords(Parts parts, Origin origin, Inner inner) {
    this.parts = parts;
    this.origin = origin;
    this.inner = inner;
  }

  @Override
  public @Nullable Outcome next() throws IOException {
    while (ready.isEmpty()) {
      if (frames == null) {
        frames = parts.next();
        if (frames == null) {
          release();
          return ready.isEmpty() ? nothing() : ready.poll();
        }
      }
      WarcFrames.Frame frame = frames.next();
      if (frame == null) {
        frames = null;
        continue;
      }
      number++;
      Origin here = origin.withRecord(number);
      ready.addAll(
          switch (frame) {
            case WarcFrames.Frame.Broken broken -> {
              release();
              yield List.of(rejected(here, broken.cause(), broken.reason()));
            }
            case WarcFrames.Frame.Whole whole -> read(whole.bytes(), here);
          });
    }
    return ready.poll();
  }

  private void release() {
    if (held != null) {
      ready.addAll(held.outcomes());
      held = null;
    }
  }

  /** The end; of a file without a record, that it is empty. */
  private @Nullable Outcome nothing() {
    boolean empty = number < 0;
    number = Math.max(number, 0);
    return empty ? new Outcome.Empty(origin.shown()) : null;
  }

  private List<Outcome> read(byte[] bytes, Origin here) {
    try (var reader = new WarcReader(new ByteArrayInputStream(bytes))) {
      reader.setLenient(true);
      Optional<WarcRecord> record = reader.next();
      return record.isEmpty()
          ? List.of(rejected(here, Cause.BROKEN, "an empty record"))
          : read(record.get(), here);
    } catch (IOException | RuntimeException e) {
      // the library's own way of saying that a header is not one, of many types
      return List.of(rejected(here, Cause.BROKEN, "damaged: its head is not one of a record"));
    }
  }

  private List<Outcome> read(WarcRecord record, Origin here) throws IOException {
    String type = record.headers().first("WARC-Type").orElse("none");
    Origin page = here.withUrl(url(record));
    Instant at = date(record);
    String id = record.headers().first("WARC-Record-ID").orElse("");
    if (isDrawn(record, type)) {
      held = null;
      ready.addAll(skipped("page that was drawn, too"));
    }
    if (!type.equals("request")) {
      release();
    }
    return switch (type) {
      case "response" -> {
        held = new Held(id, response(record, page, at));
        yield List.of();
      }
      case "resource", "conversion" -> {
        if (NOTES.matcher(address(record)).find()) {
          yield skipped("notes of the program that wrote the file");
        }
        String contentType = record.headers().first("Content-Type").orElse("");
        yield payload(
            bytes(record),
            SavedResponse.mediaType(contentType),
            captured(page, at, Duration.ZERO).withCharset(SavedResponse.charset(contentType)));
      }
      default -> skipped(KNOWN_TYPES.contains(type) ? type + " record" : "record of another type");
    };
  }

  /** Whether it is the page of the response that is held. */
  private boolean isDrawn(WarcRecord record, String type) {
    String of = record.headers().first("WARC-Refers-To").orElse("");
    String contentType = record.headers().first("Content-Type").orElse("");
    return type.equals("conversion")
        && SavedResponse.mediaType(contentType).equals("text/html")
        && held != null
        && held.id().equals(of);
  }

  private List<Outcome> response(WarcRecord record, Origin page, @Nullable Instant at)
      throws IOException {
    Optional<SavedResponse> parsed = SavedResponse.parse(bytes(record));
    if (parsed.isEmpty()) {
      return skipped("response that is not HTTP");
    }
    SavedResponse http = parsed.get();
    if (!http.isPage()) {
      return skipped("HTTP status " + http.status());
    }
    Origin dated = captured(page, at, http.staleness(at)).withCharset(http.charset());
    if (!isWanted(http.mediaType())) {
      return notAPage(http.mediaType());
    }
    String cut = record.headers().first("WARC-Truncated").orElse(null);
    try {
      byte[] body = http.decodedBody(Limits.RECORD_BYTES + 1, cut != null);
      List<Outcome> read = payload(body, http.mediaType(), dated);
      return cut == null
          ? read
          : Stream.concat(read.stream(), Stream.of(new Outcome.Cut(origin.shown(), number, cut)))
              .toList();
    } catch (SavedResponse.UnreadableBodyException e) {
      return List.of(rejected(page, Cause.BROKEN, e.reason()));
    }
  }

  private static boolean isWanted(String mediaType) {
    return PAGES.contains(mediaType) || FEEDS.contains(mediaType);
  }

  private List<Outcome> payload(byte[] bytes, String mediaType, Origin here) {
    ContentKind kind = ContentKind.of(bytes);
    boolean wanted =
        switch (kind) {
          case XML_FEED, JSON_FEED -> isWanted(mediaType);
          case PAGE -> PAGES.contains(mediaType);
          case GZIP, ZIP, WARC, HTTP, MHTML, JSON_LINES, JSON_OBJECTS, FOREIGN -> false;
        };
    if (!wanted) {
      boolean packed =
          kind == ContentKind.GZIP || kind == ContentKind.ZIP || Foreign.isPacked(bytes);
      return packed && isPage(mediaType) ? List.of(packed(here)) : notAPage(mediaType);
    }
    List<Outcome> read = inner.read(bytes, here);
    boolean empty = read.size() == 1 && read.getFirst() instanceof Outcome.Empty;
    return empty ? skipped("empty page") : read;
  }

  /** Whether what is said to be of this type is text, however it is packed. */
  private static boolean isPage(String mediaType) {
    return isWanted(mediaType)
        && !mediaType.isEmpty()
        && !mediaType.equals("application/octet-stream");
  }

  private static Outcome packed(Origin here) {
    return rejected(
        here,
        Cause.BROKEN,
        "its page is packed, and its head does not say so, or in a way that is not read; capture it"
            + " anew, unpacked or as gzip");
  }

  private List<Outcome> notAPage(String mediaType) {
    boolean plausible = mediaType.matches("[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,60}");
    return skipped("not a page: " + (plausible ? mediaType : "of no known type"));
  }

  private List<Outcome> skipped(String reason) {
    return List.of(new Outcome.Skipped(origin.shown(), number, reason));
  }

  private static byte[] bytes(WarcRecord record) throws IOException {
    try (InputStream body = record.body().stream()) {
      return body.readNBytes(Limits.RECORD_BYTES + 1);
    }
  }

  private static @Nullable String url(WarcRecord record) {
    return WebLinks.absolute(address(record), null);
  }

  /** Some writers, wget among them, put it in angle brackets. */
  private static String address(WarcRecord record) {
    return record.headers().first("WARC-Target-URI").orElse("").replaceAll("^<|>$", "");
  }

  private static @Nullable Instant date(WarcRecord record) {
    return record
        .headers()
        .first("WARC-Date")
        .flatMap(date -> StatedTime.parse(date, ZoneOffset.UTC))
        .map(time -> time.published().start().truncatedTo(ChronoUnit.SECONDS))
        .orElse(null);
  }

  private static Origin captured(Origin page, @Nullable Instant at, Duration staleness) {
    return at == null
        ? page
        : page.withCaptured(new CapturedAt(at, CapturedAt.From.WARC_DATE), staleness);
  }

  private static Outcome rejected(Origin here, Cause cause, String reason) {
    return new Outcome.Rejected(new Rejection(here.shown(), here.record(), null, cause, reason));
  }
}
