package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which of the stretches of prose on a page is the article. */
class BodyTest {
  private static final String ARTICLE =
      """
      Valve Failure Halts Export Line At Korsand

      3 March 2025

      By Ines Mattsen

      The operator of the Korsand export line shut it on Monday after a valve failed to close in a routine test.

      Engineers found the seat of the valve worn through, the company said, and will replace it within six days.

      Buyers at the terminal have cargoes from storage until then, so no loading is late for the moment.
      """;

  private static final List<String> PARAGRAPHS =
      List.of(
          "The operator of the Korsand export line shut it on Monday after a valve failed to close in a routine test.",
          "Engineers found the seat of the valve worn through, the company said, and will replace it within six days.",
          "Buyers at the terminal have cargoes from storage until then, so no loading is late for the moment.");

  @Test
  void proseUnderATitleAndItsDateGoesBeforeMoreProseUnderNothing() {
    String slogans =
        """
        We bring you the numbers behind the tariffs, every working day, in plain words and plain tables.

        Our analysts look at grids, markets and mines on four continents, and they never take a commission.

        Join eleven thousand readers who begin their morning with the one letter that explains the meter.

        You may read it at home, at the office and on the road, and you may leave the list whenever you like.
        """;
    assertThat(body("Meter & Tariff\n\n" + ARTICLE + "\nMost Popular\n\n" + slogans))
        .containsExactlyElementsOf(PARAGRAPHS);
  }

  @Test
  void whatASiteSaysAboveTheTitleIsNoBeginningOfTheArticle() {
    assertThat(
            body(
                """
                Meter & Tariff

                About Us

                The independent letter for all who buy, sell and count electricity in the northern regions.

                It has been printed without advertisements since the spring of the great turbine auction.

                Prices

                Tables

                Maps

                Archive

                Glossary

                """
                    + ARTICLE))
        .containsExactlyElementsOf(PARAGRAPHS);
  }

  @Test
  void aSubheadThatBeginsWithAboutDoesNotHideTheArticle() {
    String headed = ARTICLE.replace("By Ines Mattsen", "About the Korsand Line");
    assertThat(
            body(
                headed
                    + """

                    Two more valves of the same make lie on the line, and both will be opened for a look this summer.

                    The regulator asked for the records of all tests since the line was laid, a spokesman said on Tuesday.
                    """))
        .hasSize(5);
  }

  @Test
  void aMenuThatSaysCommentsSwallowsNoArticle() {
    assertThat(
            body(
                """
                Meter & Tariff

                Home

                Prices

                Comments

                Regions

                Monday, 3 March 2025

                Valve Failure Halts Export Line At Korsand

                A routine test on Monday ended with the whole line shut down, and nobody knows yet for how long.

                The terminal at dusk

                By Ines Mattsen

                3 March 2025

                """
                    + String.join("\n\n", PARAGRAPHS)
                    + """


                    2 Comments

                    Nils Ostrand

                    4 March 2025

                    And who tests the testers of these valves, I ask you, year after year?
                    """))
        .endsWith(PARAGRAPHS.toArray(String[]::new));
  }

  @Test
  void boxesAndButtonsInTheMiddleDoNotEndTheArticle() {
    String box =
        """
        More from Grids

        Tide Mill at Orsund Turns Again After Two Years

        Lenders Want Their Cable Back From Varde Power

        Ice On The Lines: What Crews Learnt In January

        Share this article

        """;
    String page = ARTICLE.replace(PARAGRAPHS.get(1), box + PARAGRAPHS.get(1));
    assertThat(body(page)).containsExactlyElementsOf(PARAGRAPHS);
  }

  @Test
  void aRowOfButtonsIsNoTitleBetweenTheDateAndTheText() {
    String others =
        """

        Meter & Tariff, established by two meter readers, is the paper of record for whoever reads a bill twice. It \
        has offices in three harbours and correspondents in nine, and it prints every correction on the front page, \
        where the error stood. Its archive goes back to the first gas lamps and is free for schools and libraries.
        """;
    String page =
        "Latest News\n\n"
            + ARTICLE.replace(
                PARAGRAPHS.get(0),
                "Email Twitter Facebook WhatsApp Print Save\n\n" + PARAGRAPHS.get(0));
    assertThat(body(page + "\nFollow us on the wire\n" + others))
        .containsExactlyElementsOf(PARAGRAPHS);
  }

  @Test
  void whatStandsAgainAndAgainIsNoParagraph() {
    String alt =
        "The terminal of the Korsand line lies in the fog while two tankers wait for their turn.";
    String links = (alt + "\n\nHarbour Pilots Vote On Monday About Night Shifts\n\n").repeat(3);
    assertThat(body(ARTICLE + "\n" + links)).containsExactlyElementsOf(PARAGRAPHS);
  }

  @Test
  void theTeasersAboveTheHeadOfAnArticleAreNotItsBeginning() {
    String teasers =
        """
        Crews climbed the pylons before dawn, and by noon the island had its light back, the mayor said on the wire.

        The price of a month's heat fell for the third time this winter, as storage stays fuller than anybody thought.

        """;
    assertThat(body("Meter & Tariff\n\n" + teasers + ARTICLE))
        .containsExactlyElementsOf(PARAGRAPHS);
  }

  @Test
  void theArticleBelowAnArticleIsNotItsEnd() {
    String next =
        """

        Tide Mill At Orsund Turns Again

        2 March 2025

        The mill in the mouth of the fjord ground its first current in two years when the gates opened on Sunday.

        Its owners had waited for a bearing that no yard on this coast could cast, and had it made abroad at last.
        """;
    assertThat(body(ARTICLE + next)).containsExactlyElementsOf(PARAGRAPHS);
  }

  @Test
  void picturesAndTheirTimesAboveAnArticleAreNoComments() {
    String cards =
        """
        [tide_mill_]
        1:41
        Tide Mill Turns Again After Two Years
        [ice_lines_]
        18:08
        What Crews Learnt In January On The Ice
        [varde_cab_]
        10:18
        Lenders Want Their Cable Back From Varde

        """;
    String comments =
        """

        2 responses to Valve Failure Halts Export Line At Korsand

        nils_o says:

        March 4, 2025 at 6:34 am

        And who tests the testers of these valves, I ask you, year after year?

        orsund_reader says:

        March 4, 2025 at 7:12 am

        The seat was worn through in the spring as well, and nobody printed a word of it.
        """;
    String byline =
        ARTICLE.replace("3 March 2025\n\n", "").replace("Mattsen", "Mattsen on March 3, 2025");
    assertThat(body(cards + byline + comments)).containsExactlyElementsOf(PARAGRAPHS);
  }

  private static List<String> body(String page) {
    ParsedPage.Article article = TextPage.read(page, null).article();
    return List.of(Objects.requireNonNull(article, "an article").body().split("\n\n"));
  }
}
