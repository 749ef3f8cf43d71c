package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.server.search.TestIndex.NOW;
import static wellhead.server.search.TestIndex.article;
import static wellhead.server.search.TestIndex.headline;
import static wellhead.server.search.TestIndex.story;
import static wellhead.server.search.TestIndex.undated;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.Interval;

/** What a person probably meant: another word, or a time. */
class MeantTest {
  @TempDir static Path index;
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void open() throws IOException {
    TestIndex.write(
        index,
        1,
        List.of(
            headline("now", "OPEC meets in Vienna", 5),
            headline("lastweek", "OPEC production rises", 7 * 24),
            headline("old", "OPEC production falls", 100 * 24),
            headline("literal", "OPEC looks back at last week", 300 * 24),
            undated("undated", "OPEC production, no date"),
            story(
                "wide",
                "OPEC waits",
                Interval.between(NOW.minusSeconds(9 * 86_400), NOW.minusSeconds(86_400)),
                null),
            headline("gas", "LNG from a second terminal", 30),
            headline("decoy", "A baker wants higher wages", 3000),
            article("art", "Refineries", 50, "A petrochemical complex burns.")));
    engine = LuceneSearchEngine.open(index);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static SearchResults ask(String query) {
    return engine.search(SearchRequest.of(query, NOW).build());
  }

  private static List<String> full(SearchResults results) {
    return results.hits().stream()
        .filter(hit -> !hit.partial())
        .map(SearchResults.Hit::id)
        .sorted()
        .toList();
  }

  @ParameterizedTest(name = "{0} was probably {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          opec prodution         | opec production
          opec Produciton        | opec Production
          viena                  | vienna
          "opec prodcution"      | "opec production"
          petrochemcal           | petrochemical
          opec -zzz prodution    | opec -zzz production
          title:viena            | title:vienna
          opce prodution         | opec production
          lgn terminal           | lng terminal
          vinena petrochemcal    | vienna petrochemical
          petrochemicalcomplex   | petrochemical complex
          higherwages            | higher wages
          complex refin eries    | complex refineries
          refi neries            | refineries
          """)
  void offersTheWordThatWasProbablyMeant(String query, String corrected) {
    SearchResults results = ask(query);
    assertThat(results.corrected()).isEqualTo(corrected);
    assertThat(results.total().value()).as("answered is what was asked").isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opec",
        "production vienna", // both are words, though no story has both
        "refinery", // found through its stem
        "VIENA", // a name, for all we know
        "vien", // too near to everything
        "zzzzzzzz", // near to nothing
        "frm opec", // near to "from", which says nothing
        "80kk", // no word
        "baker hughes", // a company, though "baker higher" has a story
        "Wagesbaker", // a name
        "wagesbaker", // not beside each other in any story
        "Higgar", // a name, too far from "higher"
        "-prodution",
        "source:prodution",
        "prodcut*",
        ""
      })
  void correctsNothingElse(String query) {
    assertThat(ask(query).corrected()).isNull();
  }

  @Test
  void offersNothingThatFindsNothingInTheWindow() {
    var results =
        engine.search(
            SearchRequest.of("petrochemcal", NOW).window(NOW.minusSeconds(3600), null).build());
    assertThat(results.corrected()).isNull();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          opec last week            | lastweek wide
          opec today                | now
          opec yesterday            | wide
          opec past 3 days          | now wide
          opec in 2024              | literal
          opec since Monday         | now wide
          opec before may 2025      | literal old
          """)
  void readsWordsForATimeAsAWindow(String query, @Nullable String ids) {
    assertThat(full(ask(query)))
        .containsExactlyElementsOf(Arrays.stream(String.valueOf(ids).split(" ")).toList());
  }

  @Test
  void countsWhatIsCertainAndUndatedByThatWindow() {
    var total = ask("opec last week").total();
    assertThat(total.value()).isEqualTo(2);
    assertThat(total.certain()).isEqualTo(1);
    assertThat(total.undated()).isEqualTo(1);
  }

  @Test
  void saysWhichWordsItReadSo() {
    SearchResults results = ask("opec last week");
    assertThat(results.time()).isNotNull();
    assertThat(results.understood())
        .isEqualTo("opec after:2025-06-30T00:00:00Z before:2025-07-07T00:00:00Z");
    assertThat(full(ask(results.understood()))).isEqualTo(full(results));
  }

  @Test
  void losesNothingOutsideOfThatWindowAndListsFirstWhatSaysTheWords() {
    List<String> outside =
        ask("opec last week").hits().stream()
            .filter(SearchResults.Hit::partial)
            .map(SearchResults.Hit::id)
            .toList();
    assertThat(outside).contains("now", "old", "undated").startsWith("literal");
  }

  @Test
  void leavesThemWordsWhenToldSo() {
    var results = engine.search(SearchRequest.of("opec last week", NOW).timeWords(false).build());
    assertThat(full(results)).containsExactly("literal");
    assertThat(results.time()).isNull();
  }

  @Test
  void aWindowOfTheRequestHoldsAsWell() {
    var results =
        engine.search(
            SearchRequest.of("opec last week", NOW)
                .window(NOW.minusSeconds(8 * 86_400), null)
                .build());
    assertThat(full(results)).containsExactly("lastweek", "wide");
  }
}
