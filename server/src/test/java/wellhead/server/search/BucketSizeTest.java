package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketSizeTest {
  private static final long SEED = Long.getLong("seed", 20261125L);

  @ParameterizedTest(name = "the {0} of {2} in {1} is {3} to {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DAY   | UTC                 | 2025-07-08T12:00:00Z | 2025-07-08T00:00:00Z | 2025-07-09T00:00:00Z
          DAY   | Europe/Berlin       | 2025-03-30T12:00:00Z | 2025-03-29T23:00:00Z | 2025-03-30T22:00:00Z
          DAY   | Europe/Berlin       | 2025-10-26T12:00:00Z | 2025-10-25T22:00:00Z | 2025-10-26T23:00:00Z
          DAY   | America/Sao_Paulo   | 2018-11-04T12:00:00Z | 2018-11-04T03:00:00Z | 2018-11-05T02:00:00Z
          DAY   | Pacific/Apia        | 2011-12-30T09:59:59Z | 2011-12-29T10:00:00Z | 2011-12-30T10:00:00Z
          HOUR  | Asia/Kolkata        | 2025-07-08T12:10:00Z | 2025-07-08T11:30:00Z | 2025-07-08T12:30:00Z
          HOUR  | Europe/Berlin       | 2025-10-26T00:30:00Z | 2025-10-26T00:00:00Z | 2025-10-26T01:00:00Z
          HOUR  | Australia/Lord_Howe | 2025-04-05T14:40:00Z | 2025-04-05T14:00:00Z | 2025-04-05T15:00:00Z
          HOUR  | Australia/Lord_Howe | 2025-10-04T15:40:00Z | 2025-10-04T15:30:00Z | 2025-10-04T16:00:00Z
          WEEK  | UTC                 | 2025-07-08T12:00:00Z | 2025-07-07T00:00:00Z | 2025-07-14T00:00:00Z
          WEEK  | UTC                 | 2025-07-06T23:59:59Z | 2025-06-30T00:00:00Z | 2025-07-07T00:00:00Z
          MONTH | America/New_York    | 2025-03-15T00:00:00Z | 2025-03-01T05:00:00Z | 2025-04-01T04:00:00Z
          MONTH | UTC                 | 2024-02-29T00:00:00Z | 2024-02-01T00:00:00Z | 2024-03-01T00:00:00Z
          """)
  void followsTheCalendarOnTheWall(
      BucketSize size, String zone, Instant instant, Instant start, Instant end) {
    ZoneId where = ZoneId.of(zone);
    assertThat(size.startOf(instant, where)).isEqualTo(start);
    assertThat(size.next(start, where)).isEqualTo(end);
  }

  @Test
  void spansFollowEachOtherWithoutGapOrOverlap() {
    var random = new Random(SEED);
    var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    var sizes = List.of(BucketSize.values());
    for (int i = 0; i < 3000; i++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      BucketSize size = sizes.get(random.nextInt(sizes.size()));
      Instant instant = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 2_000_000_000L));
      Instant start = size.startOf(instant, zone);
      Instant end = size.next(start, zone);
      String claim = "seed %d: %s of %s in %s".formatted(SEED, size, instant, zone);
      assertThat(start).as(claim).isBeforeOrEqualTo(instant);
      assertThat(end).as(claim).isAfter(instant);
      assertThat(size.startOf(end, zone)).as(claim).isEqualTo(end);
      assertThat(size.startOf(end.minusSeconds(1), zone)).as(claim).isEqualTo(start);
    }
  }

  @Test
  void theLowerBoundOfTheirNumberIsOne() {
    Instant from = Instant.parse("2025-01-01T00:00:00Z");
    for (BucketSize size : BucketSize.values()) {
      Instant to = from.plus(Duration.ofDays(4000));
      int spans = 0;
      for (Instant at = from; at.isBefore(to); at = size.next(at, ZoneId.of("UTC"))) {
        spans++;
      }
      assertThat(size.atLeast(from, to)).isPositive().isLessThanOrEqualTo(spans);
    }
  }
}
