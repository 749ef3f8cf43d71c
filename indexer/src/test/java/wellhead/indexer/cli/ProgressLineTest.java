package wellhead.indexer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wellhead.indexer.index.Progress;
import wellhead.indexer.index.Progress.Phase;

class ProgressLineTest {
  private final StringWriter terminal = new StringWriter();
  private long seconds;

  private ProgressLine line(boolean watched) {
    return new ProgressLine(
        new PrintWriter(terminal), () -> Instant.ofEpochSecond(seconds), watched);
  }

  private String drawn(Progress progress) {
    try (var line = line(true)) {
      seconds = 60;
      line.accept(progress);
      return terminal.toString().strip();
    }
  }

  @Test
  void saysHowMuchWasReadHowFastAndHowLongItWillTake() {
    assertThat(drawn(new Progress(Phase.READING, 250_000_000, 2_000_000_000, 12_000)))
        .isEqualTo("reading 12 %, 250 of 2,000 MB, 12,000 captures, 200/s, 7 min 0 s left");
  }

  @Test
  void claimsNothingAboutAnEndThatIsNotKnown() {
    assertThat(drawn(new Progress(Phase.READING, 2_500_000, -1, 60)))
        .isEqualTo("reading 2.5 MB, 60 captures, 1.0/s");
  }

  @Test
  void fitsTheNarrowestTerminal() {
    long most = Long.MAX_VALUE / 200;
    assertThat(drawn(new Progress(Phase.READING, 1, most, 2_000_000_000)))
        .hasSizeLessThanOrEqualTo(79);
  }

  @Test
  void drawsOverItselfAndLeavesAnEmptyLine() {
    try (var line = line(true)) {
      seconds = 1;
      line.accept(new Progress(Phase.SETTLING, 0, 0, 7));
      seconds = 2;
      line.accept(new Progress(Phase.COMMITTING, 0, 0, 7));
    }
    assertThat(terminal.toString().split("\r"))
        .containsExactly(
            "",
            "settling what 7 captures told",
            "writing the index            ",
            " ".repeat("writing the index".length()));
  }

  @Test
  void drawsNoMoreOftenThanFourTimesASecond() {
    try (var line = line(true)) {
      seconds = 1;
      for (int i = 0; i < 100; i++) {
        line.accept(new Progress(Phase.READING, i, 100, i));
      }
    }
    assertThat(terminal.toString().split("reading")).hasSize(2);
  }

  @Test
  void writesNothingWhereNobodyWatches() {
    try (var line = line(false)) {
      seconds = 60;
      line.accept(new Progress(Phase.COMMITTING, 0, 0, 0));
    }
    assertThat(terminal.toString()).isEmpty();
  }
}
