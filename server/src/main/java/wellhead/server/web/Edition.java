package wellhead.server.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.SearchResults.IndexState;

/**
 * Which answer a request gets, told before it is worked out: the same edition, the same answer. RFC
 * 9110, section 8.8.
 *
 * @param etag weak, since {@code took_ms} differs
 * @param lastModified the second from which on the answer has been this one; {@code null} when the
 *     clock alone may change it
 */
record Edition(String etag, @Nullable Instant lastModified) {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * @param index a generation's number alone is no name: another index may be put in its place
   * @param parts everything else that the answer depends on
   */
  static Edition of(IndexState index, List<String> parts) {
    MessageDigest digest = sha256();
    Stream.concat(
            Stream.of(
                Long.toString(index.generation()),
                index.builtAt().toString(),
                Integer.toString(index.stories())),
            parts.stream())
        .map(part -> part.length() + ":" + part)
        .forEach(part -> digest.update(part.getBytes(StandardCharsets.UTF_8)));
    return of(digest);
  }

  private static Edition of(MessageDigest digest) {
    return new Edition("W/\"" + HexFormat.of().formatHex(digest.digest(), 0, 12) + "\"", null);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The edition of an answer that is worked out already, since that costs next to nothing. */
  static Edition of(byte[] answer) {
    MessageDigest digest = sha256();
    digest.update(answer);
    return of(digest);
  }

  /** The same, said to be so since an instant. */
  Edition since(Instant instant) {
    return new Edition(etag, Instant.ofEpochSecond(instant.getEpochSecond()));
  }

  /**
   * Answers 304 to whoever has this edition already, and tells everybody else its name.
   *
   * @return whether the request is answered
   */
  boolean answersAlready(Context ctx) {
    ctx.header("ETag", etag);
    if (lastModified != null) {
      ctx.header("Last-Modified", httpDate(lastModified));
    }
    if (!isKnown(ctx.header("If-None-Match"), ctx.header("If-Modified-Since"))) {
      return false;
    }
    notModified(ctx);
    return true;
  }

  /**
   * Takes an answer back that was worked out for whoever has any at all: {@code If-None-Match: *}.
   * Whether there is one is not known before. A stream is under way by now and goes on.
   */
  static void answerHolderOfAny(Context ctx) {
    String known = ctx.header("If-None-Match");
    if (known != null
        && known.strip().equals("*")
        && ctx.statusCode() == 200
        && ctx.res().getHeader("ETag") != null
        && !ctx.res().isCommitted()) {
      ctx.result(new byte[0]);
      notModified(ctx);
    }
  }

  private static void notModified(Context ctx) {
    ctx.status(304);
    ctx.res().setContentType(null);
  }

  private boolean isKnown(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {
    if (ifNoneMatch != null) {
      return isAmong(ifNoneMatch, etag);
    }
    // the very date that was given out: an index may be put back to an earlier state
    return lastModified != null
        && ifModifiedSince != null
        && lastModified.equals(instant(ifModifiedSince));
  }

  /**
   * Whether a tag is in a list of them, by weak comparison. {@code *} is another matter: see {@link
   * #answerHolderOfAny}.
   */
  static boolean isAmong(String list, String etag) {
    return Stream.of(list.split(","))
        .map(String::strip)
        .anyMatch(tag -> opaque(tag).equals(opaque(etag)));
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private static String httpDate(Instant instant) {
    return HTTP_DATE.format(instant);
  }

  private static @Nullable Instant instant(String httpDate) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate));
    } catch (DateTimeException e) {
      return null; // RFC 9110: what is no date is not there
    }
  }
}
