package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import wellhead.indexer.page.PageExplanation.Way;
import wellhead.indexer.page.PageExplanation.WeighedLine;
import wellhead.indexer.page.PageExplanation.WeighedList;

/** Nothing of a capture vanishes, and the numbers that are shown are those that decided. */
class PageExplanationTest {
  private static final int FEWEST = 30;

  private static final String LIST =
      """
      Oil Prices Slide as Demand Weakens in Asia
      2 hours ago
      The ministry said on Tuesday that the fields would open in the spring of next year.
      Refiners Cut Runs After Margins Collapse
      3 hours ago
      Norway Approves Two Fields in the Barents Sea
      5 hours ago
      Rig Count Falls for a Sixth Week in a Row
      1 day ago
      --------
      Follow us
      """;

  static List<Path> pages() throws IOException {
    Path testdata =
        Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")), "testdata");
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("pages", "articles", "seedlike")) {
      try (Stream<Path> files = Files.list(testdata.resolve(folder))) {
        files.filter(f -> !f.toString().endsWith(".json")).sorted().forEach(pages::add);
      }
    }
    assertThat(pages).hasSizeGreaterThan(FEWEST);
    return pages;
  }

  private static PageExplanation explain(Path page) throws IOException {
    return PageReader.explain(Files.readString(page), null, null);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLineOfACaptureIsTakenRefusedOrPartOfSomething(Path page) throws IOException {
    String text = Files.readString(page);
    PageExplanation explained = explain(page);
    List<Integer> told = explained.lines().stream().map(AccountedLine::line).distinct().toList();
    assertThat(told).isSorted();
    if (page.toString().endsWith(".txt")) {
      List<String> lines = text.lines().toList();
      List<Integer> printed =
          IntStream.range(0, lines.size())
              .filter(i -> !Lines.visible(lines.get(i)).isBlank())
              .mapToObj(i -> i + 1)
              .toList();
      assertThat(told).containsAll(printed);
    }
    assertThat(count(explained, Part.REFUSED)).isEqualTo(explained.page().rejected().size());
    assertThat(explained.lines().stream().filter(l -> l.part() == Part.HEADLINE))
        .extracting(AccountedLine::line)
        .containsAll(explained.page().headlines().stream().map(ParsedPage.Headline::line).toList());
  }

  private static long count(PageExplanation page, Part part) {
    return page.lines().stream().filter(line -> line.part() == part).count();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void explainsThePageThatIsRead(Path page) throws IOException {
    assertThat(explain(page).page()).isEqualTo(PageReader.read(Files.readString(page), null, null));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theNumbersAddUpToWhatWasDecided(Path page) throws IOException {
    List<Way> ways = explain(page).ways();
    assertThat(ways.stream().filter(Way::chosen))
        .singleElement()
        .isEqualTo(ways.stream().max(Comparator.comparingDouble(Way::total)).orElseThrow());
    for (Way way : ways) {
      double total = way.numbers().stream().mapToDouble(Weighed::product).sum();
      for (WeighedList list : way.lists()) {
        for (WeighedLine line : list.lines()) {
          double own = line.numbers().stream().mapToDouble(Weighed::product).sum();
          assertThat(line.own()).isCloseTo(Math.clamp(own, -9.2, 9.2), within(1e-9));
          assertThat(line.score()).isCloseTo(line.own() / 2 + list.mean() / 2, within(1e-9));
          total += Math.max(0, line.score());
        }
      }
      assertThat(way.total()).isCloseTo(total, within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aReasonGivesWhatCountedMostAgainstTheLineOrItsList(Path page) throws IOException {
    PageExplanation explained = explain(page);
    Way way = explained.ways().stream().filter(Way::chosen).findFirst().orElseThrow();
    for (ParsedPage.Rejected refused : explained.page().rejected()) {
      if (refused.cause().equals("repeats a headline")) {
        continue;
      }
      boolean told = false;
      for (WeighedList list : way.lists()) {
        for (WeighedLine line : list.lines()) {
          boolean alone = line.own() <= 0;
          List<Weighed> numbers = alone ? line.numbers() : list.averages();
          told |=
              line.line() == refused.line()
                  && line.score() <= 0
                  && refused.reason().startsWith("its list of ") == !alone
                  && refused.reason().contains(most(numbers));
        }
      }
      assertThat(told).as(refused.toString()).isTrue();
    }
  }

  private static String most(List<Weighed> numbers) {
    Weighed most = numbers.stream().min(Comparator.comparingDouble(Weighed::product)).orElseThrow();
    return most.product() >= 0 || most.feature().equals("bias")
        ? "too little speaks for it"
        : most.meaning() + " (" + Weighed.tenths(most.product()) + ")";
  }

  @ParameterizedTest
  @CsvSource({
    "1, HEADLINE, 0",
    "2, LABEL, 1",
    "3, TEASER, 1",
    "7, LABEL, 6",
    "10, MARKS, 0",
    "11, PHRASE, 0",
  })
  void tellsWhatALineOfAListIsPartOf(int line, Part part, int of) {
    AccountedLine told = account(TextPage.explain(LIST, null), line);
    assertThat(told.part()).isEqualTo(part);
    assertThat(told.of()).isEqualTo(of);
  }

  private static AccountedLine account(PageExplanation page, int line) {
    return page.lines().stream().filter(l -> l.line() == line).findFirst().orElseThrow();
  }

  @Test
  void aLineThatWasJoinedWithAnotherGoesOnFromIt() {
    String wrapped =
        """
        The ministry of the north said on Tuesday that the last of its fields would
        be opened in the spring of next year, when the ice is gone from the harbour.

        The plant in the south burns on, and nobody knows who is to put out a fire of
        that size before the winter comes, for the only ship that could is in the dock.

        The union says it has waited for a year, which is longer than a strike may be
        put off by law, and that it will not wait for another before it stops the work.
        """;
    AccountedLine told = account(TextPage.explain(wrapped, null), 2);
    assertThat(told.part()).isEqualTo(Part.WRAPPED);
    assertThat(told.of()).isEqualTo(1);
  }

  @Test
  void aParagraphOfThousandsOfLinesIsOneLineAndTheRestGoOnFromIt() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("the ministry of the north said on Tuesday that field number ").append(i);
      text.append(" would be\n");
    }
    PageExplanation page = TextPage.explain(text + "opened in the spring.\n", null);
    assertThat(count(page, Part.WRAPPED)).isEqualTo(20_000);
  }

  @Test
  void theFieldsAboveAScrapersTextAreFields() {
    String fields =
        """
        Title: Oil Prices Slide as Demand Weakens in Asia
        Author: Jane Doe
        Date: 8 July 2026
        Article Content:
        Prices fell on Tuesday, traders said, after a week in which little was bought.
        The ministry expects more of the same, and has told the refiners to be patient.
        """;
    PageExplanation page = TextPage.explain(fields, null);
    assertThat(page.page().article()).isNotNull();
    assertThat(account(page, 2).part()).isEqualTo(Part.FIELD);
    assertThat(account(page, 5).part()).isEqualTo(Part.BODY);
  }

  @Test
  void linesOfAnArticleAreNamedAsItsParts() {
    String article =
        """
        Oil Prices Slide as Demand Weakens in Asia

        By Jane Doe

        8 July 2026

        Prices fell on Tuesday, traders said, after a week in which little was bought.

        The ministry expects more of the same, and has told the refiners to be patient.

        The union says it has waited for a year, which is longer than a strike may last.
        """
            .replace("be patient.", "be patient. " + "Nobody else was asked. ".repeat(30));
    PageExplanation page = TextPage.explain(article, null);
    assertThat(page.lines())
        .extracting(AccountedLine::part)
        .containsExactly(
            Part.ARTICLE_TITLE, Part.BYLINE, Part.DATE, Part.BODY, Part.BODY, Part.BODY);
  }

  @Test
  void aMenuByMarkupIsAMenu() {
    String html =
        "<html><body><nav><ul><li><a href=/a>World</a><li><a href=/b>Markets</a></ul></nav>"
            + "<p>Nothing else.</p></body></html>";
    assertThat(HtmlPage.explain(html, null, null).lines().getFirst().part()).isEqualTo(Part.MENU);
  }

  @Test
  void lineEndsThatEditorsDoNotCountAreNotCounted() {
    String text = "Refiners Cut Runs After Margins Collapse\u2028Second\fThird\nFourth\r\nFifth\n";
    assertThat(PrintedLine.of(text)).extracting(PrintedLine::number).containsExactly(1, 1, 1, 2, 3);
  }

  @Test
  void aLineThatItsListDecidesSaysSo() {
    // one line that reads as a headline among lines that read as a menu
    String list =
        """
        • Log in
        • Sign up
        • Contact us
        • Norway Approves Two Fields in the Barents Sea
        • Subscribe now
        • Privacy policy
        • Cookie settings
        """;
    PageExplanation page = TextPage.explain(list, null);
    WeighedLine line =
        page.ways().getFirst().lists().stream()
            .flatMap(l -> l.lines().stream())
            .filter(l -> l.line() == 4)
            .findFirst()
            .orElseThrow();
    assertThat(line.score()).isNegative();
    boolean byList = Objects.requireNonNull(account(page, 4).reason()).startsWith("its list of ");
    assertThat(byList).isEqualTo(line.own() > 0);
  }
}
