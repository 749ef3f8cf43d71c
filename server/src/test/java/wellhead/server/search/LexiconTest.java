package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.story.Story;

/** Which words of a commit a misspelt one is likely meant as. */
class LexiconTest {
  @TempDir static Path index;
  private static Lexicon lexicon;

  @BeforeAll
  static void read() throws IOException {
    var stories = new ArrayList<Story>();
    stories.add(TestIndex.headline("a", "OPEC production in Vienna, pipeline protection", 1));
    stories.add(TestIndex.headline("b", "Pipelines, production, Österreich and нефть", 2));
    stories.add(TestIndex.article("c", "Tanker", 3, "A tinker tanks; the tankers of 2025 wait."));
    TestIndex.write(index, 1, stories);
    try (var reader = DirectoryReader.open(FSDirectory.open(index))) {
      lexicon = Lexicon.of(reader);
    }
  }

  @ParameterizedTest(name = "{0} with {1} may be {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      textBlock =
          """
          opce       | 1 | opec
          viena      | 1 | vienna
          viennna    | 1 | vienna
          vianna     | 1 | vienna
          prodcution | 1 | production
          prodocton  | 1 | nothing
          prodocton  | 2 | production
          prodection | 2 | production, protection
          tonker     | 1 | tanker, tinker
          tenker     | 1 | tanker, tinker
          tenkars    | 2 | tankers
          osterrich  | 1 | osterreich
          нефт       | 1 | нефть
          fienna     | 2 | nothing
          vienna     | 2 | nothing
          zzz        | 2 | nothing
          """)
  void findsWhatDiffersByFewLetters(String word, int mistakes, String meant) {
    assertThat(lexicon.near(word, mistakes, 3))
        .isEqualTo(meant == null ? List.of() : List.of(meant.split(", ")));
  }

  @Test
  void knowsNoFunctionWordAndNoNumber() {
    assertThat(lexicon.near("thee", 1, 3)).isEmpty();
    assertThat(lexicon.near("20255", 1, 3)).isEmpty();
  }

  @Test
  void givesAtMostSoMany() {
    assertThat(lexicon.near("tenkars", 2, 1)).containsExactly("tankers");
  }
}
