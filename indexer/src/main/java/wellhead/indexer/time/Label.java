package wellhead.indexer.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a printed label says, before anybody knows when it was printed. */
public sealed interface Label {

  /** Whether it tells when something was published or when it was last changed. */
  Role role();

  /** The same label in another role. */
  Label as(Role role);

  /**
   * Whether it is an age or a word that counts back from the capture ("yesterday"), rather than a
   * date.
   */
  default boolean isRelative() {
    return switch (this) {
      case Age a -> true;
      case JustNow j -> true;
      case CalendarDay d -> true;
      case CalendarUnit u -> true;
      case Weekday w -> false;
      case PartialDate p -> false;
      case Date d -> false;
      case OneOf o -> false;
    };
  }

  /** See {@link Label#role()}. */
  enum Role {
    PUBLISHED,
    MODIFIED
  }

  /** How exactly an age is meant. */
  enum Hedge {
    NONE,
    /** "about 4 hours". */
    ABOUT,
    /** "over 4 hours". */
    OVER,
    /** "almost 4 hours". */
    ALMOST,
    /** "less than 4 hours". */
    LESS_THAN,
    /** "several hours ago": from one of the unit to one of the next larger. */
    SEVERAL
  }

  /**
   * One number with its unit; several make a compound age ("1d 21h").
   *
   * @param thousandths the number times 1000, so that "1.5 hours" is exact
   * @param unit SECONDS, MINUTES, HOURS, DAYS, WEEKS, MONTHS, YEARS
   */
  record Part(long thousandths, ChronoUnit unit) {
    public Part {
      if (thousandths < 0) {
        throw new IllegalArgumentException("an age is not negative: " + thousandths);
      }
    }
  }

  /** An age: "4 days", "1d 21h 25m ago", "half an hour ago". Units fall from part to part. */
  record Age(List<Part> parts, Hedge hedge, Role role) implements Label {
    public Age {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("an age needs a number");
      }
    }

    @Override
    public Age as(Role other) {
      return new Age(parts, hedge, other);
    }
  }

  /** "just now", "moments ago": the smallest label a site prints. */
  record JustNow(Role role) implements Label {
    @Override
    public JustNow as(Role other) {
      return new JustNow(other);
    }
  }

  /**
   * A calendar day counted back from the capture's day in the site's zone: "today" 0, "yesterday"
   * 1, with or without a clock time.
   *
   * @param clock seconds of the day as printed; {@code null} when none is printed
   * @param clockPrecision the width of the printed clock time; {@code null} with {@code clock}
   * @param zone as printed behind the clock time; {@code null} when none is printed
   */
  record CalendarDay(
      int daysBack,
      @Nullable Integer clock,
      @Nullable ChronoUnit clockPrecision,
      @Nullable ZoneId zone,
      Role role)
      implements Label {
    @Override
    public CalendarDay as(Role other) {
      return new CalendarDay(daysBack, clock, clockPrecision, zone, other);
    }
  }

  /** A calendar unit counted back: "last week", "last month", "last year". */
  record CalendarUnit(int back, ChronoUnit unit, Role role) implements Label {
    @Override
    public CalendarUnit as(Role other) {
      return new CalendarUnit(back, unit, other);
    }
  }

  /**
   * A day of the week without a date: the latest that is not in the future.
   *
   * @param past whether it is a day before today's: "last Monday"
   * @param clock seconds of the day; {@code null} when none is printed
   */
  record Weekday(
      DayOfWeek day,
      boolean past,
      @Nullable Integer clock,
      ChronoUnit precision,
      @Nullable ZoneId zone,
      Role role)
      implements Label {
    @Override
    public Weekday as(Role other) {
      return new Weekday(day, past, clock, precision, zone, other);
    }
  }

  /**
   * A date without its year, or a clock time without its day: to be completed with the capture
   * time, as the latest that is not in the future.
   *
   * @param month 1 to 12, {@code null} for a bare clock time
   * @param day 1 to 31, {@code null} for a bare clock time
   * @param clock seconds of the day; {@code null} when none is printed
   */
  record PartialDate(
      @Nullable Integer month,
      @Nullable Integer day,
      @Nullable Integer clock,
      ChronoUnit precision,
      @Nullable ZoneId zone,
      Role role)
      implements Label {
    @Override
    public PartialDate as(Role other) {
      return new PartialDate(month, day, clock, precision, zone, other);
    }
  }

  /**
   * An absolute date.
   *
   * @param local as printed, smaller fields zero
   * @param precision the width of what is printed: SECONDS, MINUTES, HOURS, DAYS, MONTHS
   * @param zone as printed; {@code null} when none is printed
   */
  record Date(LocalDateTime local, ChronoUnit precision, @Nullable ZoneId zone, Role role)
      implements Label {

    /** A moment, exact to the second. */
    static Date of(Instant instant, Role role) {
      ZoneId utc = ZoneId.of("UTC");
      return new Date(LocalDateTime.ofInstant(instant, utc), ChronoUnit.SECONDS, utc, role);
    }

    @Override
    public Date as(Role other) {
      return new Date(local, precision, zone, other);
    }
  }

  /** A date that may be meant in more than one way: "03/04/2025" is in March or in April. */
  record OneOf(List<Label> readings, Role role) implements Label {
    public OneOf {
      readings = List.copyOf(readings);
      if (readings.size() < 2) {
        throw new IllegalArgumentException("one reading is no choice: " + readings);
      }
    }

    @Override
    public OneOf as(Role other) {
      return new OneOf(readings.stream().map(r -> r.as(other)).toList(), other);
    }
  }
}
