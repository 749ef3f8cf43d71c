package wellhead.indexer.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

@Tag("anywhere")
class LabelParserTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "labels.csv",
      delimiter = '¦',
      quoteCharacter = '\0',
      encoding = "UTF-8")
  void readsLabels(String text, String expected) {
    assertThat(Labels.show(text)).as(text).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "lines.csv",
      delimiter = '¦',
      quoteCharacter = '\0',
      encoding = "UTF-8")
  void takesLinesApart(String line, String expected) {
    assertThat(Labels.showLine(line)).as(line).isEqualTo(expected);
  }
}
