package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.page.ParsedPage.Headline;

/** However a list prints its ages, each title is found with its own and with nothing else. */
class ListFormsTest {
  private static final List<String> TITLES =
      List.of(
          "Kestrel Sells Its Last Tanker As Freight Slumps",
          "Fjord Turbines Spin Through A Calm June",
          "Three Reasons Cobalt May Rebound",
          "Marlin Lights Up Its Floating Plant Off Bahia",
          "4-Day Walkout Ends At Lyon Refinery",
          "Prairie Grid Rides Out The Heat",
          "Luanda Offers Nine Blocks To Newcomers",
          "Coal Burn Slips In Gujarat For Once",
          "Petrel Quits A Field In Sabah",
          "Lithium Piles Up As Buyers Wait");
  private static final List<String> AGES =
      List.of(
          "3 hours",
          "5 hours",
          "9 hours",
          "14 hours",
          "1 day",
          "1 day",
          "2 days",
          "3 days",
          "5 days",
          "1 week");
  private static final List<String> CALENDAR =
      List.of(
          "2 hours ago",
          "5 hours ago",
          "9 hours ago",
          "Yesterday",
          "Yesterday",
          "Yesterday",
          "Sunday",
          "Saturday",
          "Jul 3",
          "Jul 2");
  private static final List<Integer> DAYS = List.of(8, 8, 8, 7, 7, 6, 5, 4, 3, 2);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AGE TITLE",
        "AGE: TITLE",
        "AGE - TITLE",
        "[AGE] TITLE",
        "NUMBER. AGE TITLE",
        "NUMBER AGE TITLE",
        "AGE\tTITLE\tHarbor Wire",
        "AGE ago\tOil\tTITLE",
        "| AGE | TITLE |",
        "TITLE (AGE)",
        "TITLE [AGE]",
        "TITLE | AGE | Oil",
        "AGE • Oil • TITLE",
        "TITLE - Harbor Wire, AGE ago",
        "TITLE by Jane Doe AGE ago",
        "TITLE — by Jane Doe — AGE ago",
        "TITLEHarbor WireAGE ago",
        "TITLE\nAGE ago · 5 min read\n",
        "5 min read\nTITLE\nAGE ago\n",
        "TITLE\nJane Doe · AGE ago · 4 min read\n",
        "TITLE\nHarbor Wire AGE ago\n",
      })
  void findsEachTitleWithItsAge(String form) {
    List<Headline> found =
        list(i ->
            form.replace("NUMBER", String.valueOf(i + 1))
                .replace("AGE", AGES.get(i))
                .replace("TITLE", TITLES.get(i)));
    assertThat(found).extracting(Headline::title).isEqualTo(TITLES);
    assertThat(found)
        .extracting(h -> Objects.requireNonNull(h.age()).replace(" ago", ""))
        .isEqualTo(AGES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WHEN TITLE", "TITLE WHEN", "TITLE\nWHEN\n", "WHEN\nTITLE\n"})
  void takesWordsAndDatesOfTheSameColumnForTimesToo(String form) {
    List<Headline> found =
        list(i -> form.replace("WHEN", CALENDAR.get(i)).replace("TITLE", TITLES.get(i)));
    assertThat(found).extracting(Headline::title).isEqualTo(TITLES);
    assertThat(found).extracting(ListFormsTest::when).isEqualTo(CALENDAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"JUL\n0DAY\nTITLE\n", "0DAY\nJul\n2025\nTITLE\n", "DAY\nJul 2025\nTITLE\n"})
  void readsDatesPrintedLikeTheLeafOfACalendar(String form) {
    List<Headline> found =
        list(i -> form.replace("DAY", String.valueOf(DAYS.get(i))).replace("TITLE", TITLES.get(i)));
    assertThat(found).extracting(Headline::title).isEqualTo(TITLES);
    assertThat(found)
        .extracting(Headline::date)
        .allMatch(date -> date.toUpperCase(Locale.ROOT).contains("JUL"));
  }

  @Test
  void givesEachTitleUnderADayThatDay() {
    List<Headline> found =
        list(i ->
            (i > 0 && DAYS.get(i).equals(DAYS.get(i - 1))
                    ? ""
                    : "\nJuly " + DAYS.get(i) + ", 2025\n\n")
                + TITLES.get(i));
    assertThat(found).extracting(Headline::title).isEqualTo(TITLES);
    assertThat(found)
        .extracting(Headline::date)
        .isEqualTo(DAYS.stream().map(day -> "July " + day + ", 2025").toList());
  }

  @Test
  void readsTitlesInCapitalsBesideAges() {
    List<Headline> found =
        list(i -> AGES.get(i).toUpperCase(Locale.ROOT) + " AGO\n" + shouted(i) + "\n");
    assertThat(found)
        .extracting(Headline::title)
        .isEqualTo(IntStream.range(0, TITLES.size()).mapToObj(ListFormsTest::shouted).toList());
  }

  @Test
  void takesNoWordOfATitleForATimeWhereNoRowHasOne() {
    List<String> titles =
        List.of(
            "Yesterday Was The Windiest Day Of The Year",
            "Sunday Trading Returns To Oslo",
            "Refiners Meet Again On Monday",
            "Tankers Wait Off Rotterdam Today");
    String page = "Latest News\n\n" + String.join("\n", titles) + "\n";
    assertThat(TextPage.read(page, null).headlines())
        .allMatch(h -> h.age() == null && h.date() == null)
        .extracting(Headline::title)
        .isEqualTo(titles);
  }

  @Test
  void takesNoFirstWordForADayWhenTheTitleGoesOnSmall() {
    String page =
        """
        Latest News

        2 hours ago Wind Sets A Record
        3 hours ago Gas Slips Again In Oslo
        Today in numbers: nine charts on coal
        5 hours ago Refiners Cut Their Runs
        """;
    assertThat(TextPage.read(page, null).headlines())
        .extracting(Headline::title)
        .doesNotContain("in numbers: nine charts on coal");
  }

  private static String when(Headline headline) {
    return Objects.requireNonNullElse(headline.age(), headline.date());
  }

  private static String shouted(int i) {
    return TITLES.get(i).toUpperCase(Locale.ROOT);
  }

  private static List<Headline> list(IntFunction<String> row) {
    String rows = IntStream.range(0, TITLES.size()).mapToObj(row).collect(Collectors.joining("\n"));
    return TextPage.read("Harbor Energy\n\nLatest News\n\n" + rows + "\n\nAbout us\n", null)
        .headlines();
  }
}
