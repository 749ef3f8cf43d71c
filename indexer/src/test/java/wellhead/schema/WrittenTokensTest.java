package wellhead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
  void comesBackAsItWasWritten(String text) throws IOException {
    assertComesBack(text);
  }

  @Test
  void comesBackWhateverTheHeadline() throws IOException {
    for (String headline : new MadeUpHeadlines(SEED).stream().limit(500).toList()) {
      assertComesBack(headline);
    }
  }

  @Test
  void takesLittleMoreThanAByteForAWordsPlace() {
    String text = "tankers wait off rotterdam while the harbour pilots vote on longer shifts ";
    assertThat(WrittenTokens.of(text.repeat(20)).encode(text.repeat(20)).length)
        .isLessThan(text.length() * 20);
  }

  private static void assertComesBack(String text) throws IOException {
    WrittenTokens tokens = WrittenTokens.of(text);
    BytesRef encoded = tokens.encode(text);
    assertThat(WrittenTokens.decode(encoded, text)).as("seed %d: %s", SEED, text).isEqualTo(tokens);
  }
}
