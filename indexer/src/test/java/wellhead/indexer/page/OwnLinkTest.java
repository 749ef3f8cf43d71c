package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.indexer.page.ParsedPage.Article;
import wellhead.indexer.page.ParsedPage.Headline;

class OwnLinkTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // captured, said, says it is an article, listed, own
        "https://a.example/1, -, false, -, https://a.example/1",
        "https://a.example/1?x=y, https://a.example/1, true, -, https://a.example/1",
        "https://a.example/, -, false, -, -",
        "https://a.example, https://a.example/, true, -, -",
        "https://a.example/?p=7, -, false, -, https://a.example/?p=7",
        "https://a.example/1, https://a.example/, true, -, https://a.example/1",
        "https://a.example/, -, false, https://a.example/1, https://a.example/1",
        "https://a.example/news/, https://a.example/news/, false, https://a.example/1, https://a.example/1",
        "https://a.example/1, -, true, https://b.example/copy, https://a.example/1",
        "https://a.example/1, -, false, https://a.example/1?from=list, https://a.example/1",
      })
  void isThePagesUnlessOthersStandThereToo(
      @Nullable String captured,
      @Nullable String said,
      boolean article,
      @Nullable String listed,
      @Nullable String own) {
    var headline = new Headline("Tankers Queue", null, null, false, null, listed, 1);
    var page = new ParsedPage(List.of(headline), null, List.of());
    var metadata = new PageMetadata(null, article, null, null, null, said, null);
    assertThat(new OwnLink(captured, page).of(article("Tankers Queue"), metadata)).isEqualTo(own);
  }

  private static Article article(String title) {
    return new Article(
        title, null, null, null, false, null, null, List.of(), "Text.", List.of(), 1);
  }
}
