package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that took minutes, all of the memory or all of the stack. */
class MadeToBreakTest {
  private static final String ITEM = "<item><title>Refiners Wait</title></item>";

  @ParameterizedTest
  @ValueSource(
      strings = {"\n", " ", "\r\n", "\t", "<??>", "<!---->", "<!doctype x>", "<?", "{", "["})
  void aHeadOfNothingButTheSameIsToldWhateverComesBehind(String piece) {
    String text = piece.repeat(100_000 / piece.length()) + "Oil rises\n2 hours ago\n";
    assertThat(Read.text("a.txt", text).outcomes()).hasSize(1);
  }

  @Test
  void aFeedBehindAThousandBlankLinesAndCommentsIsAFeed() {
    String feed =
        "\n".repeat(1_000) + "<!-- a -->\n".repeat(900) + "<rss version='2.0'><channel>" + ITEM;
    assertThat(Read.text("a.xml", feed + "</channel></rss>").entries()).hasSize(1);
  }

  @Test
  void aPageOfMoreTagsThanAnyPageHasIsNamed() {
    String page = "<html><body>" + "Oil<br>".repeat(Limits.TAGS) + "</body></html>";
    assertThat(Read.text("a.html", page).causes()).containsExactly(Cause.TOO_LARGE);
  }

  @Test
  void aFeedOfMoreTagsThanAnyFeedHasIsNamed() {
    String feed =
        "<rss version='2.0'><channel>" + "<item/>".repeat(Limits.TAGS) + "</channel></rss>";
    assertThat(Read.text("a.xml", feed).causes()).containsExactly(Cause.TOO_LARGE);
  }

  @Test
  void aTextOfMoreLinesThanAnyPageHasIsNamed() {
    assertThat(Read.text("a.txt", "2 hours ago\n".repeat(Limits.TEXT_LINES + 1)).causes())
        .containsExactly(Cause.TOO_LARGE);
  }

  @Test
  void blankLinesAreNotCounted() {
    String text = "\n".repeat(Limits.TEXT_LINES + 1) + "Crude Cargo Leaves Port\n2 hours ago\n";
    assertThat(Read.text("a.txt", text).pages()).hasSize(1);
  }

  @Test
  void aLongHeadIsNotReadAgainWithEveryEntryOfADamagedFeed() {
    String feed =
        "<rss version='2.0'><channel><title>x</title>"
            + "<x>y</x>".repeat(20_000)
            + ITEM.repeat(1_000)
            + "<item><title>a</b>";
    assertThat(Read.text("a.xml", feed).entries()).hasSize(1_000);
  }

  @Test
  void theEndOfAnEntryThatHasNoneIsLookedForOnce() {
    String feed =
        "<rss version='2.0'><channel>" + ITEM + "<entry ></x>".repeat(60_000) + ITEM + "</b>";
    assertThat(Read.text("a.xml", feed).entries()).hasSize(2);
  }
}
