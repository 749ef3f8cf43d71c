package wellhead.indexer.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import wellhead.story.Evidence;

/**
 * An HTTP response as it was saved: by {@code curl -i}, which leaves out how it was cut into chunks
 * and prints every hop of a redirect, or in a WARC record, which keeps it as it came.
 *
 * @param status of the last hop
 * @param headers by their names in lower case
 * @param body as it was saved
 */
@SuppressWarnings("ArrayRecordComponent") // of two, nobody asks whether they are equal
record SavedResponse(int status, Map<String, String> headers, byte[] body) {

  private static final Pattern STATUS = Pattern.compile("^HTTP/\\d(?:\\.\\d)?[ \\t]+(\\d{3})\\b");
  private static final Pattern CHUNK =
      Pattern.compile("^[0-9a-fA-F]{1,8}[ \\t]*(?:;[^\\r\\n]*)?\\r?\\n");
  private static final Set<String> KNOWN_ENCODINGS = Set.of("gzip", "x-gzip", "deflate", "br");
  private static final int MOST_HOPS = 30;
  private static final Duration MOST_STALE = Duration.ofDays(366);

  /** Static pages with ages are written anew at least as often as their smallest unit turns. */
  private static final Duration MOST_WRITTEN = Duration.ofMinutes(61);

  /**
   * Takes a response apart.
   *
   * @return empty when it has no status line, or its headers do not end
   */
  static Optional<SavedResponse> parse(byte[] bytes) {
    int from = 0;
    for (int hop = 0; hop < MOST_HOPS; hop++) {
      int end = endOfHeaders(bytes, from);
      if (end < 0) {
        return Optional.empty();
      }
      String head = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
      Matcher status = STATUS.matcher(head);
      if (!status.find()) {
        return Optional.empty();
      }
      boolean another =
          STATUS
              .matcher(
                  new String(
                      bytes, end, Math.min(20, bytes.length - end), StandardCharsets.ISO_8859_1))
              .find();
      if (!another) {
        byte[] body = Arrays.copyOfRange(bytes, end, bytes.length);
        return Optional.of(
            new SavedResponse(Integer.parseInt(status.group(1)), headers(head), body));
      }
      from = end;
    }
    return Optional.empty();
  }

  /** Where the body begins; -1 when there is no blank line. */
  private static int endOfHeaders(byte[] bytes, int from) {
    for (int i = from; i + 1 < bytes.length; i++) {
      if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
        return i + 2;
      }
      if (bytes[i] == '\n'
          && i + 2 < bytes.length
          && bytes[i + 1] == '\r'
          && bytes[i + 2] == '\n') {
        return i + 3;
      }
    }
    return -1;
  }

  private static Map<String, String> headers(String head) {
    var headers = new TreeMap<String, String>();
    String name = null;
    for (String line : head.split("\\r?\\n")) {
      int colon = line.indexOf(':');
      if ((line.startsWith(" ") || line.startsWith("\t")) && name != null) {
        headers.merge(name, line.strip(), (a, b) -> a + " " + b);
      } else if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.put(name, line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  /** Whether it is the page that was asked for: 200, or 203 from a proxy that changed it. */
  boolean isPage() {
    return status == 200 || status == 203;
  }

  private String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The media type in lower case, without parameters; empty when it is not told. */
  String mediaType() {
    return mediaType(header("content-type"));
  }

  static String mediaType(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  @Nullable String charset() {
    return charset(header("content-type"));
  }

  static @Nullable String charset(String contentType) {
    Matcher charset =
        Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\"';\\s]+)").matcher(contentType);
    return charset.find() ? charset.group(1) : null;
  }

  /** When the server answered; empty when it does not say so. */
  Optional<Instant> date() {
    return time("date");
  }

  private Optional<Instant> time(String header) {
    return StatedTime.parse(header(header), null)
        .filter(time -> time.evidence() == Evidence.MACHINE_READABLE)
        .map(time -> time.published().start());
  }

  /**
   * How long caches are known to have kept the page: by their own word ({@code Age}), because it
   * was answered for the first time long before it was captured ({@code Date}), or because it was
   * written not long before ({@code Last-Modified}): its ages may be as of then. A page that was
   * written longer ago than {@link #MOST_WRITTEN} is no front page that was stored with its ages;
   * that header then tells of something else.
   *
   * @param capturedAt when it was captured; {@code null} for when it was answered
   */
  Duration staleness(@Nullable Instant capturedAt) {
    Duration stale = age();
    Instant date = date().orElse(null);
    Instant at = capturedAt == null ? date : capturedAt;
    if (at == null) {
      return stale;
    }
    if (date != null) {
      // a server whose clock is wrong by years tells nothing
      stale = longer(stale, Duration.between(date, at), MOST_STALE);
    }
    Instant written = time("last-modified").orElse(at);
    return longer(stale, Duration.between(written, at), MOST_WRITTEN);
  }

  private static Duration longer(Duration stale, Duration since, Duration most) {
    return since.compareTo(stale) > 0 && since.compareTo(most) < 0 ? since : stale;
  }

  private Duration age() {
    String age = header("age");
    if (!age.matches("\\d{1,9}")) {
      return Duration.ZERO;
    }
    Duration told = Duration.ofSeconds(Long.parseLong(age));
    return told.compareTo(MOST_STALE) < 0 ? told : Duration.ZERO;
  }

  /**
   * The body without chunks and compression.
   *
   * @param most how many bytes of it are wanted
   * @param cut whether it is known to end too early: what can be had of it is taken
   * @throws UnreadableBodyException when it is damaged or compressed in a way that is not known
   */
  byte[] decodedBody(int most, boolean cut) throws UnreadableBodyException {
    try {
      return decoded(most, cut);
    } catch (IOException | RuntimeException e) { // what the library says of damage is of many types
      throw new UnreadableBodyException("its body is damaged: it does not unpack as its head says");
    }
  }

  /** A body that cannot be read; the message says why, in words. */
  static final class UnreadableBodyException extends Exception {
    UnreadableBodyException(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  private byte[] decoded(int most, boolean cut) throws IOException, UnreadableBodyException {
    boolean chunked =
        header("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")
            && CHUNK
                .matcher(
                    new String(body, 0, Math.min(body.length, 80), StandardCharsets.ISO_8859_1))
                .find();
    String encoding = header("content-encoding").toLowerCase(Locale.ROOT);
    if (!chunked && !isEncoded(body, encoding)) {
      return body; // curl decodes what it is told to, and leaves the headers as they were
    }
    var message = new ByteArrayOutputStream(body.length + 200);
    message.writeBytes("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
    if (chunked) {
      message.writeBytes("Transfer-Encoding: chunked\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    message.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    message.writeBytes(body);
    byte[] plain = body;
    if (chunked) {
      try (InputStream in = parsed(message.toByteArray()).body().stream()) {
        plain = in.readNBytes(Limits.RECORD_BYTES + 1);
      }
    }
    if (!isEncoded(plain, encoding)) {
      return plain;
    }
    if (!KNOWN_ENCODINGS.contains(encoding)) {
      throw new UnreadableBodyException(
          "its body is compressed as \""
              + encoding
              + "\", which is not read; capture it with: curl -i --compressed");
    }
    return cut && encoding.endsWith("gzip")
        ? unpackedToTheCut(plain, most)
        : unpacked(plain, encoding, most);
  }

  private static byte[] unpacked(byte[] plain, String encoding, int most) throws IOException {
    var message = new ByteArrayOutputStream(plain.length + 200);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: "
            + encoding
            + "\r\nContent-Length: "
            + plain.length
            + "\r\n\r\n";
    message.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    message.writeBytes(plain);
    try (InputStream in = parsed(message.toByteArray()).bodyDecoded().stream()) {
      return in.readNBytes(most);
    }
  }

  /** The library drops what it unpacked just before the end that comes too early. */
  private static byte[] unpackedToTheCut(byte[] gzip, int most) throws IOException {
    var read = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 10];
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      for (int n = in.read(piece); n >= 0 && read.size() < most; n = in.read(piece)) {
        read.write(piece, 0, n);
      }
    } catch (EOFException e) {
      // here it is
    }
    return read.toByteArray();
  }

  private static HttpResponse parsed(byte[] message) throws IOException {
    return HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(message)));
  }

  /** Whether these bytes are in fact encoded as the header says. */
  private static boolean isEncoded(byte[] bytes, String encoding) {
    if (encoding.isEmpty() || encoding.equals("identity") || bytes.length < 2) {
      return false;
    }
    boolean gzip = (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
    return switch (encoding) {
      case "gzip", "x-gzip" -> gzip;
      case "deflate" -> (bytes[0] & 0x0F) == 8 || !isText(bytes);
      default -> !isText(bytes);
    };
  }

  private static boolean isText(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 200); i++) {
      if (bytes[i] >= 0 && bytes[i] < 9) {
        return false;
      }
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
    return head.stripLeading().startsWith("<") || head.stripLeading().startsWith("{");
  }
}
