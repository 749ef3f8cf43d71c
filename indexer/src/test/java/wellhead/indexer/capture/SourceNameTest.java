package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNameTest {

  @ParameterizedTest
  @CsvSource({
    "barrelpost.example_20250708T073000Z.txt, barrelpost.example",
    "www.barrelpost.example_1.txt, barrelpost.example",
    "News.Example_a.html, news.example",
    "energy.co.uk_front_page.txt, energy.co.uk",
  })
  void isTheHostBeforeTheUnderscore(String file, String expected) {
    assertThat(SourceName.ofFileName(file)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"page.txt", "front_page.txt", "notes.txt_1", "a.b1_x.txt", "v1.2_x.txt", "_x", ""})
  void isNotFoundInOtherNames(String file) {
    assertThat(SourceName.ofFileName(file)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.barrelpost.example/a?b=c, barrelpost.example",
    "http://NEWS.example:8080/, news.example",
  })
  void isTheHostOfALink(String url, String expected) {
    assertThat(SourceName.ofUrl(url)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not a link", "mailto:a@b.example", "/relative", ""})
  void isNotFoundInWhatIsNoLink(String url) {
    assertThat(SourceName.ofUrl(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "WWW.Barrelpost.Example, barrelpost.example",
    "Desk Notes, desk notes",
    "www.x, www.x"
  })
  void isTakenAsGivenButForCaseAndWww(String given, String expected) {
    assertThat(SourceName.normal(given)).isEqualTo(expected);
  }
}
