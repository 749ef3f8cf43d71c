package wellhead.indexer.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text capture as its author's lines, whatever program printed it. */
class LinesTest {
  private static final List<String> TITLES =
      List.of(
          "Kestrel Sells Its Last Tanker As Freight Slumps To The Lowest Rate In Nine Years",
          "Fjord Turbines Spin Through A Calm June While Prices Fall In Every Harbour",
          "Three Reasons Cobalt May Rebound Before Winter And One That It May Not",
          "Marlin Lights Up Its Floating Plant Off Bahia After Months Of Repairs Abroad",
          "Walkout Ends At Lyon Refinery",
          "Prairie Grid Rides Out The Heat");

  @ParameterizedTest
  @ValueSource(ints = {60, 66, 72})
  void titlesOfItemsWrappedAtAWidthAreWhole(int width) {
    String page = TITLES.stream().map(t -> wrapped("  * ", t, width)).collect(Collectors.joining());
    assertEquals(TITLES, texts(page));
  }

  @Test
  void anAgeBelowATitleIsNoPartOfIt() {
    String page =
        TITLES.stream()
            .map(t -> wrapped("  * ", t, 72) + "    3 hours ago\n")
            .collect(Collectors.joining());
    List<String> lines = TITLES.stream().flatMap(t -> List.of(t, "3 hours ago").stream()).toList();
    assertEquals(lines, texts(page));
  }

  @Test
  void theAddressesBehindAPageTellNothingOfItsWidth() {
    StringBuilder page = new StringBuilder();
    StringBuilder addresses = new StringBuilder("References\n\n   Visible links\n");
    for (int i = 0; i < TITLES.size(); i++) {
      page.append(wrapped("     * ", "[" + (i + 1) + "]" + TITLES.get(i), 72));
      addresses.append("   %d. https://example.org/%s\n".formatted(i + 1, "kites-".repeat(11)));
      addresses.append("      and-ferries/%d\n".formatted(i));
    }
    assertEquals(TITLES, texts(page + "\n" + addresses));
  }

  @Test
  void underlinedLinksAreWords() {
    String page =
        IntStream.range(0, TITLES.size())
            .mapToObj(i -> wrapped("    * ", TITLES.get(i), 60))
            .map(item -> "    * " + item.substring(6).strip().replaceAll(" (?=\\S)", "_"))
            .map(item -> item.replaceAll("\n *_", "\n      ") + "\n")
            .collect(Collectors.joining());
    assertEquals(TITLES, texts(page));
    assertEquals(TITLES.getFirst(), lines(page).getFirst().markup().linked());
  }

  @Test
  void starsAreHeadingsHoweverManyLinesTheyTake() {
    String links = "    * Kites_over_the_bay\n".repeat(5);
    String page =
        """
        **** Kestrel_Sells_Its_Last_Tanker_As_Freight
        Slumps ****
        The Wire / 6 hours ago
        ****** Fjord_Turbines_Spin_Through_June ******
        [Photo_of_a_turbine] A calm month.
        """;
    List<Line> lines = lines(links + page);
    assertEquals(
        List.of(
            "4 Kestrel Sells Its Last Tanker As Freight Slumps".substring(2),
            "The Wire / 6 hours ago",
            "Fjord Turbines Spin Through June",
            "A calm month."),
        lines.stream().skip(5).map(Line::text).toList());
    assertEquals(
        List.of(3, 0, 1, 0), lines.stream().skip(5).map(l -> l.markup().heading()).toList());
  }

  @Test
  void titlesGluedToEachOtherAreLines() {
    assertEquals(
        List.of("Ferry pulls its books from website", "Fargo agrees to sell the mill"),
        texts("Ferry pulls its books from websiteFargo agrees to sell the mill"));
    String name = "Oil majors look beyond the gulf as ExxonMobil trims its spending plans";
    assertEquals(List.of(name), texts(name));
  }

  @Test
  void theWordsOfAnImageAreNotSaidTwice() {
    assertEquals(List.of("Kites over the bay"), texts("* Kites over the bay   Kites over the bay"));
  }

  @Test
  void aLetterBearsFewMarks() {
    assertEquals(31, texts("a" + "\u0301".repeat(60_000)).getFirst().length());
  }

  private static List<String> texts(String page) {
    return lines(page).stream().map(Line::text).toList();
  }

  private static List<Line> lines(String page) {
    return Lines.of(page, Phrases.of(null));
  }

  /** As terminals print an item: broken before the word that would not fit, indented below. */
  private static String wrapped(String mark, String text, int width) {
    StringBuilder out = new StringBuilder(mark);
    int column = mark.length();
    String space = "";
    for (String word : text.split(" ")) {
      if (column + space.length() + word.length() > width) {
        space = "\n" + " ".repeat(mark.length());
        column = 0;
      }
      out.append(space).append(word);
      column += space.replace("\n", "").length() + word.length();
      space = " ";
    }
    return out.append('\n').toString();
  }
}
