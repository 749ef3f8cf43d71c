package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page beside {@code TextPageTest} in the resources is read as its expected.json says. */
class TextPageTest {

  private static final int FEWEST_PAGES = 25;

  @ParameterizedTest
  @MethodSource("pages")
  void readsThePage(Path page) throws IOException {
    Golden.assertReads(page, TextPage.read(Files.readString(page), null));
  }

  static List<Path> pages() throws IOException, URISyntaxException {
    return Golden.pages(".txt", FEWEST_PAGES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\uFEFF", "\r\n\r\n", "\u00A0\u200B\r\n", "•", "•••\n•", "...", "\0"})
  void readsNothingFromNothing(String text) {
    assertThat(TextPage.read(text, null)).isEqualTo(new ParsedPage(List.of(), null, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028", "\f\n"})
  void takesLineEndsOfEverySystem(String end) {
    String text = String.join(end, "3 hours Gas Rises Again", "5 hours Coal Falls Again");

    assertThat(TextPage.read(text, null).headlines())
        .extracting(ParsedPage.Headline::title)
        .containsExactly("Gas Rises Again", "Coal Falls Again");
  }

  @Test
  void readsALineOfMegabytes() {
    assertThat(TextPage.read("gas ".repeat(1_000_000), null).headlines()).isEmpty();
    assertThat(TextPage.read("x".repeat(4_000_000), null).headlines()).isEmpty();
    assertThat(TextPage.read("气".repeat(1_000_000), null).headlines()).isEmpty();
  }

  @Test
  void readsTensOfThousandsOfLines() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 20_000; i++) {
      rows.append("  • ").append(i).append(" days Field Number ").append(i).append(" Is Closed\n");
    }

    assertThat(TextPage.read(rows.toString(), null).headlines()).hasSize(20_000);
  }

  @Test
  void usesWhatAHostAlonePrints() {
    String page =
        """
        Gas Storage Fills Early This Year

        %s

        Download Oilprice.com on Apple, and this is a sentence to mistake for prose.
        """
            .formatted(
                "Storage sites filled two weeks early, operators said on Monday.\n\n".repeat(6));

    assertThat(TextPage.read(page, "oilprice.com").article())
        .extracting(a -> a == null ? "" : a.body(), InstanceOfAssertFactories.STRING)
        .contains("operators said")
        .doesNotContain("mistake for prose");
  }

  @Test
  void aTextInOneLineSaysAtItsEndWhoseItIs() {
    String told =
        "The yard at Odessa has lain idle since the spring, and its owner sees no reason to hurry."
            + " Two buyers came in June, looked at the cranes and left without an offer."
            + " The town counts on the rent, which pays for its pool and half of its library."
            + " Nobody there expects the gates to open before the winter is over."
            + " The owner says that a third buyer is on the way, as he has said twice before."
            + " His neighbours have stopped asking for the name."
            + " ";

    assertThat(TextPage.read(told + "By Jane Miller for Harborwire.example\n", null).article())
        .satisfies(article -> {
          assertThat(article).isNotNull();
          assertThat(article.author()).isEqualTo("Jane Miller");
          assertThat(article.body()).isEqualTo(told.strip());
        });
  }
}
