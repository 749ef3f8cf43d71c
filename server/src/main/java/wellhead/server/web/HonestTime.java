package wellhead.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;

/**
 * When something was published, in words that claim no more than is known.
 *
 * <p>The shown point and its ± together cover the whole interval: a clock time is rounded first and
 * the ± is measured from what is shown. Only beside a bare day is the ± rounded to the nearest
 * hour, for a day has no exact middle.
 *
 * @param words short, for a line of a list: "3 Jul 2026, ± 12 h"
 * @param explanation sentences: the ends, and how they are known
 * @param certainty how much the words claim
 */
record HonestTime(String words, String explanation, Certainty certainty) {

  /** How much is known. */
  enum Certainty {
    /** To the hour or better. */
    EXACT,
    /** Both ends, further apart. */
    ROUGH,
    /** One end only. */
    BOUND,
    /** Nothing. */
    UNDATED;

    /** The name that the stylesheet uses. */
    String cssClass() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Up to this half width, minutes are worth showing. */
  private static final Duration MINUTES_UP_TO = Duration.ofMinutes(90);

  /** Up to this half width, a clock time is worth showing. */
  private static final Duration HOURS_UP_TO = Duration.ofHours(9);

  /** Up to this half width, ± is counted in hours. */
  private static final Duration DAY_IN_HOURS_UP_TO = Duration.ofHours(36);

  /** Up to this half width, a day is worth showing. */
  private static final Duration DAYS_UP_TO = Duration.ofDays(25);

  /** Up to this half width, a month is worth showing. */
  private static final Duration MONTHS_UP_TO = Duration.ofDays(300);

  private static final DateTimeFormatter DAY = format("d MMM uuuu");
  private static final DateTimeFormatter MONTH = format("MMM uuuu");
  private static final DateTimeFormatter YEAR = format("uuuu");
  private static final DateTimeFormatter CLOCK = format("HH:mm");
  private static final DateTimeFormatter ZONE_NAME = format("zzz");

  /**
   * @param published {@code null} when undated
   * @param zone in which days begin and clock times are shown
   */
  static HonestTime of(@Nullable Published published, ZoneId zone) {
    if (published == null) {
      return new HonestTime(
          "undated", "Nothing on its captures tells when it was published.", Certainty.UNDATED);
    }
    Interval interval = published.interval();
    String explanation = ends(interval, zone) + ". " + inUtc(interval, zone) + because(published);
    return new HonestTime(words(interval, zone), explanation, certainty(interval));
  }

  private static String inUtc(Interval interval, ZoneId zone) {
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return "";
    }
    String ends = ends(interval, ZoneOffset.UTC);
    return "In UTC: " + ends.substring(0, 1).toLowerCase(Locale.ENGLISH) + ends.substring(1) + ". ";
  }

  /** The short form for an interval whose evidence is told elsewhere. */
  static String words(Interval interval, ZoneId zone) {
    Instant earliest = interval.earliest();
    Instant latest = interval.latest();
    if (latest == null) {
      return "on or after " + DAY.format(interval.start().atZone(zone));
    }
    if (earliest == null) {
      return "on or before " + DAY.format(interval.end().atZone(zone));
    }
    return between(earliest.atZone(zone), latest.atZone(zone));
  }

  /** Day and clock time, with the zone. */
  static String moment(Instant instant, ZoneId zone) {
    ZonedDateTime at = instant.atZone(zone);
    return DAY.format(at) + ", " + CLOCK.format(at) + " " + zoneName(at);
  }

  /** The day alone. */
  static String day(Instant instant, ZoneId zone) {
    return DAY.format(instant.atZone(zone));
  }

  /** The month alone. */
  static String month(Instant instant, ZoneId zone) {
    return MONTH.format(instant.atZone(zone));
  }

  /** Both ends in words, without a full stop. */
  static String ends(Interval interval, ZoneId zone) {
    Instant earliest = interval.earliest();
    Instant latest = interval.latest();
    if (earliest == null) {
      return "No later than " + moment(interval.end(), zone);
    }
    if (latest == null) {
      return "No earlier than " + moment(interval.start(), zone);
    }
    return earliest.equals(latest)
        ? "At " + moment(earliest, zone)
        : bothEnds(earliest.atZone(zone), latest.atZone(zone));
  }

  /** What both ends share (the day, the zone's name, which summer changes) is said once. */
  private static String bothEnds(ZonedDateTime earliest, ZonedDateTime latest) {
    boolean sameZoneName = zoneName(earliest).equals(zoneName(latest));
    String clock = sameZoneName ? CLOCK.format(earliest) : clock(earliest);
    return earliest.toLocalDate().equals(latest.toLocalDate())
        ? "Between " + clock + " and " + clock(latest) + " on " + DAY.format(latest)
        : "Between "
            + DAY.format(earliest)
            + ", "
            + clock
            + " and "
            + DAY.format(latest)
            + ", "
            + clock(latest);
  }

  private static String between(ZonedDateTime earliest, ZonedDateTime latest) {
    if (sameMinute(earliest, latest)) {
      return clock(earliest) + " on " + DAY.format(earliest);
    }
    if (isWhole(earliest, latest, ChronoUnit.DAYS)) {
      return DAY.format(earliest);
    }
    if (isWhole(earliest, latest, ChronoUnit.MONTHS)) {
      return MONTH.format(earliest);
    }
    return aroundMiddle(earliest, latest);
  }

  private static String aroundMiddle(ZonedDateTime earliest, ZonedDateTime latest) {
    Duration half = Duration.between(earliest, latest).dividedBy(2);
    ZonedDateTime middle = earliest.plus(half);
    if (isAtMost(half, MINUTES_UP_TO)) {
      ZonedDateTime shown = middle.truncatedTo(ChronoUnit.MINUTES);
      return aboutClock(shown) + " (± " + ceil(reach(shown, earliest, latest), 60) + " min)";
    }
    if (isAtMost(half, HOURS_UP_TO)) {
      ZonedDateTime shown = middle.plusMinutes(30).truncatedTo(ChronoUnit.HOURS);
      return aboutClock(shown) + " (± " + ceil(reach(shown, earliest, latest), 3600) + " h)";
    }
    if (isAtMost(half, DAY_IN_HOURS_UP_TO)) {
      return DAY.format(middle) + ", ± " + nearest(half, Duration.ofHours(1)) + " h";
    }
    if (isAtMost(half, DAYS_UP_TO)) {
      return DAY.format(middle) + ", ± " + ceil(half.toSeconds(), 86_400) + " days";
    }
    if (isAtMost(half, MONTHS_UP_TO)) {
      return counted(MONTH.format(middle), ceil(half.toSeconds(), 30 * 86_400), "month");
    }
    return counted(YEAR.format(middle), ceil(half.toSeconds(), 365 * 86_400), "year");
  }

  private static String counted(String shown, long count, String unit) {
    return shown + ", ± " + count + " " + unit + (count == 1 ? "" : "s");
  }

  private static String aboutClock(ZonedDateTime shown) {
    return "about " + clock(shown) + " on " + DAY.format(shown);
  }

  private static String clock(ZonedDateTime at) {
    return CLOCK.format(at) + " " + zoneName(at);
  }

  private static String zoneName(ZonedDateTime at) {
    String name = ZONE_NAME.format(at);
    return name.equals("Z") ? "UTC" : name;
  }

  /** Seconds from what is shown to the farther end. */
  private static long reach(ZonedDateTime shown, ZonedDateTime earliest, ZonedDateTime latest) {
    return Math.max(
        Duration.between(earliest, shown).toSeconds(), Duration.between(shown, latest).toSeconds());
  }

  private static long ceil(long seconds, long unitSeconds) {
    return Math.ceilDiv(seconds, unitSeconds);
  }

  private static long nearest(Duration duration, Duration unit) {
    return duration.plus(unit.dividedBy(2)).dividedBy(unit);
  }

  private static boolean isAtMost(Duration duration, Duration bound) {
    return duration.compareTo(bound) <= 0;
  }

  private static boolean sameMinute(ZonedDateTime earliest, ZonedDateTime latest) {
    return earliest
        .truncatedTo(ChronoUnit.MINUTES)
        .toInstant()
        .equals(latest.truncatedTo(ChronoUnit.MINUTES).toInstant());
  }

  /** From the first second of a calendar unit to its last, or to the first of the next. */
  private static boolean isWhole(ZonedDateTime earliest, ZonedDateTime latest, ChronoUnit unit) {
    LocalDate first = earliest.toLocalDate();
    ZoneId zone = earliest.getZone();
    Instant next = first.plus(1, unit).atStartOfDay(zone).toInstant();
    return (unit == ChronoUnit.DAYS || first.getDayOfMonth() == 1)
        && earliest.toInstant().equals(first.atStartOfDay(zone).toInstant())
        && !latest.toInstant().isBefore(next.minusSeconds(1))
        && !latest.toInstant().isAfter(next);
  }

  private static Certainty certainty(Interval interval) {
    return interval
        .width()
        .map(w -> isAtMost(w, MINUTES_UP_TO.multipliedBy(2)) ? Certainty.EXACT : Certainty.ROUGH)
        .orElse(Certainty.BOUND);
  }

  /** How the interval is known, in whole sentences. */
  static String because(Published published) {
    Rule rule = published.rule();
    return evidence(published.evidence())
        + (rule == null ? "" : " " + rule(rule))
        + (published.conflict() ? " The captures contradict each other." : "");
  }

  private static String evidence(Evidence evidence) {
    return switch (evidence) {
      case RELATIVE_AGE -> "Worked out from the age printed beside it and the time of capture.";
      case ABSOLUTE_DATE -> "From a date printed with it.";
      case MACHINE_READABLE -> "From a time that the page gives for machines.";
      case COMMENT_DATE -> "A comment under it is dated, so it was out by then.";
      case FIRST_SEEN -> "It already stood on its first capture.";
      case LIST_ORDER -> "From its neighbours in a list sorted newest first.";
      case NONE -> throw new IllegalArgumentException("an interval has evidence");
    };
  }

  private static String rule(Rule rule) {
    return switch (rule) {
      case FLOOR -> "This source rounds ages down.";
      case ROUND -> "This source rounds ages to the nearest unit.";
      case CALENDAR -> "This source counts calendar days.";
      case HULL -> "How this source rounds ages is not known, so the widest reading is kept.";
    };
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
