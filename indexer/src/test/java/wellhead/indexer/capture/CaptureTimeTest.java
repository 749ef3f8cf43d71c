package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTimeTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-07-08T07:30:00Z",
        "2025-07-08T07:30:00",
        "2025-07-08 07:30:00",
        "2025-07-08T07:30",
        "2025-07-08T09:30:00+02:00",
        "2025-07-08T09:30:00+0200"
      })
  void readsInstants(String value) {
    assertThat(CaptureTime.parse(value, NOW))
        .isEqualTo(new CaptureTime.At(Instant.parse("2025-07-08T07:30:00Z")));
  }

  @Test
  void readsTheTwoWords() {
    assertThat(CaptureTime.parse("now", NOW)).isEqualTo(new CaptureTime.Now(NOW));
    assertThat(CaptureTime.parse("mtime", NOW)).isEqualTo(new CaptureTime.ModificationTime());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow-ish", "", "2025-07-08", "2025-13-08T07:30:00Z", "Now", "7"})
  void refusesTheRestAndSaysWhatWouldDo(String value) {
    assertThatThrownBy(() -> CaptureTime.parse(value, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + value + "\"")
        .hasMessageContaining("2025-07-08T07:30:00Z");
  }
}
