package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.page.ParsedPage.Article;
import wellhead.indexer.page.ParsedPage.Headline;

/**
 * Records of a list that have a teaser, and lists below an article: each date has its own title.
 */
class RecordFormsTest {
  private static final List<String> TITLES =
      List.of(
          "Tide Mill at Orsund Turns Again After Two Years",
          "Lenders want their cable back from Varde Power",
          "Ice on the lines: what crews learnt in January",
          "Korsand line shut after valve fails a routine test",
          "Grid operator pays wind farms to stand still");

  private static final List<String> TEASERS =
      List.of(
          "The mill in the mouth of the fjord ground its first current in two years when its gates opened on Sunday, and its owners said that a bearing had to be cast abroad.",
          "A group of lenders has asked a court to hand it the cable between the two islands, which Varde Power has not paid for since the autumn of last year.",
          "Crews who spent the month on the pylons tell how they kept the light on, and what they would do otherwise next time. The report runs to ninety pages.",
          "The operator of the Korsand export line shut it on Monday after a valve failed to close in a routine test, and buyers will have cargoes until then.",
          "Payments for standing still rose threefold in the spring, the grid operator said, as the new line to the south is late once more and the wind blew hard.");

  private static final List<String> DATES =
      List.of("May 23, 2015", "May 22, 2015", "May 22, 2015", "May 21, 2015", "May 20, 2015");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  • TITLE\n\n    Updated: DATE\n\n    TEASER\n",
        "DATE\n15:10\nTITLE\nTEASER",
        "DATE\n3:10 PM ET\nTITLE\nTEASER",
        "TITLE\n\nIda Holm (DATE)\n\nTEASER\n\nRead Story\n",
        "TITLE\n\nTEASER\n\nRead more: The Wire | DATE\n",
        "TITLE\nDATE, Korsand Times\n\nTEASER\n\nNote: The author could not be reached.\n",
        "TITLE\n\nTEASER\n\nSource: Tide Connections, DATE\n",
        "TITLE\nKorsand Times, DATE\n",
        "TITLE\nWritten by Ida Holm on DATE\n",
        "TITLE\nDate: DATE\n",
        "TITLE (The Wire, DATE)",
        "DATE\n\nTITLE Read More\n",
        "DATE\nTITLE\nTEASER Read More\n",
        "TITLE\n\nVARDE, North TEASER | Video\n\nTop News, World, DATE\n",
        "DATE\nTITLE\nTEASERRead more »\n",
        "DATE\nTITLE\nGrids\n12 comments\n",
        "TITLE\nDATE 4 mins read\n",
        "TITLE\nDATE, 5 Min Read\n",
        "TITLE\n\n  • By: Ida Holm\n  • DATE\n  • 15:10\n",
        "TITLE\n\nGrids\n\nDATE\n\nAsk the desk\n\n  • Ring\n  • Write\n  • Print\n  • Keep\n\nScan this"
            + " with a phone\n\nHand it to your friends and colleagues\n",
      })
  void findsEachTitleWithItsDate(String form) {
    List<Headline> found = TextPage.read("Top Stories\n\n" + list(form), null).headlines();
    assertThat(found).extracting(Headline::title).isEqualTo(TITLES);
    assertThat(found)
        .extracting(h -> Objects.requireNonNull(h.date()).replaceFirst("2015[ ,].*", "2015"))
        .allMatch(date -> date.endsWith("2015"));
    for (int i = 0; i < DATES.size(); i++) {
      assertThat(found.get(i).date()).contains(DATES.get(i));
    }
  }

  @Test
  void findsTheDatesOfPostsThatAreWholeArticles() {
    StringBuilder page = new StringBuilder("Home\n\n");
    for (int i = 0; i < TITLES.size(); i++) {
      page.append(TITLES.get(i)).append("\n\nPosted on ").append(DATES.get(i));
      page.append(" by Ida Holm\n\n").append(TEASERS.get(i)).append("\n\n");
      for (int day = 1; day < 12; day++) {
        page.append(
            "On day %d of week %d the crew was at sea, and wrote home.%n%n".formatted(day, i));
      }
      page.append("Leave a comment\n\n");
    }
    ParsedPage read = TextPage.read(page.toString(), null); // the first post is its article
    assertThat(Objects.requireNonNull(read.article()).title()).isEqualTo(TITLES.getFirst());
    assertThat(read.headlines())
        .filteredOn(headline -> TITLES.contains(headline.title()))
        .extracting(Headline::date)
        .isEqualTo(DATES.subList(1, DATES.size()));
  }

  @ParameterizedTest
  @CsvSource({
    "'-\nNewsAGE agoTITLE'",
    "'-\nOil & GasAGE agoTITLE'",
    "'•\nMarketsAGE agoTITLE'",
    "'• MarketsAGE agoTITLE'"
  })
  void takesTheSectionGluedToAnAgeOff(String form) {
    List<String> ages = List.of("12 hours", "2 days", "2 days", "3 days", "5 days");
    String page =
        IntStream.range(0, TITLES.size())
            .mapToObj(i -> form.replace("AGE", ages.get(i)).replace("TITLE", TITLES.get(i)))
            .collect(Collectors.joining("\n"));
    List<Headline> found = TextPage.read(page, null).headlines();
    assertThat(found).extracting(Headline::title).isEqualTo(TITLES);
    assertThat(found)
        .extracting(Headline::age)
        .isEqualTo(ages.stream().map(age -> age + " ago").toList());
  }

  @Test
  void aListBelowAnArticleKeepsItsDatesAndGivesTheArticleNone() {
    ParsedPage page =
        TextPage.read(article("\n") + "\nIn this section\n" + list("DATE\nTITLE") + "\n", null);
    assertThat(page.headlines()).extracting(Headline::title).isEqualTo(TITLES);
    assertThat(page.headlines()).extracting(Headline::date).isEqualTo(DATES);
    Article article = Objects.requireNonNull(page.article());
    assertThat(article.date()).isNull();
    assertThat(article.title()).isEqualTo("Harbour Pilots Vote On Night Shifts");
  }

  @Test
  void aDatedTextThatBreaksOffIsNoHeadline() {
    String cut = list("DATE\nTEASER").replace(".", " …");
    assertThat(TextPage.read(cut, null).headlines()).isEmpty();
  }

  @Test
  void titlesOverTeasersAreHeadlinesWithoutEmptyLinesToo() {
    assertThat(TextPage.read(list("TITLE\nTEASER").replace(".", "..."), null).headlines())
        .extracting(Headline::title)
        .isEqualTo(TITLES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TITLE\nSHORT...",
        "-\nTITLE\nTEASER",
        "-\nTITLE\nTEASER (Reporting by Ida Holm)",
        "• TITLE\nTEASER",
        "TITLE\n\nSHORT… Continue reading TITLE\n",
        "TITLE\n\nVARDE, North TEASER | Video\n"
      })
  void undatedTitlesWithTeasersAreHeadlines(String form) {
    assertThat(TextPage.read(list(form), null).headlines())
        .extracting(Headline::title)
        .isEqualTo(TITLES);
  }

  @Test
  void aTitleThatAloneEndsLikeALinkKeepsItsWords() {
    String title = "Why Grid Engineers Should Read More";
    assertThat(TextPage.read("2 hours " + title + "\n3 hours Tide Mill Turns\n", null).headlines())
        .extracting(Headline::title)
        .contains(title);
  }

  @Test
  void aSubtitleRightBelowTheTitleIsNotTheTitle() {
    String subtitle =
        "A vote of the men who bring tankers in tells how a port far from any field may soon work";
    String page = article("\n").replaceFirst("\n", "\n" + subtitle + "\n");
    assertThat(Objects.requireNonNull(TextPage.read(page, null).article()).title())
        .isEqualTo("Harbour Pilots Vote On Night Shifts");
  }

  @Test
  void theHeadingOfAListWithoutTitlesIsNone() {
    assertThat(TextPage.read("Oil - Pipelines\n\n" + list("DATE\nNia Wills\n\nTEASER\n"), null))
        .extracting(ParsedPage::headlines)
        .isEqualTo(List.of());
  }

  @Test
  void beginningsOfTextsBelowAnArticleAreNoHeadlines() {
    String cut =
        """
        The minister answered in a letter, calling the talk a dream and warning that it would…
        The court sets a rule that touches thousands of workers and a good many firms…
        The fjord lives one of its moments of tension in years, in a context that…
        """;
    assertThat(TextPage.read("Tides\n" + article("\n") + "\n" + cut, null).headlines()).isEmpty();
  }

  @Test
  void teasersThatBreakOffAreNoArticle() {
    String page =
        IntStream.range(0, TITLES.size())
            .mapToObj(i -> TITLES.get(i) + "\n\n" + TEASERS.get(i).replaceFirst("\\.$", "…"))
            .collect(Collectors.joining("\n\nRead More\n\n"));
    assertThat(TextPage.read(page, null).article()).isNull();
  }

  @Test
  void aTitleRightBelowItsDateIsTheArticlesAndNoHeadline() {
    ParsedPage page =
        TextPage.read("< Back to all\nVRD, KOR\n9/16/2019 16:09pm\n" + article("\n\n"), null);
    assertThat(page.headlines()).isEmpty();
    assertThat(Objects.requireNonNull(page.article()).title())
        .isEqualTo("Harbour Pilots Vote On Night Shifts");
  }

  private static String article(String gap) {
    return "Harbour Pilots Vote On Night Shifts" + gap + String.join(gap, TEASERS);
  }

  private static String list(String form) {
    return IntStream.range(0, TITLES.size())
        .mapToObj(i ->
            form.replace("TITLE", TITLES.get(i))
                .replace("DATE", DATES.get(i))
                .replace("TEASER", TEASERS.get(i))
                .replace("SHORT", TEASERS.get(i).substring(0, 95)))
        .collect(Collectors.joining("\n"));
  }
}
