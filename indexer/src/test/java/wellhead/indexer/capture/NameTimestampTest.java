package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTimestampTest {

  @ParameterizedTest
  @CsvSource({
    "barrelpost.example_20250708T073000Z.txt, 2025-07-08T07:30:00Z",
    "page-2025-07-08T07-30-00Z.html, 2025-07-08T07:30:00Z",
    "20250708073000, 2025-07-08T07:30:00Z",
    "20250708T073000, 2025-07-08T07:30:00Z",
    "2025-07-08 07-30-00.txt, 2025-07-08T07:30:00Z",
    "2025-07-08_07-30-00.txt, 2025-07-08T07:30:00Z",
    "x_20250708T093000+0200.txt, 2025-07-08T07:30:00Z",
    "order-99999999999999-20250708073000.txt, 2025-07-08T07:30:00Z",
  })
  void readsTheStampsThatScrapersWrite(String name, Instant expected) {
    assertThat(NameTimestamp.find(name)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page.txt",
        "2025-07-08.txt",
        "20250708.txt",
        "20251308T073000Z.txt",
        "20250708T253000Z.txt",
        "18500708T073000Z.txt",
        "120250708073000.txt",
        "202507080730001.txt",
        ""
      })
  void takesNothingElseForOne(String name) {
    assertThat(NameTimestamp.find(name)).isEmpty();
  }

  @Test
  void namesTheStampThatIsNoTime() {
    assertThat(NameTimestamp.refused("desk.example_20260231T073000Z.txt"))
        .contains("20260231T073000Z");
    assertThat(NameTimestamp.refused("desk.example_20260228T073000Z.txt")).isEmpty();
    assertThat(NameTimestamp.refused("page.txt")).isEmpty();
  }
}
