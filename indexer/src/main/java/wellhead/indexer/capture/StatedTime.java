package wellhead.indexer.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.story.Evidence;
import wellhead.story.Interval;

/**
 * A time that was written for machines: ISO 8601 as in JSON and Atom, RFC 822 as in RSS. Its
 * precision is its width; without a zone it is in the source's, else in the widest (UTC+14 to
 * UTC-12).
 *
 * @param published when that is
 * @param evidence {@link Evidence#MACHINE_READABLE} for an instant, {@link Evidence#ABSOLUTE_DATE}
 *     for what a zone or a day leaves open
 */
record StatedTime(Interval published, Evidence evidence) {

  private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);
  private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalEnd()
          .appendPattern("[' '][XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter RFC_822 =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMM ")
          .appendValueReduced(ChronoField.YEAR, 2, 4, LocalDate.of(1970, 1, 1))
          .appendPattern("[ HH:mm[:ss][ XX][ XXX]]")
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{3,9}\\.?,?\\s+(?=\\d)");
  private static final Pattern ZONE_NAME = Pattern.compile("\\s([A-Za-z]{1,4})$");

  /** RFC 822's names; its single letters but Z were given with the wrong sign and mean nothing. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("GMT", "+0000"),
          Map.entry("UTC", "+0000"),
          Map.entry("UT", "+0000"),
          Map.entry("Z", "+0000"),
          Map.entry("EST", "-0500"),
          Map.entry("EDT", "-0400"),
          Map.entry("CST", "-0600"),
          Map.entry("CDT", "-0500"),
          Map.entry("MST", "-0700"),
          Map.entry("MDT", "-0600"),
          Map.entry("PST", "-0800"),
          Map.entry("PDT", "-0700"));

  /** When a change was that is told beside a publication; {@code null} when nobody can read it. */
  static @Nullable Interval changed(@Nullable String text, @Nullable ZoneId zone) {
    return text == null ? null : parse(text, zone).map(StatedTime::published).orElse(null);
  }

  /**
   * Reads a time.
   *
   * @param zone of the source; {@code null} when not known
   * @return empty when it is none of these forms, or outside of {@link Interval#FLOOR} to {@link
   *     Interval#CEILING}
   */
  static Optional<StatedTime> parse(String written, @Nullable ZoneId zone) {
    String text = written.strip();
    return parse(ISO, text, zone).or(() -> parse(RFC_822, rfc822(text), zone));
  }

  private static String rfc822(String text) {
    String plain = WEEKDAY.matcher(text).replaceFirst("").replaceAll("\\s+", " ");
    Matcher name = ZONE_NAME.matcher(plain);
    String offset = name.find() ? ZONES.get(name.group(1).toUpperCase(Locale.ROOT)) : null;
    return offset == null ? plain : plain.substring(0, name.start(1)) + offset;
  }

  private static Optional<StatedTime> parse(
      DateTimeFormatter form, String text, @Nullable ZoneId zone) {
    try {
      TemporalAccessor parsed =
          form.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return Optional.of(
          switch (parsed) {
            case OffsetDateTime at ->
                new StatedTime(Interval.at(at.toInstant()), Evidence.MACHINE_READABLE);
            case LocalDateTime at -> between(at, at, zone);
            case LocalDate day -> between(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), zone);
            default -> throw new DateTimeException("not asked for: " + parsed);
          });
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty(); // not a time, or not one of this form
    }
  }

  private static StatedTime between(LocalDateTime from, LocalDateTime to, @Nullable ZoneId zone) {
    Instant earliest = from.atZone(zone == null ? FIRST : zone).toInstant();
    Instant latest = to.atZone(zone == null ? LAST : zone).toInstant();
    boolean exact = earliest.equals(latest);
    return new StatedTime(
        Interval.between(earliest, latest),
        exact ? Evidence.MACHINE_READABLE : Evidence.ABSOLUTE_DATE);
  }
}
