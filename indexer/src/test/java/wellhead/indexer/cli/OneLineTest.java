package wellhead.indexer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {
  @ParameterizedTest
  @CsvSource({
    "10, \\n",
    "13, \\r",
    "9, \\t",
    "27, \\x1b",
    "155, \\x9b",
    "0, \\x00",
    "32, ' '",
    "1080, и"
  })
  void noCharacterMovesTheCursor(int character, String shown) {
    assertThat(OneLine.of("a" + (char) character + "b.txt")).isEqualTo("a" + shown + "b.txt");
  }

  @Test
  void aTableHasALineARow() {
    var out = new StringWriter();
    var columns = new Columns();
    columns.row("file");
    columns.row("a\nb\u001b[31m.txt");
    columns.print(new PrintWriter(out, true));
    assertThat(out.toString().lines().toList()).isEqualTo(List.of("file", "a\\nb\\x1b[31m.txt"));
  }
}
