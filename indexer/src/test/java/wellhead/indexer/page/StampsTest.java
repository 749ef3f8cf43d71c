package wellhead.indexer.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
      delimiter = ';',
      textBlock =
          """
          Norway Sells More Gas To Poland Than Last Winter ~9 hours ago ; ~9 hours ago ; Norway Sells More Gas To Poland Than Last Winter
          Kites Fly Over The Harbour Again 3 hours ago 12 comments      ; 3 hours ago  ; Kites Fly Over The Harbour Again
          Kites Fly Over The Harbour Again 3 hours ago on Rig Blog      ; 3 hours ago  ; Kites Fly Over The Harbour Again
          Kites Fly Over The Harbour34,659 comments - 3 days ago        ; 3 days ago   ; Kites Fly Over The Harbour
          """)
  void smallPrintBesideAnAgeIsNoPartOfTheTitle(String line, String printed, String title) {
    Stamp stamp = Stamps.find(line).orElseThrow();
    assertEquals(printed + " | " + title, stamp.printed() + " | " + stamp.headline());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Middle East9 hours ago            ; 9 hours ago
          about 8 hours ago                 ; about 8 hours ago
          36 min ago9:46 a.m. March 2, 2019 ; 36 min ago
          """)
  void anAgeIsPrintedWithoutWhatIsGluedToIt(String line, String printed) {
    assertEquals(printed, Stamps.find(line).orElseThrow().printed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"01:43 min", "Watch 02:11", "Title Watch 02:11"})
  void howLongAVideoIsIsNoTime(String line) {
    assertEquals(Optional.empty(), Stamps.find(line));
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
