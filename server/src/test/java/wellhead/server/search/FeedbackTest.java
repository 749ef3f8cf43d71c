package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.story.Story;

class FeedbackTest {
  private static final String QUESTION =
      "Which canal drought delays slow gas carriers from ranches?";

  @TempDir Path index;
  private LuceneSearchEngine engine;

  @BeforeEach
  void write() throws IOException {
    var stories = new ArrayList<Story>();
    stories.add(TestIndex.headline("a", "Canal drought delays gas carriers off Panama locks", 10));
    stories.add(TestIndex.headline("b", "Gas carriers slow at canal as Panama locks dry", 10));
    stories.add(TestIndex.headline("c", "Panama locks reopen after drought", 10));
    stories.add(TestIndex.headline("d", "Wheat farmers reopen after drought", 10));
    stories.add(TestIndex.headline("e", "Texas ranchers sell cattle in drought", 10));
    for (int i = 0; i < 30; i++) {
      stories.add(TestIndex.headline("z" + i, "Power grid " + i + " adds solar", 10));
    }
    TestIndex.write(index, 1, stories);
    engine = LuceneSearchEngine.open(index);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void wordsThatTheBestMatchesShareRaiseOthersThatHaveThem() {
    assertThat(ids(QUESTION)).startsWith("a", "b").containsSubsequence("c", "d");
  }

  @Test
  void sharedWordsAddAPartOfWhatTheBestMatchHas() {
    double plus = score("c", QUESTION) - score("d", QUESTION);
    assertThat(plus).isPositive().isLessThan(0.4 * score("a", QUESTION));
  }

  @Test
  void aQuestionThatNamesItsSubjectIsAnsweredByWhatWasAsked() {
    String question = "Which canal drought delays slow gas carriers from Texas?";
    assertThat(score("c", question)).isEqualTo(score("d", question));
  }

  @Test
  void findsNothingThatHasNoneOfTheWords() {
    assertThat(ids(QUESTION)).doesNotContain("z1");
  }

  @Test
  void leavesFullMatchesInTheirOrder() {
    assertThat(ids("drought")).hasSize(4);
    assertThat(ids("Canal drought delays gas carriers off Panama locks")).startsWith("a");
  }

  @Test
  void pagesThroughTheSameOrder() {
    List<String> whole = ids(QUESTION);
    var paged = new ArrayList<String>();
    for (int offset = 0; offset < whole.size(); offset += 2) {
      paged.addAll(ids(Asked.of(QUESTION).page(2, offset)));
    }
    assertThat(paged).isEqualTo(whole);
  }

  private double score(String id, String query) {
    return engine.search(Asked.of(query).page(100, 0).request()).hits().stream()
        .filter(hit -> hit.id().equals(id))
        .mapToDouble(SearchResults.Hit::score)
        .findFirst()
        .orElseThrow();
  }

  private List<String> ids(String query) {
    return ids(Asked.of(query).page(100, 0));
  }

  private List<String> ids(Asked asked) {
    return engine.search(asked.request()).hits().stream().map(SearchResults.Hit::id).toList();
  }
}
