package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jane Doe | Jane Doe",
        "Jane Doe for Oilweek.example | Jane Doe",
        "Jane Doe and Joe van Bloggs | Jane Doe and Joe van Bloggs",
        "Jane Doe, Joe Bloggs | Jane Doe, Joe Bloggs",
        "Jane Doe, Senior Editor | Jane Doe",
        "Jane Doe , Phys.example | Jane Doe",
        "RFE/RL | RFE/RL",
        "EFE EFE | EFE",
        "JANE DOE | JANE DOE",
        "Jane Doe12 Dec 2016 | Jane Doe",
        "Jane O’Doe, @janeodoe | Jane O’Doe",
        "Jane R. Doe | Jane R. Doe",
        "林海 | 林海",
      })
  void cutsTheNameOut(String behindBy, String name) {
    assertThat(Bylines.name(behindBy)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2030", "the end of the year", "None", "N/A", "Monday it was over.", "a whisker"})
  void refusesWhatIsNoName(String behindBy) {
    assertThat(Bylines.name(behindBy)).isNull();
  }
}
