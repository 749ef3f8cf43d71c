package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.page.ParsedPage.Headline;

/** Between rows with ages, words that are furniture or prose elsewhere make a title. */
class RowsOfListsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Harbor ferries now being powered by the tide",
        "Ministers approve a new hydrogen forum",
        "In the trenches: how crews bury a cable",
        "Gas Is Dear. Why Do We Still Burn So Much of It?",
        "Two Words",
        "Read more about these turbines",
        "UPDATED: Kestrel Joins the Race for Two Wind Farms",
        "UPDATED Kestrel Joins the Race for Two Wind Farms",
        "Regulator publishes updated rules for tidal power",
        "Regulator publishes rules, updated for tidal power",
        "npower-style tariffs end after a leak of names",
        "eFuels plant opens on an island",
        "Back tidal power, fishermen tell ministers",
      })
  void keepsTheTitle(String title) {
    assertThat(list(title).headlines()).extracting(Headline::title).contains(title).hasSize(6);
    assertThat(list(title).headlines()).extracting(Headline::age).contains("3 hours");
  }

  @Test
  void keepsARowWithoutAnAgeBetweenRowsThatHaveOnesWhateverItsBullet() {
    String text =
        """
        • 2 hours Ferries Powered by the Tide
        * 30 Days After the Spill, Kestrel Still Counts Birds
        - 3 hours Wind Farm Wins Its Grid Link
        """;
    assertThat(TextPage.read(text, null).headlines())
        .extracting(Headline::age, Headline::title)
        .contains(tuple(null, "30 Days After the Spill, Kestrel Still Counts Birds"));
  }

  @Test
  void keepsItAsTheFirstRowToo() {
    String text =
        "• 2 hours Ferries powered by the tide\n  • 3 hours Wind Farm Wins Its Grid Link\n";
    assertThat(TextPage.read(text, null).headlines()).hasSize(2);
  }

  private static ParsedPage list(String title) {
    return TextPage.read(
        "• 1 hour Refiners Wait for Cheaper Crude\n"
            + "  • 2 hours Wind Farm Wins Its Grid Link\n"
            + "  • 3 hours "
            + title
            + "\n"
            + "  • 4 hours Pipeline Restarts After Two Weeks\n"
            + "  • 5 hours Tankers Queue Off Rotterdam Again\n"
            + "  • 6 hours Solar Auction Draws Record Bids\n",
        null);
  }
}
