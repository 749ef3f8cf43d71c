package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ADVERTISEMENT | NOISE | ''",
        "(Click to enlarge) | NOISE | ''",
        "Related: Gas Rises Again | RELATED | Gas Rises Again",
        "Lesen Sie auch – Gas wird teurer | RELATED | Gas wird teurer",
        "Leave a comment | COMMENTS | ''",
        "Comments (12) | COMMENTS | ''",
        "By Jane Doe | BYLINE | Jane Doe",
        "See all from this author | NOISE | from this author",
        "Posted in Tankers | NOISE | Tankers",
        "Most Read This Week | POPULAR | This Week",
        "相关新闻 | NEWS | ''",
        "Enter it and we tell your email address to nobody | NOISE | ''",
      })
  void knowsThePhrase(String line, Cue cue, String rest) {
    assertThat(Phrases.of(null).match(line))
        .hasValueSatisfying(m -> {
          assertThat(m.cue()).isEqualTo(cue);
          assertThat(m.rest()).isEqualTo(rest);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Related industries grow as well", "Commentators were surprised", "Gas rises", ""})
  void leavesOtherWordsAlone(String line) {
    assertThat(Phrases.of(null).match(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody.example", "../phrases", "OILPRICE.COM", ""})
  void fallsBackToTheGenericTable(String source) {
    assertThat(Phrases.of(source).match("Advertisement")).isPresent();
    assertThat(Phrases.of(source).match("Gas rises")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Gas Room - All the Gas in One Room, gasroom.example",
    "GASROOM | News, gasroom.example",
    "Download the Gas Room app today, gasroom.example",
  })
  void knowsWhatVariesWithTheSitesName(String line, String source) {
    assertThat(Phrases.of(source).match(line)).map(m -> m.cue()).contains(Cue.NOISE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Gas Room", "Gas Room - Prices Rise in Asia", "Henry Hub Rises - At Last"})
  void takesNoTitleForASlogan(String line) {
    assertThat(Phrases.of("henryhubdaily.example").match(line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Henry Hub 3.20 USD, true",
    "TTF front month 32.84 EUR, true",
    "EXXON Mobil -0.35, true",
    "WTI Crude 81.20 +0.35 +0.43%, true",
    "Brent Climbs to $85.20, false",
    "Oil Gains 2%, false",
    "OPEC+ Adds 160000, false",
  })
  void tellsAMarketsQuoteFromAHeadline(String line, boolean quote) {
    assertThat(Furniture.isQuote(line)).isEqualTo(quote);
  }

  @Test
  void addsWhatAHostAlonePrints() {
    assertThat(Phrases.of(null).match("Find us on:")).isEmpty();
    assertThat(Phrases.of("oilprice.com").match("Find us on:")).isPresent();
  }
}
