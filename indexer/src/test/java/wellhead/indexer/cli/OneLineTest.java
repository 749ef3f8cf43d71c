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
    "1080, и",
    "0x202E, \\u202e", // turns what follows around
    "0x2066, \\u2066",
    "0x200B, \\u200b", // nobody sees it
    "0xFEFF, \\ufeff",
    "0x2028, \\u2028", // a line end
    "0xD800, \\ud800", // half a character
    "0xE0041, \\U000e0041", // a tag that nobody sees
    "0x200D, \u200d" // holds letters and emoji together
  })
  void noCharacterMovesTheCursorOrTurnsTheTextAround(String character, String shown) {
    String name = "a" + new String(Character.toChars(Integer.decode(character))) + "b.txt";
    assertThat(OneLine.of(name)).isEqualTo("a" + shown + "b.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "0x202E, \\u202e",
    "0x9B, \\u009b", // what an 8-bit terminal obeys
    "0x2028, \\u2028",
    "0xD800, \\ud800",
    "0xE0041, \\udb40\\udc41",
    "0x200D, \u200d",
    "0x1F6E2, \uD83D\uDEE2",
    "1080, и"
  })
  void inJsonTheyAreJsonsOwnEscapes(String character, String shown) {
    String title = "a" + new String(Character.toChars(Integer.decode(character))) + "b";
    assertThat(OneLine.json("{\"title\":\"" + title + "\"}"))
        .isEqualTo("{\"title\":\"a" + shown + "b\"}");
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
