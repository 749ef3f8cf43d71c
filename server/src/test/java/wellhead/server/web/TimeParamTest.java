package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParamTest {
  private static final Instant NOW = Instant.parse("2026-07-06T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-07-03,                UTC,              2026-07-03T00:00:00Z",
    "2026-07-03,                Europe/Berlin,    2026-07-02T22:00:00Z",
    "2026-01-03,                America/New_York, 2026-01-03T05:00:00Z",
    // summer time begins at midnight there: the day's first moment is one o'clock
    "2026-03-29,                Asia/Beirut,      2026-03-28T22:00:00Z",
    "2026-07-03T14:20:00Z,      Europe/Berlin,    2026-07-03T14:20:00Z",
    "2026-07-03T14:20Z,         UTC,              2026-07-03T14:20:00Z",
    "2026-07-03T14:20:00+02:00, UTC,              2026-07-03T12:20:00Z",
    "2026-07-03T14:20:00 02:00, UTC,              2026-07-03T12:20:00Z",
    "24h,                       UTC,              2026-07-05T10:00:00Z",
    "7d,                        UTC,              2026-06-29T10:00:00Z",
    "2w,                        UTC,              2026-06-22T10:00:00Z",
    "PT6H,                      UTC,              2026-07-06T04:00:00Z",
    "P30D,                      UTC,              2026-06-06T10:00:00Z",
    "P1DT12H,                   UTC,              2026-07-04T22:00:00Z",
    "P1M,                       UTC,              2026-06-06T10:00:00Z",
    "P1Y,                       UTC,              2025-07-06T10:00:00Z",
    "PT30M,                     UTC,              2026-07-06T09:30:00Z",
  })
  void readsMoments(String text, String zone, String expected) {
    var time = new TimeParam(NOW, ZoneId.of(zone));
    assertThat(time.moment("since", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "7",
        "7x",
        "-7d",
        "P-7D",
        "-P7D",
        "P0D",
        "PT0S",
        "P",
        "PT",
        "2026-02-30",
        "2026-13-01",
        "2026-07-03T14:20:00",
        "2026-07",
        "999999999w",
        "P999999999Y",
        "0200-01-01",
        "+12026-01-01T00:00:00Z",
        "7 d",
        "٧d"
      })
  void refusesWhatIsNoMoment(String text) {
    var time = new TimeParam(NOW, ZoneId.of("UTC"));
    assertThatThrownBy(() -> time.moment("until", text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().param()).isEqualTo("until");
              assertThat(e.problem().detail()).contains("\"" + text + "\"").contains("give");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "24h, 2026-07-05T10:00:00Z",
    "7d, 2026-06-29T10:00:00Z",
    "P30D, 2026-06-06T10:00:00Z"
  })
  void readsWindows(String text, String expected) {
    assertThat(new TimeParam(NOW, ZoneId.of("UTC")).windowStart("window", text))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-03", "2026-07-03T14:20:00Z", "week", "P-1D"})
  void aWindowIsASpan(String text) {
    assertThatThrownBy(() -> new TimeParam(NOW, ZoneId.of("UTC")).windowStart("window", text))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("\"" + text + "\"");
  }
}
