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

  private static List<String> body(String page) {
    ParsedPage.Article article = TextPage.read(page, null).article();
    return List.of(Objects.requireNonNull(article, "an article").body().split("\n\n"));
  }
}
