package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    "x_20260708T140000CEST.txt, 2026-07-08T12:00:00Z",
    "x_20260708T140000_EDT.txt, 2026-07-08T18:00:00Z",
    "x_20260708T140000 BST.txt, 2026-07-08T13:00:00Z",
    "x_20260708T140000GMT.txt, 2026-07-08T14:00:00Z",
    "x_20260708T140000_OIL.txt, 2026-07-08T14:00:00Z",
    "x_20260708T140000Z_IST.txt, 2026-07-08T14:00:00Z",
    "x_20260708T140000copy.txt, 2026-07-08T14:00:00Z",
    "18500708T073000Z.txt, 1850-07-08T07:30:00Z",
    "2999-07-08T07-30-00.txt, 2999-07-08T07:30:00Z",
    "order-99999999999999-20250708073000.txt, 2025-07-08T07:30:00Z",
  })
  void readsTheStampsThatScrapersWrite(String name, Instant expected) throws Exception {
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
        "18500708073000.txt",
        "120250708073000.txt",
        "202507080730001.txt",
        ""
      })
  void takesNothingElseForOne(String name) throws Exception {
    assertThat(NameTimestamp.find(name)).isEmpty();
  }

  @Test
  void namesTheStampThatIsNoTime() {
    assertThat(NameTimestamp.refused("desk.example_20260231T073000Z.txt"))
        .contains("20260231T073000Z");
    assertThat(NameTimestamp.refused("desk.example_20260228T073000Z.txt")).isEmpty();
    assertThat(NameTimestamp.refused("page.txt")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x_20260708T140000IST.txt",
        "x_20260708T140000XYZ.txt",
        "x_20260708T140000+9900.txt"
      })
  void refusesAStampWhoseZoneNobodyKnows(String name) {
    assertThatThrownBy(() -> NameTimestamp.find(name))
        .hasMessageContaining("20260708T140000")
        .hasMessageContaining("20250708T073000Z");
  }
}
