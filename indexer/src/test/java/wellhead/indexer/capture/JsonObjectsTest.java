package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectsTest {
  private static final String ONE = "{\"title\":\"Refiners Wait\"}";
  private static final String TWO = "{\n  \"title\": \"Tankers Queue\"\n}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[" + ONE + "," + TWO + "]",
        " [\n" + ONE + ",\n" + TWO + "\n]\n",
        "[\n" + ONE + ",\n{\"title\":\"Tankers Queue\"}\n]\n",
        "\uFEFF[\r\n" + ONE + ",\r\n{\"title\":\"Tankers Queue\"}\r\n]",
        TWO + "\n{\n\"title\":\"Refiners Wait\"}",
        "[" + ONE + "]\n[" + TWO + "]"
      })
  void areStoriesInAnArrayOrOneAfterTheOther(String json) {
    Read read = Read.text("stories.json", json);
    assertThat(read.entries())
        .extracting(Entry::title)
        .containsExactlyInAnyOrder("Refiners Wait", "Tankers Queue");
    assertThat(read.captures()).extracting(c -> c.ref().record()).containsExactly(0, 1);
    assertThat(read.rejections()).isEmpty();
  }

  @Test
  void loseOnlyTheOneThatIsNoStory() {
    Read read = Read.text("a.json", "[" + ONE + ",\n{\"url\":\"x\"},\n" + TWO + "]");
    assertThat(read.entries()).hasSize(2);
    assertThat(read.rejections())
        .singleElement()
        .satisfies(r -> {
          assertThat(r.line()).isEqualTo(2);
          assertThat(r.record()).isEqualTo(1);
          assertThat(r.cause()).isEqualTo(Cause.BAD_FIELD);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[{`title`:`A b c`}, {`title` `broken`}, {`title`:`never seen`}] | BAD_JSON",
        "[{`title`:`A b c`}, {`title`:`cut | BAD_JSON",
      })
  void areReadUpToAMistakeAndNamed(String json, Cause cause) {
    Read read = Read.text("a.json", json.replace('`', '"'));
    assertThat(read.entries()).extracting(Entry::title).containsExactly("A b c");
    assertThat(read.causes()).containsExactly(cause);
  }

  @Test
  void areNotHeldBeyondTheLongestLine() {
    String endless = "[" + ONE + ",{\"title\":\"x\",\"body\":[" + "0,".repeat(3 << 20);
    assertThat(Read.text("a.json", endless).causes()).containsExactly(Cause.LINE_TOO_LONG);
  }
}
