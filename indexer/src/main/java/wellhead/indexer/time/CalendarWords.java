package wellhead.indexer.time;

import static java.util.Comparator.naturalOrder;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;

/**
 * Labels that the capture's day completes: "yesterday 14:05", "last week", "Monday", "3/19",
 * "14:05". What is not printed is the latest that is not in the future.
 */
final class CalendarWords {
  private CalendarWords() {}

  static Optional<Interval> day(Label.CalendarDay day, Capture capture) {
    Integer clock = day.clock();
    ChronoUnit precision = day.clockPrecision();
    if (clock == null || precision == null) {
      return PrinterRule.Calendar.days(day.daysBack(), capture);
    }
    return completed(
        capture,
        day.zone(),
        precision,
        List.of(today -> at(today.minusDays(day.daysBack()), clock)));
  }

  static Optional<Interval> unit(Label.CalendarUnit unit, Capture capture) {
    Wall wall = capture.wall();
    Instant from =
        wall.earliest(z -> midnight(start(capture.firstDay(z), unit, DayOfWeek.SUNDAY), z));
    Instant to =
        wall.latest(z ->
            midnight(start(capture.lastDay(z), unit, DayOfWeek.MONDAY).plus(1, unit.unit()), z));
    return capture.clip(from, to);
  }

  /** Weeks begin on Sunday in one country and on Monday in another. */
  private static LocalDate start(LocalDate today, Label.CalendarUnit unit, DayOfWeek weekStart) {
    LocalDate start =
        switch (unit.unit()) {
          case WEEKS -> today.with(TemporalAdjusters.previousOrSame(weekStart));
          case MONTHS -> today.withDayOfMonth(1);
          case YEARS -> today.withDayOfYear(1);
          default -> today;
        };
    return start.minus(unit.back(), unit.unit());
  }

  static Optional<Interval> weekday(Label.Weekday day, Capture capture) {
    int clock = day.clock() == null ? 0 : day.clock();
    return completed(
        capture,
        day.zone(),
        day.precision(),
        List.of(
            today ->
                at(
                    today.with(
                        day.past()
                            ? TemporalAdjusters.previous(day.day())
                            : TemporalAdjusters.previousOrSame(day.day())),
                    clock),
            today -> at(today.with(TemporalAdjusters.previous(day.day())), clock)));
  }

  static Optional<Interval> partial(Label.PartialDate date, Capture capture) {
    int clock = date.clock() == null ? 0 : date.clock();
    Integer month = date.month();
    Integer dayOfMonth = date.day();
    if (month == null || dayOfMonth == null) {
      return completed(
          capture,
          date.zone(),
          date.precision(),
          List.of(today -> at(today, clock), today -> at(today.minusDays(1), clock)));
    }
    Wall wall = date.zone() == null ? capture.wall() : new Wall(date.zone());
    LocalDate lastDay = wall.zones().map(capture::lastDay).max(naturalOrder()).orElseThrow();
    LocalDate nearest = latest(MonthDay.of(month, dayOfMonth), lastDay);
    return whole(nearest, clock, date, capture)
        .or(() ->
            whole(latest(MonthDay.from(nearest), nearest.minusDays(1)), clock, date, capture));
  }

  /**
   * A day whose year is the nearest: no later than the day on which the page was printed, in
   * whatever zone. Where that day has not begun yet, the site is not.
   */
  private static Optional<Interval> whole(
      LocalDate day, int clock, Label.PartialDate date, Capture capture) {
    Wall wall = date.zone() == null ? capture.wall() : new Wall(date.zone());
    LocalDateTime local = at(day, clock);
    return wall.zones()
        .filter(z -> !Dates.instant(local, z).isAfter(capture.latest()))
        .map(z ->
            Interval.between(
                Dates.instant(local, z), Dates.lastInstant(Dates.end(local, date.precision()), z)))
        .reduce((a, b) -> a.hull(b).orElse(a))
        .flatMap(i -> capture.clip(i.start(), i.end()));
  }

  /** The latest such day that is not after another; 29 February waits for its year. */
  private static LocalDate latest(MonthDay day, LocalDate today) {
    int year = today.getYear();
    while (!day.isValidYear(year) || day.atYear(year).isAfter(today)) {
      year--;
    }
    return day.atYear(year);
  }

  /**
   * The interval from the earliest to the latest reading, over the zones it may be and the days on
   * which the page may have been printed. Of the candidates for one day of printing, latest first,
   * the first that had begun by then counts.
   */
  private static Optional<Interval> completed(
      Capture capture,
      @Nullable ZoneId printed,
      ChronoUnit precision,
      List<Function<LocalDate, LocalDateTime>> candidates) {
    Wall wall = printed == null ? capture.wall() : new Wall(printed);
    return wall.zones()
        .flatMap(z ->
            Stream.of(capture.earliest(), capture.latest())
                .flatMap(printing -> reading(printing, z, precision, candidates).stream()))
        .reduce((a, b) -> a.hull(b).orElse(a))
        .flatMap(i -> capture.clip(i.start(), i.end()));
  }

  private static Optional<Interval> reading(
      Instant printing,
      ZoneId zone,
      ChronoUnit precision,
      List<Function<LocalDate, LocalDateTime>> candidates) {
    LocalDate today = printing.atZone(zone).toLocalDate();
    return candidates.stream()
        .map(candidate -> candidate.apply(today))
        .filter(local -> !Dates.instant(local, zone).isAfter(printing))
        .findFirst()
        .map(local ->
            Interval.between(
                Dates.instant(local, zone), Dates.lastInstant(Dates.end(local, precision), zone)));
  }

  private static LocalDateTime at(LocalDate day, int clock) {
    return day.atStartOfDay().plusSeconds(clock);
  }

  private static Instant midnight(LocalDate day, ZoneId zone) {
    return PrinterRule.Calendar.midnight(day, zone);
  }
}
