package wellhead.indexer.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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
}
