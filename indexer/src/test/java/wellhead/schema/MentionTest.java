package wellhead.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Comment;
import wellhead.story.Evidence;
import wellhead.story.Sighting;
import wellhead.story.Story;

class MentionTest {

  private static Set<String> in(Mention mention, String title) {
    return mention.in(story(title, null));
  }

  private static Story story(String title, @Nullable ArticleText article) {
    var capture = new CaptureRef("c", null, CapturedAt.UNKNOWN, null, "page.txt", null);
    var sighting = new Sighting(capture, 1, title, null, null, null, null, Evidence.NONE, article);
    return new Story("id", title, List.of(), null, null, null, List.of(sighting), article);
  }

  private static Set<String> split(@Nullable String names) {
    return names == null
        ? Set.of()
        : Arrays.stream(names.split(",")).map(String::strip).collect(Collectors.toSet());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Iranian Tankers Turn Back                          | Iran
          Iran’s exports recover                             | Iran
          U.S. and China trade blows                         | United States, China
          US-China talks stall                               | United States, China
          Tell us what happened to us                        |
          USA exports more                                   | United States
          American drillers idle rigs                        | United States
          Latin American Refiners Cut Runs                   |
          Gulf of Mexico Lease Sale Draws Bids               |
          New Mexico permits rise                            | United States
          Mexico Hedges Its Oil                              | Mexico
          South China Sea Rig Moves                          |
          Papua New Guinea LNG Expands                       | Papua New Guinea
          Equatorial Guinea’s output falls                   | Equatorial Guinea
          South Korean and North Korean grids                | South Korea, North Korea
          Turkey Signs Gas Deal                              | Turkey
          Türkiye signs gas deal                             | Turkey
          Turkey Point Reactor Restarts                      |
          Families pay more for turkey this year             |
          Jordan Buys Israeli Gas                            | Jordan, Israel
          Jordan Cove LNG Is Dead                            |
          Michael Jordan Invests in Solar                    |
          Chad’s pipeline reopens                            | Chad
          Chad Zamarin Named Chief Executive                 |
          Georgia Power Raises Rates                         |
          Georgia Approves Solar Plan                        |
          Georgia Opens Pipeline From Azerbaijan             | Georgia, Azerbaijan
          Niger Delta Militants Return                       | Nigeria
          Niger Uranium Convoy Leaves                        | Niger
          Polish utility buys turbines                       | Poland
          Workers polish the turbines                        |
          Saudis Trim Output                                 | Saudi Arabia
          Abu Dhabi and Dubai add storage                    | United Arab Emirates
          Britain’s grid strains                             | United Kingdom
          DRC cobalt exports halt                            | Democratic Republic of the Congo
          WASHINGTON POST SOLD                               |
          """)
  void knowsCountriesAndTheirPeople(String title, @Nullable String countries) {
    assertThat(in(Mention.COUNTRY, title)).isEqualTo(split(countries));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Exxon Mobil Raises Payout                          | ExxonMobil
          Finnish refiner Neste trims its guidance           | Neste
          Neste ano o gas subiu                              |
          BPCL and Hindustan Petroleum buy spot cargoes      | Bharat Petroleum, Hindustan Petroleum
          Mitsui OSK orders two carriers                     |
          CNNC pours first concrete, CGN bids                | CNNC, CGN
          ExxonMobil’s payout rises                          | ExxonMobil
          exxon and Chevron bid                              | ExxonMobil, Chevron
          Exxon-Hess case nears its end                      | ExxonMobil, Hess
          Shell Weighs Bid for BP                            | Shell, BP
          Shell Company Hid Tankers                          |
          a shell of its former self                         |
          Bond yields rise 5 bp                              |
          BP’s new chief                                     | BP
          Total Oil Demand to Peak                           |
          TotalEnergies Finds Oil                            | TotalEnergies
          Total CEO Pouyanné Speaks                          | TotalEnergies
          The total was lower                                |
          Saudi Aramco Cuts Prices                           | Saudi Aramco
          Chevron Corp. sells                                | Chevron
          a chevron pattern on the road                      |
          PG&E warns of fires                                | PG&E
          E.ON and RWE swap assets                           | E.ON, RWE
          Santos Basin Well Spudded                          |
          Santos Rejects Offer                               | Santos
          Ørsted halts project                               | Orsted
          First Solar Plant Opens in Ohio                    |
          First Solar Raises Guidance                        | First Solar
          Companies Expand Energy Storage                    |
          Dow Jones falls                                    |
          """)
  void knowsCompanies(String title, @Nullable String companies) {
    assertThat(in(Mention.COMPANY, title)).isEqualTo(split(companies));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Oil Prices Slip as Brent Nears $70                 | crude oil
          Natural Gas Jumps                                  | natural gas
          LNG Exports Hit a Record                           | LNG
          European Gas Prices Ease                           | natural gas
          Gas Prices Top $4 a Gallon                         | gasoline
          Gas Prices Rise                                    |
          Greenhouse Gases Up Again                          |
          Heating Oil Tight Before Winter                    | heating oil
          Palm oil exports fall                              | palm oil
          Cooking oil is dear                                |
          Our Solar System                                   |
          Solar and Batteries Beat Coal                      | solar, batteries, coal
          Lead times lengthen                                |
          Wind Farm Approved                                 | wind
          Prices wind down                                   |
          Diesel and gasoil cracks widen                     | diesel
          """)
  void knowsCommodities(String title, @Nullable String commodities) {
    assertThat(in(Mention.COMMODITY, title)).isEqualTo(split(commodities));
  }

  @Test
  void readsTakeawaysAndBodyButNoComments() {
    var article =
        new ArticleText(
            null,
            List.of("Norway holds back."),
            "Angola left the group.",
            List.of(new Comment(null, null, null, "What of Peru?")));
    assertThat(Mention.COUNTRY.in(story("Quotas Shift", article)))
        .containsExactly("Angola", "Norway");
  }

  @Test
  void aWitnessMayStandAnywhereInTheStory() {
    var article =
        new ArticleText(null, List.of(), "The line runs from Baku to Tbilisi.", List.of());
    assertThat(Mention.COUNTRY.in(story("Georgia Opens Pipeline", article)))
        .containsExactly("Azerbaijan", "Georgia");
  }

  @Test
  void knowsEveryCountryThatTheJavaLibraryKnows() {
    // spelled otherwise, or no country that news of energy speaks of
    var elsewhere =
        Set.of(
            "AX", "AQ", "BL", "BQ", "BV", "CC", "CX", "FK", "FO", "GF", "GG", "GI", "GL", "GP",
            "GS", "GU", "HM", "IM", "IO", "JE", "KY", "MF", "MO", "MP", "MQ", "MS", "NC", "NF",
            "NU", "PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX", "TC", "TF", "TK", "UM", "VA",
            "VC", "VG", "VI", "WF", "YT", "EH", "AI", "AS", "AW", "BM", "CK", "CW", "AG", "BA",
            "CD", "CG", "CI", "HK", "KN", "LC", "MM", "PS", "ST", "TL", "TT");
    var missing = new TreeSet<String>();
    for (String code : Locale.getISOCountries()) {
      String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
      if (!elsewhere.contains(code) && Mention.COUNTRY.named(name).isEmpty()) {
        missing.add(code + " " + name);
      }
    }
    assertThat(missing).isEmpty();
  }

  /** A word of everyday use names somebody only beside what they deal in. */
  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Cobra Bites a Zookeeper in Ohio                    | COMPANY |
          Cobra and ACS to Build Offshore Wind               | COMPANY | Cobra
          Mainstream Media Look Away                         | COMPANY |
          Aker Lifts Its Stake in Mainstream                 | COMPANY | Mainstream Renewable Power
          Ember Burns a Barn                                 | COMPANY |
          Ember Report: Coal Falls in Europe                 | COMPANY | Ember
          Apple Harvest Is Late                              | COMPANY |
          Apple Suppliers Turn to Solar                      | COMPANY | Apple
          Renew Your Lease, Says the Bureau                  | COMPANY |
          Cosmo Girl Sells Bonds                             | COMPANY |
          Saudis Trim Output                                 | COUNTRY | Saudi Arabia
          Brits Burn Less Gas                                | COUNTRY | United Kingdom
          Morrison Shops Cut Prices                          | PERSON  |
          Morrison Backs Gas for Australia                   | PERSON  | Scott Morrison
          Costa Rica Runs on Water                           | PERSON  |
          Tusk of an Elephant                                | PERSON  |
          Poland's Tusk Visits a Reactor                     | PERSON  | Donald Tusk
          """)
  void everydayWordsNeedTheirContext(String title, Mention mention, @Nullable String name) {
    assertThat(in(mention, title)).isEqualTo(split(name));
  }

  @Test
  void everyNameIsNamedByItself() {
    for (Mention mention : Mention.values()) {
      assertThat(mention.names())
          .isNotEmpty()
          .allSatisfy(name -> assertThat(mention.named(name)).hasValue(name));
    }
  }

  @Test
  void namesAreFoundByAnySpelling() {
    assertThat(Mention.COMPANY.named("exxon mobil")).hasValue("ExxonMobil");
    assertThat(Mention.COUNTRY.named("US")).hasValue("United States");
    assertThat(Mention.COUNTRY.named("georgia")).hasValue("Georgia");
    assertThat(Mention.COMMODITY.named("Brent")).hasValue("crude oil");
    assertThat(Mention.COMPANY.named("Acme")).isEmpty();
    assertThat(Mention.COMPANY.named("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Iran iran              | name = spelling
          Iran = ...             | needs a word
          Iran = iran + two words| one word
          """)
  void aLineAtFaultIsNamed(String line, String message) {
    assertThatThrownBy(() -> Gazetteer.parse(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
