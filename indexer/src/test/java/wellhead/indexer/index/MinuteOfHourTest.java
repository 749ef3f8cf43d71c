package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinuteOfHourTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "00:10 | none",
        "00:10 01:10 02:10 | 40",
        "00:10 01:40 | 25",
        "00:00 01:15 02:30 | 45",
        "00:50 01:05 02:20 | 35",
      })
  void fallsIntoTheMiddleOfTheWidestGap(String clocks, Integer expected) {
    List<Instant> captures =
        Stream.of(clocks.split(" ")).map(c -> Instant.parse("2026-07-08T" + c + ":00Z")).toList();
    assertThat(MinuteOfHour.next(captures).orElse(null)).isEqualTo(expected);
  }
}
