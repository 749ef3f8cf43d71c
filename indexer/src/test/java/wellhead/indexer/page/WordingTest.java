package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Gas Rises Again | 3",
        "U.S. Rig Count | 3",
        "3.5% of 80,000 bpd | 4",
        "石油价格上涨 | 3",
        "— • | 0",
      })
  void countsWordsOfAnyWriting(String text, int words) {
    assertThat(Wording.words(text)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Chevron Prepares to Close the Alder Deal",
        "Will Gas Rise Again This Winter?",
        "‘We Are Waiting,’ Says the Minister",
        "4 Wells, 3 Owners and One Lawsuit",
        "$2.05B Offer Wins the Port Auction",
        "Iraq Lifts Oil Output by 80,000 ...",
        "Talks Resume in the U.S.",
        "沿海三座接收站恢复运营",
      })
  void takesHeadlinesForHeadlines(String text) {
    assertThat(Wording.isHeadline(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Markets",
        "Log in",
        "It was the same in 2014, and the year after.",
        "Two rigs under tow (Photo: A. Sailor)",
        "© 2024 Gulf Energy Review and Others",
        "MarketsWorldPoliticsMoreVideoSport and Weather Now",
        "Home | News | Opinion | Video and More",
        "Write to us at press@kestrel.example today",
        "Main Header Ad 468x60",
        "necesitamos tu apoyo para seguir",
        "Ines Varga, Stavanger, Norway, and others:",
      })
  void takesNothingElseForAHeadline(String text) {
    assertThat(Wording.isHeadline(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The sand goes to the beach at Noord, where it came from.",
        "“We are not leaving, we are waiting,” a spokesperson said.",
        "现货价格一度上涨近两成。随着船期恢复,报价已经回到月初的水平。",
      })
  void takesSentencesForProse(String text) {
    assertThat(Wording.isProse(text)).isTrue();
  }
}
