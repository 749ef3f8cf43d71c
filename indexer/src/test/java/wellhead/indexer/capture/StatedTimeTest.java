package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.Evidence;
import wellhead.story.Interval;

class StatedTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-07-03T10:00:00Z | 2026-07-03T10:00:00Z",
        "2026-07-03T10:00:00.123Z | 2026-07-03T10:00:00Z",
        "2026-07-03t10:00z | 2026-07-03T10:00:00Z",
        "2026-07-03T10:00:00+02:00 | 2026-07-03T08:00:00Z",
        "2026-07-03T10:00:00+0200 | 2026-07-03T08:00:00Z",
        "2026-07-03T10:00:00-05 | 2026-07-03T15:00:00Z",
        "2026-07-03 10:00:00 +00:00 | 2026-07-03T10:00:00Z",
        "1987-02-26T15:01:01Z | 1987-02-26T15:01:01Z",
        "Fri, 03 Jul 2026 10:00:00 GMT | 2026-07-03T10:00:00Z",
        "Fri, 3 Jul 2026 10:00:00 +0200 | 2026-07-03T08:00:00Z",
        "3 Jul 26 10:00 EST | 2026-07-03T15:00:00Z",
        "Mon, 03 Jul 2026 10:00:00 PDT | 2026-07-03T17:00:00Z",
      })
  void readsInstantsToTheSecond(String written, Instant expected) {
    assertThat(StatedTime.parse(written, null))
        .contains(new StatedTime(Interval.at(expected), Evidence.MACHINE_READABLE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-07-03 | | 2026-07-02T10:00:00Z | 2026-07-04T12:00:00Z",
        "2026-07-03 | UTC | 2026-07-03T00:00:00Z | 2026-07-04T00:00:00Z",
        "2026-07-03 | America/Chicago | 2026-07-03T05:00:00Z | 2026-07-04T05:00:00Z",
        "2026-07-03T10:00 | | 2026-07-02T20:00:00Z | 2026-07-03T22:00:00Z",
        "Fri, 03 Jul 2026 | UTC | 2026-07-03T00:00:00Z | 2026-07-04T00:00:00Z",
      })
  void leavesOpenWhatADayOrAMissingZoneLeavesOpen(
      String written, String zone, Instant earliest, Instant latest) {
    assertThat(StatedTime.parse(written, zone == null ? null : ZoneId.of(zone)))
        .contains(new StatedTime(Interval.between(earliest, latest), Evidence.ABSOLUTE_DATE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "4 days",
        "2026",
        "2026-02-31",
        "0001-01-01",
        "99999-01-01",
        "Fri",
        "2026-07-03T25:00:00Z",
        "1751536800",
        "03/07/2026",
        "T",
        "+"
      })
  void takesNothingElseForATime(String written) {
    assertThat(StatedTime.parse(written, null)).isEmpty();
  }
}
