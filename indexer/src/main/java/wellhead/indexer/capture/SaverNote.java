package wellhead.indexer.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.story.CapturedAt;

/**
 * What a program that saves pages wrote into the file: the page's address, and when it was saved.
 *
 * <pre>
 * SingleFile   Page saved with SingleFile / url: URL / saved date: Tue Jul 08 2025 07:30:00 GMT+0000 (...)
 * monolith     Saved from URL at 2025-07-08T07:30:00Z using monolith v2
 * HTTrack      Mirrored from HOST/PATH by HTTrack Website Copier/3.x [...], Tue, 08 Jul 2025 07:30:00 GMT
 * browsers     saved from url=(0028)URL
 * </pre>
 *
 * @param url {@code null} when it is not told
 * @param saved {@code null} when it is not told
 */
record SaverNote(@Nullable String url, @Nullable Instant saved) {
  private static final SaverNote NONE = new SaverNote(null, null);

  /** The note stands above the page. */
  private static final int HEAD = 16 << 10;

  private static final String URL = "(?<url>https?://[^\\s<>]{1,2000})";

  private static final Pattern SINGLE_FILE =
      Pattern.compile(
          "Page saved with SingleFile\\s+url:\\s+"
              + URL
              + "\\s+saved date:\\s+(?<time>[^(<\\n]{10,60})");

  private static final Pattern MONOLITH =
      Pattern.compile("<!--\\s*Saved from " + URL + " at (?<time>\\S{10,40}) using monolith");

  private static final Pattern HTTRACK =
      Pattern.compile(
          "<!--\\s*Mirrored from (?<url>[^\\s<>]{1,2000}) (?:by"
              + " HTTrack[^<>]{0,200},\\s*(?=\\w{3},)|at )(?<time>[^<>]{10,60}?)\\s{0,20}-->");

  private static final Pattern BROWSER =
      Pattern.compile("<!--\\s*saved from url=\\(\\d{4}\\)" + URL + "(?<time>)");

  private static final List<DateTimeFormatter> TIMES =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("EEE MMM dd yyyy HH:mm:ss 'GMT'Z", Locale.ENGLISH));

  /** The note in a page; empty fields where it has none. */
  static SaverNote in(String html) {
    String head = html.substring(0, Math.min(html.length(), HEAD));
    for (Pattern saver : List.of(SINGLE_FILE, MONOLITH, HTTRACK, BROWSER)) {
      Matcher note = saver.matcher(head);
      if (note.find()) {
        return new SaverNote(whole(note.group("url")), time(note.group("time").strip()));
      }
    }
    return NONE;
  }

  /** HTTrack writes addresses without their scheme. */
  private static String whole(String url) {
    return url.startsWith("http:") || url.startsWith("https:") ? url : "http://" + url;
  }

  private static @Nullable Instant time(String written) {
    for (DateTimeFormatter format : TIMES) {
      try {
        return OffsetDateTime.parse(written, format).toInstant();
      } catch (DateTimeException e) {
        // another saver's way to write it, or none
      }
    }
    return null;
  }

  /**
   * What is known of a page with what the note adds: a record and an HTTP header tell it better.
   */
  Origin addedTo(Origin origin) {
    Origin located = origin.url() == null ? origin.withUrl(url) : origin;
    return saved == null || located.captured().instant() != null
        ? located
        : located.withCaptured(new CapturedAt(saved, CapturedAt.From.RECORD), located.staleness());
  }
}
