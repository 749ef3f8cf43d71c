package wellhead.indexer.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;

@Tag("anywhere")
class ResolverTest {
  private static final Instant C = Instant.parse("2025-07-08T07:46:30Z");

  private static Optional<RuleIntervals> resolve(
      String label, @Nullable Instant capture, @Nullable String zone, Duration staleness) {
    var reference = new Reference(capture, zone == null ? null : ZoneId.of(zone), staleness);
    return LabelParser.parse(label).flatMap(l -> Resolver.resolve(l, reference));
  }

  private static String under(Rule rule, String label, @Nullable String zone) {
    return resolve(label, C, zone, Duration.ZERO)
        .flatMap(r -> r.under(rule))
        .map(i -> i.earliest() + " " + i.latest())
        .orElse("-");
  }

  @ParameterizedTest
  @CsvSource({
    "FLOOR, 15 mins, 2025-07-08T07:30:30Z 2025-07-08T07:31:30Z",
    "ROUND, 15 mins, 2025-07-08T07:31:00Z 2025-07-08T07:32:00Z",
    "HULL, 15 mins, 2025-07-08T07:30:30Z 2025-07-08T07:32:00Z",
    "ROUND, 1 day 21 hours, 2025-07-06T09:46:30Z 2025-07-06T11:16:30Z",
    "ROUND, 1h 5m, 2025-07-08T06:40:30Z 2025-07-08T06:42:00Z",
    "FLOOR, 1 hour, 2025-07-08T05:46:30Z 2025-07-08T06:46:30Z",
    "ROUND, 1 hour, 2025-07-08T06:16:30Z 2025-07-08T06:46:30Z",
    "HULL, 1 hour, 2025-07-08T05:46:30Z 2025-07-08T07:16:30Z",
    "FLOOR, 12 hours, 2025-07-07T18:46:30Z 2025-07-07T19:46:30Z",
    "ROUND, 12 hours, 2025-07-07T19:16:30Z 2025-07-07T20:16:30Z",
    "FLOOR, 1 day, 2025-07-06T07:46:30Z 2025-07-07T07:46:30Z",
    "ROUND, 1 day, 2025-07-06T19:46:30Z 2025-07-07T07:46:30Z",
    "HULL, 1 day, 2025-07-06T07:46:30Z 2025-07-08T07:46:30Z",
    "FLOOR, 4 days, 2025-07-03T07:46:30Z 2025-07-04T07:46:30Z",
    "ROUND, 4 days, 2025-07-03T19:46:30Z 2025-07-04T19:46:30Z",
    "HULL, 4 days, 2025-07-03T07:46:30Z 2025-07-05T07:46:30Z",
    "FLOOR, 1 min, 2025-07-08T07:44:30Z 2025-07-08T07:46:30Z",
    "ROUND, 1 min, 2025-07-08T07:45:00Z 2025-07-08T07:46:30Z",
    "FLOOR, just now, 2025-07-08T07:45:30Z 2025-07-08T07:46:30Z",
    "FLOOR, less than a minute ago, 2025-07-08T07:45:30Z 2025-07-08T07:46:30Z",
    "FLOOR, about 4 hours ago, 2025-07-08T03:16:30Z 2025-07-08T04:16:30Z",
    "FLOOR, over 4 hours ago, 2025-07-08T02:46:30Z 2025-07-08T03:46:30Z",
    "FLOOR, almost 4 hours ago, 2025-07-08T03:46:30Z 2025-07-08T04:46:30Z",
    "FLOOR, 1d 21h 25m ago, 2025-07-06T10:20:30Z 2025-07-06T10:21:30Z",
    "ROUND, 59 mins, 2025-07-08T06:47:00Z 2025-07-08T06:48:00Z",
    "ROUND, 60 mins, 2025-07-08T06:46:30Z 2025-07-08T06:47:00Z",
    "ROUND, 24 hours, 2025-07-07T07:46:30Z 2025-07-07T08:16:30Z",
    "ROUND, 90 mins, -",
    "FLOOR, 40 years ago, -",
  })
  void readsAnAgeUnderARule(Rule rule, String label, String expected) {
    assertThat(under(rule, label, null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "CALENDAR, 4 days, America/New_York, 2025-07-04T04:00:00Z 2025-07-05T04:00:00Z",
    "CALENDAR, 1 day, UTC, 2025-07-07T00:00:00Z 2025-07-08T00:00:00Z",
    "FLOOR, 1 month ago, UTC, 2025-05-08T07:46:30Z 2025-06-08T07:46:30Z",
    "FLOOR, 2 years ago, UTC, 2022-07-08T07:46:30Z 2023-07-08T07:46:30Z",
    "FLOOR, 8 months ago, Europe/London, 2024-10-08T07:46:30Z 2024-11-08T08:46:30Z",
    "HULL, yesterday, Asia/Tokyo, 2025-07-06T15:00:00Z 2025-07-07T15:00:00Z",
    "HULL, yesterday 14:05, Europe/Berlin, 2025-07-07T12:05:00Z 2025-07-07T12:06:00Z",
    "HULL, today, UTC, 2025-07-08T00:00:00Z 2025-07-08T07:46:30Z",
    "HULL, last week, UTC, 2025-06-29T00:00:00Z 2025-07-07T00:00:00Z",
    "HULL, last month, UTC, 2025-06-01T00:00:00Z 2025-07-01T00:00:00Z",
    "HULL, last year, UTC, 2024-01-01T00:00:00Z 2025-01-01T00:00:00Z",
    "HULL, Monday, UTC, 2025-07-07T00:00:00Z 2025-07-08T00:00:00Z",
    "HULL, Wednesday, UTC, 2025-07-02T00:00:00Z 2025-07-03T00:00:00Z",
    "HULL, 06:30, UTC, 2025-07-08T06:30:00Z 2025-07-08T06:31:00Z",
    "HULL, 09:30, UTC, 2025-07-07T09:30:00Z 2025-07-07T09:31:00Z",
    "HULL, 18 Oct, UTC, 2024-10-18T00:00:00Z 2024-10-19T00:00:00Z",
    "HULL, 3/19, UTC, 2025-03-19T00:00:00Z 2025-03-20T00:00:00Z",
    "HULL, 29 Feb, UTC, 2024-02-29T00:00:00Z 2024-03-01T00:00:00Z",
    "HULL, 3/4/2025, UTC, 2025-03-04T00:00:00Z 2025-04-04T00:00:00Z",
    "HULL, 8 July 2025, UTC, 2025-07-08T00:00:00Z 2025-07-08T07:46:30Z",
    "HULL, 9 July 2025, UTC, -",
    "HULL, Oct 16, UTC, 2024-10-16T00:00:00Z 2024-10-17T00:00:00Z",
    "HULL, 2025-07-01 10:00 PM EDT, UTC, 2025-07-02T02:00:00Z 2025-07-02T02:01:00Z",
    "HULL, 2025-01-01 10:00 PM ET, UTC, 2025-01-02T03:00:00Z 2025-01-02T03:01:00Z",
    "HULL, 2025-07-01T22:00:05Z, Asia/Tokyo, 2025-07-01T22:00:05Z 2025-07-01T22:00:05Z",
    "HULL, October 2024, UTC, 2024-10-01T00:00:00Z 2024-11-01T00:00:00Z",
  })
  void usesTheZone(Rule rule, String label, String zone, String expected) {
    assertThat(under(rule, label, zone)).isEqualTo(expected);
  }

  /** The day has begun somewhere; where it has not, the site is not. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-08T22:45:00Z, , 9 July, 2026-07-08T10:00:00Z 2026-07-08T22:45:00Z",
    "2026-07-08T22:45:00Z, , 9 Jul 00:30, 2026-07-08T10:30:00Z 2026-07-08T22:45:00Z",
    "2026-07-08T22:45:00Z, , '9 Jul, 14:05', 2025-07-09T00:05:00Z 2025-07-10T02:06:00Z",
    "2026-07-08T09:59:00Z, , 9 July, 2025-07-08T10:00:00Z 2025-07-10T12:00:00Z",
    "2026-07-08T22:45:00Z, , 8 July, 2026-07-07T10:00:00Z 2026-07-08T22:45:00Z",
    "2026-07-08T22:45:00Z, Europe/Paris, 9 July, 2026-07-08T22:00:00Z 2026-07-08T22:45:00Z",
    "2026-07-08T22:45:00Z, UTC, 9 July, 2025-07-09T00:00:00Z 2025-07-10T00:00:00Z",
    "2026-12-31T20:00:00Z, , Jan 1, 2026-12-31T10:00:00Z 2026-12-31T20:00:00Z",
    "2027-01-01T03:00:00Z, , Dec 31, 2026-12-30T10:00:00Z 2027-01-01T03:00:00Z",
    "2027-01-01T03:00:00Z, , Jan 1, 2026-12-31T10:00:00Z 2027-01-01T03:00:00Z",
    "2028-02-28T20:00:00Z, , 29 Feb, 2028-02-28T10:00:00Z 2028-02-28T20:00:00Z",
    "2027-02-28T20:00:00Z, , 29 Feb, 2024-02-28T10:00:00Z 2024-03-01T12:00:00Z",
  })
  void takesADateWithoutItsYearForTheNearest(
      Instant capture, @Nullable String zone, String label, String expected) {
    assertThat(
            resolve(label, capture, zone, Duration.ZERO)
                .flatMap(r -> r.under(Rule.HULL))
                .map(i -> i.earliest() + " " + i.latest()))
        .contains(expected);
  }

  @Test
  void reachesBackByTheStaleness() {
    var intervals =
        resolve("4 days", Instant.parse("2025-07-08T07:30:00Z"), null, Duration.ofMinutes(5));
    assertThat(intervals.flatMap(r -> r.under(Rule.ROUND)))
        .contains(
            Interval.between(
                Instant.parse("2025-07-03T19:25:00Z"), Instant.parse("2025-07-04T19:30:00Z")));
  }

  @Test
  void aDateWithoutAZoneIsAsWideAsTheWorld() {
    assertThat(resolve("October 18 2023", null, null, Duration.ZERO))
        .contains(
            RuleIntervals.same(
                Interval.between(
                    Instant.parse("2023-10-17T10:00:00Z"), Instant.parse("2023-10-19T12:00:00Z"))));
  }

  @Test
  void onlyWholeDatesNeedNoCaptureTime() {
    for (String label : new String[] {"4 days", "yesterday", "just now", "3/19", "14:05"}) {
      assertThat(resolve(label, null, "UTC", Duration.ZERO)).as(label).isEmpty();
    }
  }

  /**
   * What printers were seen to print, in minutes of age; a bound that is not reached is off by one
   * second.
   */
  @ParameterizedTest
  @CsvSource({
    "1 hour, 44.5, 120", "12 hours, 690, 780", "12 hours, 715, 775", "24 hours, 1410, 1440",
    "21 hours, 1230, 1320", "20 hours, 1170, 1255", "1 day, 1255, 2880", "1 day, 0, 2880",
    "4 days, 4320, 7200", "1 month, 21600, 87840", "1 year, 459360, 1052640",
  })
  void theHullCoversEveryPrinterSeen(String label, double from, double to) {
    Interval hull =
        resolve(label, C, "UTC", Duration.ZERO).flatMap(r -> r.under(Rule.HULL)).orElseThrow();
    assertThat(hull.contains(C.minusSeconds((long) (from * 60)))).isTrue();
    assertThat(hull.contains(C.minusSeconds((long) (to * 60) - 1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT0S",
    "PT24H, P1D",
    "PT12H, PT12H",
    "PT24H5M, P1DT5M",
    "PT90S, PT1M30S",
    "PT0.9S, PT0S"
  })
  void writesDays(Duration duration, String expected) {
    assertThat(IsoDurations.format(duration)).isEqualTo(expected);
  }
}
