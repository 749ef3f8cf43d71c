package wellhead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnergyAnalysisTest {

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          US sanctions            | U.S. Sanctions Bite
          US                      | The United States and its allies
          US                      | a USA-wide grid
          U.S.                    | US crude
          u.s.                    | US crude
          United States           | U.S.-made turbines
          USA                     | the U.S.’s stocks
          us                      | U.S. stocks
          us                      | they told us so
          us sanctions            | United States Sanctions
          UK                      | United Kingdom grid
          United Kingdom          | U.K. fund
          Iran                    | Iran’s tankers
          Iran                    | Iran's tankers
          iran                    | IRAN
          OPEC                    | OPEC+ meets
          OPEC                    | OPEC meets
          OPEC+                   | OPEC+ meets
          OPEC+                   | OPEC+’s meeting
          OPEC+                   | OPEC+-led cuts
          OPEC+                   | the OPEC Plus group
          opec+                   | (OPEC+)
          OPEC plus               | OPEC+ meets
          bpd                     | 500 b/d
          b/d                     | 500 barrels per day
          barrels per day         | 500 barrels a day
          barrels a day           | 500bpd
          80k b/d                 | up by 80,000 bpd
          80,000 bpd              | up by 80 thousand barrels per day
          80 thousand barrels a day | 80k b/d
          80 kb/d                 | 80,000 barrels per day
          1.2 mb/d                | 1.2 million bpd
          1.2 million bpd         | 1,200,000 b/d
          80                      | 80 thousand
          80                      | 80k
          $7.38 billion           | $7.38B bid
          $7.38B                  | USD 7.38bn
          USD 7.38bn              | a $7.38 billion bid
          7.38 billion            | $7.38B
          7.38 bln                | $7.38B
          billion                 | $7.38B
          $7.38 billion           | 7.38 billion dollars
          $7,380 million          | $7.38B
          US$5                    | $5 a gallon
          5 bcf                   | 5 billion cubic feet
          5 billion cubic feet    | 5 Bcf of storage
          LNG                     | liquefied natural gas
          liquefied natural gas   | LNG cargo
          lng                     | LNG
          natural gas             | liquefied natural gas
          gas                     | liquefied natural gas
          NGL                     | natural gas liquids
          natural gas liquids     | liquefied natural gas liquids
          electric vehicles       | an EV maker
          EVs                     | an electric vehicle
          Exxon                   | ExxonMobil well
          Exxon                   | Exxon Mobil well
          Exxon                   | ExxonMobil’s well
          ExxonMobil              | Exxon well
          Mobil                   | Exxon Mobil well
          Saudi Aramco            | Aramco raises
          Saudi                   | Saudi Aramco
          refiner                 | refineries
          refiners                | the refinery
          refinery                | China's refiners
          refineries              | a refiner
          Q2                      | second quarter
          second quarter          | in Q2
          second quarter          | second-quarter profit
          2Q                      | Q2 2025
          Hess                    | Exxon-Hess case
          exxon hess              | Exxon-Hess case
          Exxon-Hess              | Exxon and Hess
          gas                     | oil/gas
          oil/gas                 | oil and gas
          Pegasus                 | the Pegasus-1 well
          pegasus-1               | the Pegasus-1 well
          C++                     | written in C++
          C                       | written in C++
          350-Meter               | a 350 metre column
          2%                      | rose 2 percent
          2 per cent              | rose 2%
          20 GW                   | 20GW of wind
          sao paulo               | São Paulo
          Orsted                  | Ørsted
          sanction                | sanctions
          climbing                | climbs
          prices                  | price
          refinance               | refinancing
          Equinor                 | Equinor’s
          Iranian                 | Iran
          oilprice                | from oilprice.com
          pipeline                | pipe­line
          sulphur                 | sulfur
          Carney                  | Carney: pipeline
          final investment decision | FID on Rovuma
          石油                     | 中国石油
          """)
  void finds(String query, String text) {
    assertThat(WrittenTerms.of(text)).containsAll(EnergyAnalysis.terms(query));
  }

  @ParameterizedTest(name = "{0} does not find {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          US                      | they told us so
          US                      | Let Us Drill
          U.S.                    | none of us
          United States           | united they stand, whatever the states say
          OPEC+                   | OPEC meets
          OPEC+                   | OPEC + others
          C++                     | plan C
          80,000                  | 80 wells
          80k                     | 80 million
          $7.38 billion           | $7.38 million
          LNG                     | natural gas
          LNG                     | liquefied gas
          Q2                      | Q1
          Q2                      | the second of four quarters
          Exxon                   | Mobil
          Hess                    | Chevron
          refinery                | refined products
          shell                   | sheltered
          organ                   | organization
          universe                | university
          police                  | policy
          general                 | generator
          new                     | news
          import                  | important
          oil                     | boil
          produce                 | product
          EV                      | ever
          bpd                     | boepd
          COP                     | a cop on duty
          Brent                   | crude
          equine                  | Equinor
          the                     | Thor
          refine                  | refinancing
          ore                     | Orion
          """)
  void doesNotFind(String query, String text) {
    assertThat(EnergyAnalysis.terms(query)).isNotEmpty();
    assertThat(WrittenTerms.of(text).containsAll(EnergyAnalysis.terms(query))).isFalse();
  }

  @ParameterizedTest(name = "{0} is asked as {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          floating liquefied natural gas exports | flng export
          80 thousand barrels per day            | 80000 bpd
          5 billion cubic feet                   | 5000000000cf
          five                                   | 5
          0.5 GW of wind                         | 500000000w of wind
          500 kt a day                           | 500000t a day
          75,000 mt of fuel                      | 75000t of fuel
          3 bcf/d                                | 3 bcfd
          007                                    | 007
          """)
  void asksOneTermAConcept(String query, String terms) {
    assertThat(String.join(" ", EnergyAnalysis.terms(query))).isEqualTo(terms);
  }

  @Test
  void hasNoTermsForTextWithoutWords() {
    assertThat(EnergyAnalysis.terms(" - … () 🛢 ")).isEqualTo(EnergyAnalysis.terms("🛢"));
    assertThat(EnergyAnalysis.terms(" -- … ()!?")).isEmpty();
  }

  @Test
  void spellsWhatPhrasesNeed() {
    assertThat(EnergyAnalysis.spellings("lng")).contains(List.of("liquefy", "natural", "gas"));
    assertThat(EnergyAnalysis.spellings("80000")).containsExactly(List.of("80", "thousand"));
    assertThat(EnergyAnalysis.spellings("7380000000")).contains(List.of("7.38", "billion"));
    assertThat(EnergyAnalysis.spellings("shell")).isEmpty();
  }

  @Test
  void foldsAPrefixWithoutStemmingIt() {
    assertThat(EnergyAnalysis.prefix("Réfineries").utf8ToString()).isEqualTo("refineries");
    assertThat(WrittenTerms.of("Two Refineries")).contains("refineries", "refinery");
  }

  @Test
  void pointsAtTheWholeSpelling() {
    assertThat(WrittenTerms.marked("Cheap liquefied natural gas", "lng"))
        .isEqualTo("liquefied natural gas");
    assertThat(WrittenTerms.marked("sold $7.38 billion of it", "7380000000"))
        .isEqualTo("7.38 billion");
    assertThat(WrittenTerms.marked("what OPEC+’s done", "opec+")).isEqualTo("OPEC+’s");
    assertThat(WrittenTerms.marked("at 80kb/d now", "bpd")).isEqualTo("b/d");
  }
}
