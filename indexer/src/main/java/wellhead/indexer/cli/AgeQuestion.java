package wellhead.indexer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wellhead.story.Rule;

/**
 * One label with what it is to be read against.
 *
 * @param captured {@code null} when not known
 * @param zone {@code null} when not known
 */
record AgeQuestion(
    String text, @Nullable Instant captured, @Nullable ZoneId zone, Rule rule, Shape shape) {

  /** What kind of text it is. */
  enum Shape {
    /** The whole text is the label. */
    LABEL,
    /** A line of a list: label and headline. */
    LINE,
    /** A title: whatever looks like an age in it is none. */
    HEADLINE
  }

  /** A value that cannot be used; the message names the value, the rule and the remedy. */
  static final class UnusableException extends RuntimeException {
    UnusableException(String message) {
      super(message);
    }
  }

  /**
   * Reads {@code {"text","captured","zone","rounding","shape"}}; "captured_at" is the same as
   * "captured", what is missing or null is as in {@code defaults}, other keys are the asker's own.
   *
   * @throws UnusableException when a value is missing or cannot be read
   */
  static AgeQuestion of(JsonNode line, AgeQuestion defaults) {
    if (!line.isObject()) {
      throw new UnusableException(
          "a line must be one JSON object such as {\"text\":\"4 days\"}, not "
              + (line.isMissingNode() ? "empty" : line));
    }
    String text = text(line, "text");
    if (text == null) {
      throw new UnusableException("\"text\" is missing: give the label to read");
    }
    String captured = text(line, "captured");
    String capturedAt = text(line, "captured_at");
    if (captured != null && capturedAt != null && !captured.equals(capturedAt)) {
      throw new UnusableException(
          "\"captured\" and \"captured_at\" contradict each other: give one of them");
    }
    var given =
        of(
            text,
            captured == null ? capturedAt : captured,
            text(line, "zone"),
            text(line, "rounding"),
            text(line, "shape"));
    return new AgeQuestion(
        text,
        given.captured == null ? defaults.captured : given.captured,
        given.zone == null ? defaults.zone : given.zone,
        line.hasNonNull("rounding") ? given.rule : defaults.rule,
        given.shape);
  }

  /**
   * @throws UnusableException when a value cannot be read
   */
  static AgeQuestion of(
      String text,
      @Nullable String captured,
      @Nullable String zone,
      @Nullable String rounding,
      @Nullable String shape) {
    return new AgeQuestion(
        text,
        captured == null ? null : instant(captured),
        zone == null ? null : zone(zone),
        rounding == null ? Rule.HULL : rule(rounding),
        shape == null ? Shape.LABEL : shape(shape));
  }

  private static @Nullable String text(JsonNode line, String key) {
    JsonNode value = line.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new UnusableException("\"" + key + "\" must be a text in quotes, not " + value);
    }
    return value.textValue();
  }

  private static Instant instant(String text) {
    try {
      return inRange(OffsetDateTime.parse(text).toInstant(), text);
    } catch (DateTimeParseException noOffset) {
      try {
        return inRange(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC), text);
      } catch (DateTimeParseException noTime) {
        throw new UnusableException(
            "a capture time must look like 2025-07-08T07:30:00Z (UTC when no zone is given): \""
                + text
                + "\"");
      }
    }
  }

  private static Instant inRange(Instant instant, String text) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1990 || year > 2999) {
      throw new UnusableException(
          "a capture time must lie between 1990 and 2999: \"" + text + "\"");
    }
    return instant;
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new UnusableException(
          "a zone must be an IANA name or an offset such as Europe/London or +02:00: \""
              + text
              + "\"");
    }
  }

  private static Rule rule(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "floor" -> Rule.FLOOR;
      case "round" -> Rule.ROUND;
      case "calendar" -> Rule.CALENDAR;
      case "unknown" -> Rule.HULL;
      default ->
          throw new UnusableException(
              wrongChoice("rounding", List.of("floor", "round", "calendar", "unknown"), text));
    };
  }

  private static Shape shape(String text) {
    List<String> names =
        Arrays.stream(Shape.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
    int index = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new UnusableException(wrongChoice("shape", names, text));
    }
    return Shape.values()[index];
  }

  private static String wrongChoice(String what, List<String> choices, String text) {
    return choices.stream().collect(Collectors.joining(", ", what + " must be one of ", ""))
        + ": \""
        + text
        + "\"";
  }
}
