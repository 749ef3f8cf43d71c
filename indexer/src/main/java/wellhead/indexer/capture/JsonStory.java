package wellhead.indexer.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.story.Evidence;
import wellhead.story.Interval;

/**
 * A line of JSON Lines: {@code {"title", "body"?, "url"?, "source"?, "author"?, "takeaways"?: [],
 * "published"?, "captured_at"?}}. {@code published} is an instant, a day, or {@code {"earliest",
 * "latest"}} of which one may be missing. A {@code null} is a missing field; other fields are
 * nobody's business here.
 */
final class JsonStory {
  static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.JSON_DEPTH)
                          .maxStringLength(Limits.RECORD_BYTES)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private final JsonNode fields;
  private final @Nullable ZoneId zone;

  private JsonStory(JsonNode fields, @Nullable ZoneId zone) {
    this.fields = fields;
    this.zone = zone;
  }

  /** A line that is no story, and why. */
  static final class NotAStoryException extends Exception {
    private final transient Cause cause;

    NotAStoryException(Cause cause, String reason) {
      super(reason);
      this.cause = cause;
    }

    Cause cause() {
      return cause;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * What a line says.
   *
   * @param told whose it is and when it was captured, as far as the line says so
   */
  record Parsed(Entry entry, Identity.Told told) {}

  /**
   * Reads a line.
   *
   * @param number the line's, from 1
   * @param zone of days and times without one; {@code null} when not known
   */
  static Parsed parse(byte[] line, int number, @Nullable ZoneId zone) throws NotAStoryException {
    JsonNode fields;
    try {
      fields = JSON.readTree(line);
    } catch (StreamConstraintsException e) {
      throw new NotAStoryException(NotJson.beyond(e), "JSON: " + NotJson.said(e));
    } catch (JsonProcessingException e) {
      throw new NotAStoryException(Cause.BAD_JSON, "not JSON: " + where(e));
    } catch (IOException e) {
      throw new NotAStoryException(Cause.BAD_JSON, "not JSON: " + e.getMessage());
    }
    if (fields == null || !fields.isObject()) {
      throw new NotAStoryException(
          Cause.BAD_JSON, "not a JSON object; a line must be like {\"title\":\"...\"}");
    }
    return new JsonStory(fields, zone).parsed(number);
  }

  private static String where(JsonProcessingException e) {
    var at = e.getLocation();
    return at == null ? NotJson.said(e) : NotJson.said(e) + " (column " + at.getColumnNr() + ")";
  }

  private Parsed parsed(int number) throws NotAStoryException {
    String title = CleanText.line(string("title"));
    if (title == null) {
      throw bad("title", "is missing or empty; a story needs one");
    }
    String body = string("body");
    Stated published = published();
    return new Parsed(
        new Entry(
            number,
            title,
            url(),
            CleanText.line(string("author")),
            takeaways(),
            CleanText.block(body),
            published.printed(),
            published.interval(),
            published.evidence(),
            null),
        new Identity.Told(CleanText.line(string("source")), capturedAt()));
  }

  private record Stated(@Nullable String printed, @Nullable Interval interval, Evidence evidence) {
    static final Stated NOTHING = new Stated(null, null, Evidence.NONE);
  }

  private Stated published() throws NotAStoryException {
    JsonNode published = fields.path("published");
    if (isNothing(published)) {
      return Stated.NOTHING;
    }
    if (published.isTextual()) {
      String printed = published.asText();
      StatedTime time = time("published", printed);
      return new Stated(printed, time.published(), time.evidence());
    }
    if (!published.isObject()) {
      throw bad("published", "must be an instant, a day or {\"earliest\",\"latest\"}");
    }
    Instant earliest = end(published, "earliest");
    Instant latest = end(published, "latest");
    if (earliest == null && latest == null) {
      return Stated.NOTHING;
    }
    if (earliest != null && latest != null && earliest.isAfter(latest)) {
      throw bad("published", "ends before it begins: " + earliest + " .. " + latest);
    }
    return new Stated(null, new Interval(earliest, latest), Evidence.MACHINE_READABLE);
  }

  /** An end of an interval: of a day its first or last moment, in the widest zone. */
  private @Nullable Instant end(JsonNode published, String name) throws NotAStoryException {
    JsonNode end = published.path(name);
    if (isNothing(end)) {
      return null;
    }
    if (!end.isTextual()) {
      throw bad("published." + name, "must be an instant or a day");
    }
    Interval told = time("published." + name, end.asText()).published();
    return name.equals("earliest") ? told.start() : told.end();
  }

  private StatedTime time(String field, String written) throws NotAStoryException {
    Optional<StatedTime> time = StatedTime.parse(written, zone);
    if (time.isEmpty()) {
      throw bad(
          field,
          "is no time: \""
              + shortened(written)
              + "\"; it must be like 2025-07-08T07:30:00Z or 2025-07-08");
    }
    return time.get();
  }

  private @Nullable Instant capturedAt() throws NotAStoryException {
    String written = filled(string("captured_at"));
    if (written == null) {
      return null;
    }
    // a stamp without a zone is UTC, as in file names
    Optional<StatedTime> time = StatedTime.parse(written, ZoneOffset.UTC);
    if (time.isEmpty() || !time.get().evidence().equals(Evidence.MACHINE_READABLE)) {
      throw bad(
          "captured_at",
          "is no instant: \"" + shortened(written) + "\"; it must be like 2025-07-08T07:30:00Z");
    }
    return time.get().published().start();
  }

  private @Nullable String url() throws NotAStoryException {
    String written = filled(string("url"));
    if (written == null) {
      return null;
    }
    String url = WebLinks.absolute(written, null);
    if (url == null) {
      throw bad(
          "url",
          "is no web address: \""
              + shortened(written)
              + "\"; it must be like https://example.com/story");
    }
    return url;
  }

  private List<String> takeaways() throws NotAStoryException {
    JsonNode all = fields.path("takeaways");
    if (isNothing(all)) {
      return List.of();
    }
    if (!all.isArray()) {
      throw bad("takeaways", "must be a list of texts");
    }
    var takeaways = new ArrayList<String>();
    for (JsonNode one : all) {
      if (!one.isTextual()) {
        throw bad("takeaways", "must be a list of texts");
      }
      String takeaway = CleanText.line(one.asText());
      if (takeaway != null) {
        takeaways.add(takeaway);
      }
    }
    return takeaways;
  }

  private @Nullable String string(String name) throws NotAStoryException {
    JsonNode value = fields.path(name);
    if (isNothing(value)) {
      return null;
    }
    if (!value.isTextual()) {
      throw bad(name, "must be a text, not " + shortened(value.toString()));
    }
    return value.asText();
  }

  private static boolean isNothing(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static @Nullable String filled(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static NotAStoryException bad(String field, String what) {
    return new NotAStoryException(Cause.BAD_FIELD, field + " " + what);
  }

  private static String shortened(String value) {
    return value.length() <= 60 ? value : value.substring(0, 60) + "...";
  }
}
