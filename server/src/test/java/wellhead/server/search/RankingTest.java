package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.Story;

/** Which of several stories comes first. */
class RankingTest {
  @TempDir static Path index;
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void write() throws IOException {
    var stories = new ArrayList<Story>();
    stories.add(TestIndex.headline("together", "Prices of heating oil stocks climb", 400));
    stories.add(TestIndex.headline("apart", "Oil stocks climb, heating prices", 400));
    stories.add(TestIndex.headline("new", "Cargo of Angolan crude sold", 5));
    stories.add(TestIndex.headline("old", "Cargo of Angolan crude sold", 500));
    stories.add(TestIndex.undated("undated", "Cargo of Angolan crude sold"));
    stories.add(TestIndex.headline("lng", "Japan lifts LNG imports", 50));
    stories.add(TestIndex.headline("news", "Latest news from our readers", 4));
    stories.add(TestIndex.headline("exist", "Doubts exist over hydrogen", 50));
    stories.add(
        TestIndex.article("named", "Hydrogen hub grows", 50, "Steel and cement. ".repeat(9)));
    stories.add(
        TestIndex.article(
            "body", "Hub grows fast", 50, "Hydrogen. " + "Steel and cement. ".repeat(9)));
    for (int i = 0; i < 20; i++) {
      stories.add(TestIndex.headline("z" + i, "Power grid " + i + " adds solar", 30));
    }
    TestIndex.write(index, 1, stories);
    engine = LuceneSearchEngine.open(index);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "angolan news",
        "latest angolan cargo",
        "newest angolan headlines",
        "recent angolan"
      })
  void wordsThatOnlyAskForNewsFindNothingOfTheirOwn(String query) {
    assertThat(engine.search(SearchRequest.of(query, TestIndex.NOW).build()).hits())
        .extracting(SearchResults.Hit::id)
        .containsExactly("new", "old", "undated");
  }

  @ParameterizedTest(name = "{0}: {1} before {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          heating oil          | together | apart
          angolan crude        | new      | old
          angolan crude        | old      | undated
          hydrogen             | named    | body
          hydrogen exist       | exist    | named
          """)
  void ranks(String query, String first, String second) {
    assertThat(ids(query)).containsSubsequence(first, second);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What is known about Japan's LNG imports?
          I am looking for information on Japan LNG imports
          Show me articles about LNG imports of Japan
          """)
  void wordsOfAskingNeedNotMatch(String question) {
    SearchResults results = engine.search(Asked.of(question).request());
    assertThat(results.total().value()).as(results.understood()).isEqualTo(1);
    assertThat(results.hits().getFirst().id()).isEqualTo("lng");
  }

  @Test
  void wordsOfAskingAreWordsLikeOthersWhereNobodyAsks() {
    assertThat(engine.search(Asked.of("doubts exist").request()).total().value()).isEqualTo(1);
    assertThat(engine.search(Asked.of("exist LNG").request()).total().value()).isZero();
  }

  @Test
  void aWordThatIsAskedForTwiceCountsTwiceAmongPartialMatches() {
    assertThat(ids("Doubts over wind, wind, wind or LNG LNG LNG in Chad?"))
        .containsSubsequence("lng", "exist");
    assertThat(ids("Doubts doubts doubts over wind or LNG in Chad?"))
        .containsSubsequence("exist", "lng");
  }

  @Test
  void aScoreIsTakenApartIntoWhatGivesIt() {
    ScoreParts parts = parts("heating oil stocks", "together");
    assertThat(parts.parts())
        .extracting(part -> part.kind() + " " + part.words())
        .containsExactly(
            "WORD heating",
            "WORD oil",
            "WORD stock",
            "NEIGHBOURS heating oil",
            "NEIGHBOURS oil stock");
    assertThat(parts.parts().getFirst().fields()).isEqualTo(Map.of("title", 1));
    assertThat(parts.parts().stream().mapToDouble(ScoreParts.Part::points).sum())
        .isCloseTo(parts.points(), within(1e-3));
    assertThat(parts.freshness()).isBetween(1.01, 1.3);
  }

  @Test
  void wordsThatNeedNotMatchAndWordsThatAreFedBackHaveTheirShare() {
    assertThat(parts("cargo of angolan crude", "undated").parts())
        .extracting(ScoreParts.Part::kind)
        .contains(ScoreParts.Kind.SMALL_WORDS);
    assertThat(parts("cargo of angolan crude", "undated").freshness()).isEqualTo(1);
    assertThat(parts("heavy crude cargo sold Tuesday in tanks", "new").parts())
        .extracting(ScoreParts.Part::kind)
        .contains(ScoreParts.Kind.SHARED_WORDS);
    assertThat(parts("\"angolan crude\"", "new").parts())
        .extracting(ScoreParts.Part::words)
        .containsExactly("\"angolan crude\"");
  }

  private static ScoreParts parts(String query, String id) {
    var request = SearchRequest.of(query, TestIndex.NOW).page(100, 0).explain(true).build();
    return engine.search(request).hits().stream()
        .filter(hit -> hit.id().equals(id))
        .map(hit -> Objects.requireNonNull(hit.explanation()).score())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(String query) {
    return engine.search(Asked.of(query).page(100, 0).request()).hits().stream()
        .map(SearchResults.Hit::id)
        .toList();
  }
}
