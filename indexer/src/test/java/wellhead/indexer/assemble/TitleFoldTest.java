package wellhead.indexer.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleFoldTest {

  @ParameterizedTest
  @CsvSource({
    "Iran’s Oil, IRAN'S OIL",
    "Oil  Climbs – Again, Oil Climbs - Again",
    "Pétrole, Petrole",
    "Oil\u00A0Climbs, Oil Climbs",
    "Oil Climbs., Oil Climbs",
  })
  void makesRenderingsOfOneTitleTheSame(String a, String b) {
    assertThat(TitleFold.fold(a)).isEqualTo(TitleFold.fold(b));
  }

  @ParameterizedTest
  @CsvSource({"OPEC Meets, OPEC+ Meets", "Up 2%, Up 2", "$7 Billion, 7 Billion", "⚡, 🛢"})
  void keepsApartWhatMeansAnotherThing(String a, String b) {
    assertThat(TitleFold.fold(a)).isNotEqualTo(TitleFold.fold(b));
  }

  @Test
  void doesNotDependOnTheMachinesLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(TitleFold.fold("OIL RIG")).isEqualTo("oil rig");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void foldsAsciiAsAnyOtherTitle() {
    long seed = Long.getLong("seed", 29);
    var random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      String title =
          random
              .ints(1 + random.nextInt(12), 1, 128)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      String folded = TitleFold.foldAny(title);
      assertThat(TitleFold.fold(title))
          .as("seed %s, title %s", seed, title)
          .isEqualTo(folded.isEmpty() ? title.strip() : folded);
    }
  }
}
