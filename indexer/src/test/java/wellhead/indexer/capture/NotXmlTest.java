package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotXmlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "<rss><channel><item>                       | it ends too early (line 1)",
        "<rss><channel>~<item></channel></rss>      | <item> is not closed (line 2)",
        "<rss version=2.0></rss>                    | version= is not in quotes (line 1)",
        "<rss a='1' a='2'/>                         | a= is there twice (line 1)",
        "<rss><g:id/></rss>                         | the prefix g: is not declared (line 1)",
        "<rss/>x                                    | something follows its end (line 1)",
        "x<rss/>                                    | something comes before its first element",
        "<rss>\u0001</rss>                          | a character that no XML may hold (line 1)",
        "<rss>a < b</rss>                           | a tag that is written wrongly, or a bare <",
        "<rss version='2.0'/>                       | neither RSS nor Atom as they are written",
        "<html/>                                    | neither RSS nor Atom as they are written",
      })
  void whatIsWrongIsSaidInTheReadersWords(String xml, String why) {
    assertThatThrownBy(() -> XmlFeed.parse(xml.replace('~', '\n'), null, null))
        .isInstanceOf(FeedBytes.NotAFeedException.class)
        .hasMessageContaining("damaged: " + why)
        .hasMessageNotContaining("org.")
        .hasMessageNotContaining("null");
  }
}
