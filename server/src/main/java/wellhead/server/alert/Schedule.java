package wellhead.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an alert is due. */
public sealed interface Schedule {

  /** With every run. */
  record EachRun() implements Schedule {}

  /** Not more often than this. */
  record Every(Duration gap) implements Schedule {
    /** Cron comes some seconds earlier or later each time; that must not cost a whole turn. */
    private static final Duration MOST_SLACK = Duration.ofMinutes(5);

    Duration slack() {
      Duration tenth = gap.dividedBy(10);
      return tenth.compareTo(MOST_SLACK) < 0 ? tenth : MOST_SLACK;
    }
  }

  /** With the first run after each of these times of the day. */
  record At(List<LocalTime> times, ZoneId zone) implements Schedule {
    public At {
      times = List.copyOf(times);
    }
  }

  /**
   * Whether it is due.
   *
   * @param last when it was last; {@code null} for never
   */
  default boolean isDue(@Nullable Instant last, Instant now) {
    if (last == null || last.isAfter(now)) {
      return true;
    }
    return switch (this) {
      case EachRun ignored -> true;
      case Every every -> !now.isBefore(last.plus(every.gap()).minus(every.slack()));
      case At at ->
          at.times().stream().anyMatch(time -> lastTime(time, at.zone(), now).isAfter(last));
    };
  }

  private static Instant lastTime(LocalTime time, ZoneId zone, Instant now) {
    ZonedDateTime here = now.atZone(zone);
    Instant today = here.toLocalDate().atTime(time).atZone(zone).toInstant();
    return today.isAfter(now)
        ? here.toLocalDate().minusDays(1).atTime(time).atZone(zone).toInstant()
        : today;
  }
}
