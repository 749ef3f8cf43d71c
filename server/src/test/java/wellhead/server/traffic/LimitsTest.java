package wellhead.server.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void growWithTheMachine() {
    assertThat(Limits.of(1))
        .isEqualTo(
            new Limits(
                2,
                64,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                4,
                Duration.ofSeconds(10),
                32 * 1024 * 1024,
                0,
                2_000,
                Duration.ofSeconds(30)));
    assertThat(Limits.of(16).atOnce()).isEqualTo(16);
  }

  @Test
  void refuseNonsense() {
    Limits fine = Limits.of(2);
    assertThatThrownBy(() ->
            new Limits(0, 1, fine.patience(), fine.longest(), 1, fine.pace(), 1, 0, 1, fine.idle()))
        .hasMessage("atOnce must be at least 1: 0");
    assertThatThrownBy(() -> fine.withPerClientPerSecond(-1))
        .hasMessage("perClientPerSecond must be at least 0: -1");
  }
}
