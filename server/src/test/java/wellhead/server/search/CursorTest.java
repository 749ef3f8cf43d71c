package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final long SEED = Long.getLong("seed", 20261125L);
  private static final Cursor CURSOR =
      new Cursor(
          "00112233445566778899aabbccddeeff",
          Instant.parse("2025-07-08T12:00:00.123456789Z"),
          -7,
          true,
          false,
          3.25f,
          1_234_567);

  @Test
  void readsWhatItWrote() {
    assertThat(Cursor.parse(CURSOR.text())).hasValue(CURSOR);
  }

  @Test
  void standsInAnAddressAsItIs() {
    assertThat(CURSOR.text()).matches("[A-Za-z0-9_-]+").hasSizeLessThan(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "null", "AAAA", "%%%", "a b", "é", "====", "-1"})
  void whatIsNoCursorIsNone(String text) {
    assertThat(Cursor.parse(text)).isEmpty();
  }

  @Test
  void aChangedCursorIsNone() {
    var random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = Base64.getUrlDecoder().decode(CURSOR.text());
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      assertThat(Cursor.parse(changed)).as("seed %d: %s", SEED, changed).isEmpty();
    }
  }
}
