package wellhead.indexer.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;
import wellhead.story.CapturedAt;
import wellhead.story.Evidence;

/**
 * A page that a browser saved with all that it shows in one file, as RFC 2557 has it: a message
 * whose parts are the page, its frames, its styles and its images.
 *
 * <pre>
 * Snapshot-Content-Location   the page's address; where browsers do not write it, its part's own
 * Date                        when it was saved
 * start                       names the part that is the page; else the first in HTML is
 * </pre>
 *
 * @param page its markup, decoded but for its charset
 * @param charset that its part tells; {@code null} when it does not
 * @param url {@code null} when it is not told
 * @param saved {@code null} when it is not told
 * @param cut whether the file ends within the page
 */
@SuppressWarnings("ArrayRecordComponent") // of two, nobody asks whether they are equal
record Mhtml(
    byte[] page,
    @Nullable String charset,
    @Nullable String url,
    @Nullable Instant saved,
    boolean cut) {

  private static final Pattern FIELD = Pattern.compile("^[A-Za-z][A-Za-z0-9-]{0,60}:");
  private static final Pattern END_OF_HEADER = Pattern.compile("\\r?\\n\\r?\\n");
  private static final Pattern VERSION = Pattern.compile("(?im)^MIME-Version:");

  private static final Pattern SEVERAL_PARTS =
      Pattern.compile("(?im)^Content-Type:\\s*multipart/related\\b");

  private static final Pattern ONE_PART =
      Pattern.compile("(?im)^Content-Type:\\s*(?:text/html|application/xhtml\\+xml)\\b");

  private static final Pattern LOCATION =
      Pattern.compile("(?im)^(?:Snapshot-)?Content-Location:\\s*\\S");

  /** What a letter has that was sent to somebody. */
  private static final Pattern SENT =
      Pattern.compile("(?im)^(?:Received|Delivered-To|Return-Path|To|Cc|Message-ID):");

  private static final String SNAPSHOT_LOCATION = "snapshot-content-location";
  private static final String LOCATION_NAME = "content-location";
  private static final String ID = "content-id";
  private static final List<String> PAGES = List.of("text/html", "application/xhtml+xml");
  private static final Pattern START =
      Pattern.compile("(?i);\\s*start\\s*+=\\s*+\"?\\s*+(<[^>\"]{1,1000}>)");

  private static final int LONGEST_HEADER = 1 << 16;
  private static final int MOST_FIELDS = 1_000;

  /** Whether a file begins so. */
  static boolean isAt(String head) {
    if (!FIELD.matcher(head).find()) {
      return false;
    }
    String header = END_OF_HEADER.split(head, 2)[0];
    return VERSION.matcher(header).find()
        && !SENT.matcher(header).find()
        && (SEVERAL_PARTS.matcher(header).find()
            || (ONE_PART.matcher(header).find() && LOCATION.matcher(header).find()));
  }

  /**
   * Reads the page and passes over the rest.
   *
   * @param most bytes of the page; one more is read where it has more
   * @return empty when no part is a page
   */
  static Optional<Mhtml> read(InputStream in, int most) throws IOException {
    try {
      return new Reader(most).read(in);
    } catch (MimeException e) {
      return Optional.empty(); // its own header is none
    }
  }

  private static final class Reader {
    private final int most;
    private final MimeTokenStream parts =
        new MimeTokenStream(
            MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxContentLen(-1)
                .setMaxHeaderLen(LONGEST_HEADER)
                .setMaxHeaderCount(MOST_FIELDS)
                .build());

    private Map<String, String> outer = Map.of();
    private Map<String, String> fields = new HashMap<>();
    private @Nullable Mhtml first;
    private @Nullable String boundary;

    Reader(int most) {
      this.most = most;
    }

    Optional<Mhtml> read(InputStream in) throws IOException, MimeException {
      var read = new Tail(in);
      parts.parse(read);
      for (EntityState state = parts.getState();
          state != EntityState.T_END_OF_STREAM;
          state = parts.next()) {
        switch (state) {
          case T_START_HEADER -> fields = new HashMap<>();
          case T_FIELD -> put(parts.getField());
          case T_END_HEADER -> outer = outer.isEmpty() ? fields : outer;
          case T_BODY -> {
            Mhtml page = page(parts.getBodyDescriptor());
            if (page != null && isRoot()) {
              return Optional.of(page.cut(isCut(read)));
            }
            first = first == null ? page : first;
          }
          case T_START_MULTIPART -> boundary = parts.getBodyDescriptor().getBoundary();
          case T_START_MESSAGE,
              T_END_MESSAGE,
              T_RAW_ENTITY,
              T_END_MULTIPART,
              T_PREAMBLE,
              T_EPILOGUE,
              T_START_BODYPART,
              T_END_BODYPART,
              T_END_OF_STREAM -> {} // nothing of the page
        }
      }
      return Optional.ofNullable(first);
    }

    /** Behind a part that is whole stands another, or the mark of the end. */
    private boolean isCut(Tail read) throws IOException, MimeException {
      String mark = boundary;
      boolean more =
          parts.next() == EntityState.T_END_BODYPART
              && parts.next() == EntityState.T_START_BODYPART;
      return mark != null && !more && !read.ends("--" + mark + "--");
    }

    private void put(Field field) {
      fields.putIfAbsent(field.getName().strip().toLowerCase(Locale.ROOT), field.getBody().strip());
    }

    private @Nullable Mhtml page(BodyDescriptor part) throws IOException {
      if (!PAGES.contains(part.getMimeType().toLowerCase(Locale.ROOT))) {
        return null;
      }
      try (InputStream body = parts.getDecodedInputStream()) {
        return new Mhtml(body.readNBytes(most + 1), charset(), url(), saved(), false);
      }
    }

    /** The library gives us-ascii where nothing is told. */
    private @Nullable String charset() {
      return SavedResponse.charset(fields.getOrDefault("content-type", ""));
    }

    private @Nullable String url() {
      return address(outer.getOrDefault(SNAPSHOT_LOCATION, location()));
    }

    private String location() {
      return fields.getOrDefault(LOCATION_NAME, outer.getOrDefault(LOCATION_NAME, ""));
    }

    /** Long addresses are folded, and by some programs written as words that are not ASCII are. */
    private static @Nullable String address(String told) {
      String plain =
          DecoderUtil.decodeEncodedWords(told, DecodeMonitor.SILENT).replaceAll("[\\s<>]", "");
      return plain.startsWith("http:") || plain.startsWith("https:") ? plain : null;
    }

    private @Nullable Instant saved() {
      return StatedTime.parse(outer.getOrDefault("date", ""), null)
          .filter(time -> time.evidence() == Evidence.MACHINE_READABLE)
          .map(time -> time.published().start())
          .orElse(null);
    }

    private boolean isRoot() {
      var start = START.matcher(outer.getOrDefault("content-type", ""));
      if (start.find()) {
        return start.group(1).equals(fields.get(ID));
      }
      String snapshot = outer.get(SNAPSHOT_LOCATION);
      return snapshot == null || snapshot.equals(fields.get(LOCATION_NAME));
    }
  }

  private Mhtml cut(boolean here) {
    return new Mhtml(page, charset, url, saved, here);
  }

  /** Keeps what was read last. */
  private static final class Tail extends FilterInputStream {
    private static final int KEPT = 4_096;

    private String last = "";

    Tail(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      if (read > 0) {
        int kept = Math.min(read, KEPT);
        String piece = new String(into, from + read - kept, kept, StandardCharsets.ISO_8859_1);
        last = (last + piece).substring(Math.max(0, last.length() + kept - KEPT));
      }
      return read;
    }

    boolean ends(String mark) {
      return last.contains(mark);
    }
  }

  /** What is known of the page with what the message adds. */
  Origin addedTo(Origin origin) {
    Origin located = origin.url() == null ? origin.withUrl(url) : origin;
    Origin decoded = charset == null ? located : located.withCharset(charset);
    return saved == null || decoded.captured().instant() != null
        ? decoded
        : decoded.withCaptured(new CapturedAt(saved, CapturedAt.From.RECORD), decoded.staleness());
  }
}
