package wellhead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNamesTest {
  /** What desks ask for. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Hyundai, Kia, Toyota, GM, Ford, Volkswagen, BMW, Rivian, Volvo, Gotion",
        "Nordex, Vattenfall, Octopus Energy, DEME, Hitachi, Statkraft, Ocean Winds, Drax",
        "Van Oord, Jan De Nul, Northland Power, Cadeler, Canadian Solar, Enercon, Nexans",
        "Prysmian, Sungrow, MingYang, Trina, Goldwind, Energinet, Frontline, Keppel, Boskalis",
        "DNO, KNPC, Caspian Pipeline Consortium, ReNew, Cosmo, Total, Shell",
        "Aker Solutions, Salzgitter, Shanghai Electric, Total Eren, Climeworks, Terna, Statnett",
        "Saudi, Saudis, Texas, New Mexico, Permian, Bakken, Haynesville, Montney, Vaca Muerta",
        "Hormuz, Bab el-Mandeb, Bab al-Mandab, Suez Canal, Bosporus, Malacca, Red Sea",
        "Sabine Pass, Ras Tanura, Novorossiysk, Ceyhan, Fujairah, Kharg Island, Cove Point",
        "Ghawar, Kashagan, Johan Sverdrup, Rosebank, South Pars, Stabroek, Leviathan",
        "Druzhba, Nord Stream, Power of Siberia, Keystone XL, Coastal GasLink, Dakota Access",
        "Dogger Bank, Hornsea, Vineyard Wind, Hollandse Kust, Hywind, Kriegers Flak, Arcadis Ost",
        "JKM, TTF, NBP, Henry Hub, Murban, ESPO, Urals, WCS, Maya, Bonny Light, Brent, WTI",
        "Kyiv, Kiev, Yorkshire, Brittany, Guangdong, Gujarat, Irish Sea, Southeast Asia",
        "Granholm, Birol, Laschet, Baerbock, Obama, Netanyahu, Tinubu, Manchin, Cingolani",
      })
  void namesOfTheTradeAreKnown(String names) {
    List<String> unknown =
        Arrays.stream(names.split(", ")).filter(name -> !KnownNames.isKnown(name)).toList();
    assertThat(unknown).isEmpty();
  }

  /** Short forms and units find each other. */
  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mmbpd             | million bpd
          kbd               | thousand bpd
          mtpa              | million tonnes per annum
          bcm               | billion cubic metres
          FSRU              | floating storage and regasification unit
          FPSO              | floating production storage and offloading
          M&A               | mergers and acquisitions
          nat gas           | natural gas
          nuke              | nuclear
          OSP               | official selling price
          JKM               | Japan Korea Marker
          Bab el-Mandeb     | Bab al-Mandab
          Kyiv              | Kiev
          CfD               | contract for difference
          OEMs              | original equipment manufacturer
          """)
  void shortFormsAreTheirLongOnes(String one, String other) {
    assertThat(EnergyAnalysis.terms(one)).isEqualTo(EnergyAnalysis.terms(other));
  }
}
