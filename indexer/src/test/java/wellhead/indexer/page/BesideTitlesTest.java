package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.page.ParsedPage.Headline;

/** What a page prints before, behind and between its titles is no part of them. */
class BesideTitlesTest {
  private static final List<String> TITLES =
      List.of(
          "Tanker owners bet on a long winter",
          "Who pays for the stranded cable?",
          "Ferry crews vote to end their strike",
          "Kestrel drops its plan for a second yard",
          "Rain fills the dams of the north",
          "Miners return to the pit after talks");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NUMBER TITLE",
        "NUMBER: TITLE",
        "[IMG] TITLE",
        "[rig-at-dawn.jpg] TITLE",
        "[rig.png?1478] TITLE",
        "TITLE [IMG]",
        "TITLE Watch",
        "TITLE (example.com)",
        "TITLE (example.com/kestrel)",
        "TITLE\n02:1NUMBER",
      })
  void inText(String row) {
    assertThat(titles(TextPage.read(rows(row), null))).isEqualTo(TITLES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<li><a href='/NUMBER'>NUMBER: TITLE</a></li>",
        "<li><a href='/NUMBER'>TITLE Watch</a></li>",
        "<li><a href='/NUMBER'>TITLE</a><span>02:1NUMBER</span></li>",
      })
  void inHtml(String row) {
    String html = "<html><body><ul>" + rows(row) + "</ul></body></html>";
    assertThat(titles(HtmlPage.read(html, null, "https://a.example/"))).isEqualTo(TITLES);
  }

  @Test
  void aRowMayHaveLostItsNumber() {
    String text = rows("NUMBER: TITLE").replace("2: Who", "Who");
    assertThat(titles(TextPage.read(text, null))).isEqualTo(TITLES);
  }

  @Test
  void oneTitleMayEndInTheWordOfAButton() {
    String text = rows("• TITLE").replace("long winter", "long Watch");
    assertThat(titles(TextPage.read(text, null))).contains("Tanker owners bet on a long Watch");
  }

  @Test
  void aTagThatWasEscapedIsASpace() {
    String text = rows("• TITLE").replace("bet on", "bet<br>on");
    assertThat(titles(TextPage.read(text, null))).isEqualTo(TITLES);
  }

  @Test
  void aNameWrittenInOneIsNotTwoTitles() {
    String text = rows("NUMBER. TITLE\n1NUMBER points by greenHeron NUMBER hours ago\n");
    assertThat(titles(TextPage.read(text, null))).isEqualTo(TITLES);
  }

  @Test
  void whatIsReadMostIsPrintedInThatOrderAndNotByAge() {
    List<String> ages = List.of("7 hours", "13 hours", "3 days", "9 hours", "4 days", "2 hours");
    String text =
        "Most Popular\n\n" + rows(i -> "• " + TITLES.get(i) + " - " + ages.get(i) + " ago");
    assertThat(titles(TextPage.read(text, null))).isEqualTo(TITLES);
  }

  private static List<String> titles(ParsedPage page) {
    return page.headlines().stream().map(Headline::title).toList();
  }

  private static String rows(String row) {
    return rows(
        i -> row.replace("NUMBER", Integer.toString(i + 1)).replace("TITLE", TITLES.get(i)));
  }

  private static String rows(IntFunction<String> row) {
    return IntStream.range(0, TITLES.size())
        .mapToObj(row)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
