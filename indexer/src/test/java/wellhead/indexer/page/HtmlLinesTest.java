package wellhead.indexer.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader sees as lines, whatever the markup lets run together. */
class HtmlLinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <a href=/1>Title one</a><a href=/2>Title two</a>                           | Title one / Title two
          <span><a href=/1>Title one</a></span><span><a href=/2>ten kites</a></span> | Title one / ten kites
          <a href=/1>Kites fly over the bay</a> · <a href=/2>Ferries stay in port</a> | Kites fly over the bay / Ferries stay in port
          <a href=/1>Oil</a> <a href=/2>Gas</a> <a href=/3>Coal</a>                  | Oil Gas Coal
          <a href=/1>Kit</a><a href=/1>tens</a> <a href=/1>play</a>                  | Kittens play
          He met <a href=/1>the board of Acme</a> in May                             | He met the board of Acme in May
          """)
  void linksSideBySideAreLines(String html, String lines) {
    assertEquals(lines, lines(html));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <a href=/1><div>01:43 min</div><span>Strike in the north</span><span>Crews walk out: what they want</span></a> | 01:43 min / Strike in the north / Crews walk out: what they want
          <a href=/1><b>Opinion</b><span>The kites return</span></a>    | Opinion / The kites return
          <a href=/1><b>Opinion</b> <span>The kites return</span></a>   | Opinion The kites return
          <a href=/1><i>i</i>Phone sales <b>P</b>erk up</a>             | iPhone sales Perk up
          <a href=/1>McDonald's and <b>Kestrel</b>Corp merge</a>        | McDonald's and KestrelCorp merge
          """)
  void aKickerAndItsTitleAreLinesOfOneLink(String html, String lines) {
    assertEquals(lines, lines(html));
  }

  private static String lines(String html) {
    return HtmlLines.of(Jsoup.parse(html, "https://example.org/")).stream()
        .map(Line::text)
        .collect(Collectors.joining(" / "));
  }
}
