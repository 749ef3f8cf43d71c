package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.page.ParsedPage.Headline;

/** No single phrase takes a whole list away, and what is set like news but is none stays away. */
class StrangePagesTest {
  private static final List<String> TITLES =
      List.of(
          "Tide Mill at Orsund Turns Again After Two Years",
          "Lenders Want Their Cable Back From Varde Power",
          "Ice on the Lines: What Crews Learnt in January",
          "Korsand Line Shut After Valve Fails a Test",
          "Grid Operator Pays Wind Farms to Stand Still",
          "Ferry Yard Lays Off a Third of Its Welders");

  private static String items(String item) {
    return IntStream.range(0, TITLES.size())
        .mapToObj(i -> item.replace("AGE", (i + 1) + " hours").replace("TITLE", TITLES.get(i)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> titles(ParsedPage page) {
    return page.headlines().stream().map(Headline::title).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"• Home\n• Sport\n• Have Your Say\n\n", "Comments\n\n", "267 Comments\n\n"})
  void aMenuOrACountAboveAListIsNoForum(String above) {
    assertThat(titles(TextPage.read(above + items("• AGE TITLE"), null))).isEqualTo(TITLES);
  }

  @Test
  void anAdvertiserUnderOneRowTakesNoOtherRowAway() {
    String page =
        """
        • 1 hour Tide Mill at Orsund Turns Again
        • 2 hours Lenders Want Their Cable Back
        • 2 hours New Pumps For Better Wells
        Brought to you by Acme Storage
        • 3 hours Ice on the Lines: What Crews Learnt
        • 5 hours Korsand Line Shut After a Test
        • 6 hours Grid Operator Pays Wind Farms
        """;
    assertThat(titles(TextPage.read(page, null)))
        .contains("Ice on the Lines: What Crews Learnt", "Korsand Line Shut After a Test");
  }

  @Test
  void aTabNamedDiscussionAboveSortedRowsLeavesThemNewsAndThreadsOutOfOrderAreNone() {
    String news =
        IntStream.range(0, 40)
            .mapToObj(i ->
                "• "
                    + (i + 1)
                    + " hours Station "
                    + words(i)
                    + " is the "
                    + words(39 - i)
                    + " of the north")
            .collect(Collectors.joining("\n", "", "\n"));
    List<Integer> ages = List.of(5, 1, 9, 2, 7, 1, 8, 3, 6, 1, 9, 4, 2, 8, 1, 7);
    String threads =
        IntStream.range(0, ages.size())
            .mapToObj(
                i -> "• " + ages.get(i) + " days Talk about " + words(i) + " and the price of it")
            .collect(Collectors.joining("\n", "\n", "\n"));
    List<String> read = titles(TextPage.read("• Discussion\n• Headlines\n" + news + threads, null));
    assertThat(read).hasSize(40).allMatch(title -> title.startsWith("Station"));
  }

  /** Made-up names, each different from the others. */
  private static String words(int i) {
    return "Or"
        + "bdfgklmnprst".charAt(i % 12)
        + "aeiou".charAt(i % 5)
        + "n"
        + "aeiou".charAt(i / 5 % 5)
        + "s";
  }

  @Test
  void aTeaserInTheLinkOfItsTitleIsNoHeadlineOfItsOwn() {
    String html =
        TITLES.stream()
            .map(t ->
                "<li><a href='/"
                    + t.hashCode()
                    + "'><h3>"
                    + t
                    + "</h3><p>Turns out the people who planned it may have had it right</p></a></li>")
            .collect(Collectors.joining("", "<ul>", "</ul>"));
    assertThat(titles(HtmlPage.read(html, null, null))).isEqualTo(TITLES);
  }

  @Test
  void theLinkToTheRestOfATeaserIsNoHeadline() {
    String html =
        TITLES.stream()
            .map(t ->
                "<h2><a href='/"
                    + t.hashCode()
                    + "'>"
                    + t
                    + "</a></h2><p>A sentence about it, and what it means. <a href='/"
                    + t.hashCode()
                    + "'>more</a></p>")
            .collect(Collectors.joining());
    assertThat(titles(HtmlPage.read(html, null, null))).isEqualTo(TITLES);
  }

  @Test
  void aRefusedLineSaysWhatDecided() {
    String page = items("• AGE TITLE") + "\nBuy pumps and valves: all you need to sign up for\n";
    assertThat(TextPage.read(page, null).rejected())
        .allSatisfy(line -> assertThat(line.reason()).contains("(-"))
        .isNotEmpty();
  }
}
