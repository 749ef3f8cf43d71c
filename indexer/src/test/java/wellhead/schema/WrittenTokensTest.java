package wellhead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTokensTest {
  private static final long SEED = Long.getLong("seed", 20261125L);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "…",
        "Gas",
        "OPEC+ cuts 80,000 b/d of U.S. crude",
        "$7.38B and USD 7.38bn are one sum",
        "İstanbul'da ENERJİ toplantısı, Çeşme’de RÜZGÂR",
        "Straße, Œuvre, ﬁeld and ǅ",
        "𝔊as 𝐧ews \uD835 half a pair",
        "天然气价格上涨 и цены на нефть"
      })
  void comesBackAsItWasWritten(String text) {
    assertComesBack(text);
  }

  @Test
  void comesBackWhateverTheHeadline() {
    for (String headline : new MadeUpHeadlines(SEED).stream().limit(500).toList()) {
      assertComesBack(headline);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "US and U.S. and U.S.A. and USA crude, u.s. too",
        "COP30 and COP, SPA and SPAs, up 3% MoM",
        "Iran's refineries refined 80k b/d; C++, OPEC+ and A+B"
      })
  void itsStemsAreWhatQueriesLookFor(String text) {
    assertStemsAreTokens(text);
  }

  @Test
  void itsStemsAreWhatQueriesLookForWhateverTheHeadline() {
    new MadeUpHeadlines(SEED).stream().limit(500).forEach(WrittenTokensTest::assertStemsAreTokens);
  }

  private static void assertStemsAreTokens(String text) {
    assertThat(WrittenTokens.of(text).stems())
        .as("seed %d: %s", SEED, text)
        .extracting(WrittenTokens.Token::term)
        .isEqualTo(EnergyAnalysis.tokens(text));
  }

  @Test
  void aWordIsTheSameWhenItIsRemembered() {
    String text = "Refiners' runs, US runs, u.s. RUNS: $7.38B and Kyiv’s 20GW";
    assertThat(WrittenTokens.of(text)).isEqualTo(WrittenTokens.of(text));
    assertThat(WrittenTokens.of("runs").tokens()).isEqualTo(WrittenTokens.of("runs").tokens());
  }

  @Test
  void takesLittleMoreThanAByteForAWordsPlace() {
    String text = "tankers wait off rotterdam while the harbour pilots vote on longer shifts ";
    assertThat(WrittenTokens.of(text.repeat(20)).encode(text.repeat(20)).length)
        .isLessThan(text.length() * 20);
  }

  private static void assertComesBack(String text) {
    WrittenTokens tokens = WrittenTokens.of(text);
    BytesRef encoded = tokens.encode(text);
    var read = new ArrayList<WrittenTokens.Token>();
    for (var kept = new KeptTokens(encoded, text); kept.next(); ) {
      String term = kept.term();
      assertThat(kept.is(term)).as("seed %d: %s in %s", SEED, term, text).isTrue();
      assertThat(kept.is(term + "s")).as("seed %d: %s in %s", SEED, term, text).isFalse();
      assertThat(kept.is(term.substring(1))).as("seed %d: %s in %s", SEED, term, text).isFalse();
      assertThat(kept.beginsWith(term.substring(0, 1))).isTrue();
      assertThat(kept.beginsWith(term)).as("seed %d: %s in %s", SEED, term, text).isTrue();
      assertThat(kept.first()).isEqualTo(term.charAt(0));
      read.add(
          new WrittenTokens.Token(term, kept.position(), kept.words(), kept.start(), kept.end()));
    }
    assertThat(read).as("seed %d: %s", SEED, text).isEqualTo(tokens.tokens());
  }
}
