package wellhead.indexer.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What the user says about when the captures were taken: the option {@code --captured-at}. */
public sealed interface CaptureTime {

  /** Nothing: the capture itself must tell. */
  record Unsaid() implements CaptureTime {}

  /** At this instant. */
  record At(Instant instant) implements CaptureTime {}

  /** At this moment. */
  record Now(Instant instant) implements CaptureTime {}

  /** When the file was last modified. */
  record ModificationTime() implements CaptureTime {}

  /**
   * Reads {@code now}, {@code mtime}, or an ISO 8601 instant; a date-time without a zone is UTC.
   *
   * @param now what {@code now} means
   * @throws IllegalArgumentException when it is none of these; the message is for the user
   */
  static CaptureTime parse(String value, Instant now) {
    return switch (value) {
      case "now" -> new Now(now);
      case "mtime" -> new ModificationTime();
      default -> new At(believed(instant(value), value, now));
    };
  }

  private static Instant believed(Instant instant, String value, Instant now) {
    var believed = new Believed(now);
    if (!believed.isTime(instant)) {
      throw new IllegalArgumentException(
          "no page was captured then: \"" + value + "\" is " + believed.why(instant));
    }
    return instant;
  }

  private static Instant instant(String value) {
    try {
      String iso = value.trim().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
      return iso.matches(".*T.*([Zz]|[+-]\\d{2}(:?\\d{2})?)$")
          ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "not a capture time: \""
              + value
              + "\"; it must be an instant such as 2025-07-08T07:30:00Z, or now, or mtime",
          e);
    }
  }
}
