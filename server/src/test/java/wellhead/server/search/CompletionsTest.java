package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.server.search.TestIndex.headline;
import static wellhead.server.search.TestIndex.undated;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionsTest {
  private static final long SEED = Long.getLong("seed", 20261125L);

  @TempDir static Path index;
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void open() throws IOException {
    TestIndex.write(
        index,
        1,
        List.of(
            headline("a", "OPEC+ agrees on larger output", 30),
            headline("b", "What OPEC wants", 10),
            headline("c", "Exxon Mobil drills off Guyana", 5),
            headline("d", "Guyana’s crude exports climb", 50),
            headline("e", "Électricité prices fall in Norway", 60),
            headline("f", "EXXON MOBIL DRILLS OFF GUYANA", 70),
            headline("g", "Crude stocks draw", 80),
            headline("h", "U.S. sanctions tankers", 90),
            headline("i", "石油 prices climb", 100),
            undated("j", "Crude awaits buyers")));
    engine = LuceneSearchEngine.open(index);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest(name = "{0} is completed to {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ope             | OPEC+ agrees on larger output; What OPEC wants
          OPE             | OPEC+ agrees on larger output; What OPEC wants
          opec wa         | What OPEC wants
          wants op        | What OPEC wants
          opec            | OPEC+ agrees on larger output; What OPEC wants
          opec ' '        | OPEC+ agrees on larger output; What OPEC wants
          guy             | Guyana; Guyana’s crude exports climb; Exxon Mobil drills off Guyana
          exx             | ExxonMobil; Exxon Mobil drills off Guyana
          exxon-mo        | Exxon Mobil drills off Guyana
          electri         | Électricité prices fall in Norway
          ÉLEC            | Électricité prices fall in Norway
          crude st        | Crude stocks draw
          us sanc         | U.S. sanctions tankers
          US sanc         | U.S. sanctions tankers
          石油            | 石油 prices climb
          石油 cl         | 石油 prices climb
          """)
  void completes(String typed, String completions) {
    assertThat(engine.completions(typed.replace("' '", " "), 10))
        .containsExactlyElementsOf(
            Arrays.stream(completions.split(";")).map(String::strip).toList());
  }

  @ParameterizedTest(name = "{0} is mistyped for {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          guyna       | Guyana
          exxn        | ExxonMobil
          sanctoins t | U.S. sanctions tankers
          elcetricite | Électricité prices fall in Norway
          crued       | crude oil
          """)
  void forgivesATypingMistakeWhereNothingElseFits(String typed, String first) {
    assertThat(engine.completions(typed, 10)).startsWith(first);
  }

  @Test
  void theNewestComeFirstAndUndatedOnesLast() {
    assertThat(engine.completions("crude ", 10))
        .containsExactly(
            "Crude stocks draw", "Crude awaits buyers", "Guyana’s crude exports climb");
  }

  @Test
  void givesNoMoreThanAskedFor() {
    assertThat(engine.completions("c", 2)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\"", "()", "zzzzqq", "-", "*", "source:", "\ud83d\ude00", "\ud83d"})
  void whatCompletesNothingIsNothing(String typed) {
    assertThat(engine.completions(typed, 10)).isEmpty();
  }

  @Test
  void anyTextIsAnswered() {
    var random = new Random(SEED);
    for (int i = 0; i < 2000; i++) {
      String typed =
          random
              .ints(random.nextInt(12), 0, 0x3000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(engine.completions(typed, 5)).hasSizeLessThanOrEqualTo(5);
    }
    assertThat(engine.completions("oil ".repeat(2500), 5)).isEmpty();
    assertThat(engine.completions("x".repeat(10_000), 5)).isEmpty();
  }
}
