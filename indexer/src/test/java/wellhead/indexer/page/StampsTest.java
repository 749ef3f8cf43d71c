package wellhead.indexer.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes off a line: the label as printed, and whether the rest is a title or small print. */
class StampsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Oil Prices Slide as Demand Weakens in Asia / 2 hours ago | 2 hours ago | Oil Prices Slide as Demand Weakens in Asia
          2 hours ago / Oil Prices Slide as Demand Weakens in Asia | 2 hours ago | Oil Prices Slide as Demand Weakens in Asia
          Grid Operators Warn of a Tight Winter / March 3, 2026    | March 3, 2026 | Grid Operators Warn of a Tight Winter
          """)
  void aSlashSetsALabelOffItsTitle(String line, String printed, String title) {
    Stamp stamp = Stamps.find(line).orElseThrow();
    assertEquals(printed + " | " + title, stamp.printed() + " | " + stamp.headline());
    assertEquals(false, stamp.smallPrint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GW - Grid Friends - Power / 11 hours ago | 11 hours ago  | GW - Grid Friends - Power
          Houston, Texas 3 March 2020              | 3 March 2020  | Houston, Texas
          3 hours ago in Markets                   | 3 hours ago   | Markets
          """)
  void aNameBesideALabelIsSmallPrint(String line, String printed, String rest) {
    Stamp stamp = Stamps.find(line).orElseThrow();
    assertEquals(printed + " | " + rest, stamp.printed() + " | " + stamp.headline());
    assertEquals(true, stamp.smallPrint());
  }
}
