package wellhead.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wellhead.schema.TextField;

class SpelledPhraseTest {
  private static final EnumSet<TextField> FIELDS = EnumSet.of(TextField.TITLE, TextField.BODY);
  private static final List<List<String>> SPELLINGS =
      List.of(
          List.of("lng", "export"),
          List.of("liquefy", "natural", "gas", "export"),
          List.of("flüssiggas", "export"));

  private WrittenTexts texts;

  @BeforeEach
  void write() throws IOException {
    texts =
        WrittenTexts.of(
            "lng export rise | ship after ship",
            "terminal opens | liquefy natural gas export and lng export grow",
            "export of lng | natural gas");
  }

  @AfterEach
  void close() throws IOException {
    texts.close();
  }

  @Test
  void spellingsWithAWordThatAFieldLacksAreNotSearchedFor() throws IOException {
    Query rewritten = new SpelledPhrase(SPELLINGS, FIELDS).rewrite(texts.searcher);
    assertThat(((DisjunctionMaxQuery) rewritten).getDisjuncts())
        .containsExactlyInAnyOrder(
            TextQueries.exactly(TextField.TITLE, SPELLINGS.get(0)),
            TextQueries.exactly(TextField.BODY, SPELLINGS.get(0)),
            TextQueries.exactly(TextField.BODY, SPELLINGS.get(1)));
  }

  @Test
  void scoresAreThoseOfAllSpellings() throws IOException {
    var all = new ArrayList<Query>();
    SPELLINGS.forEach(
        spelling -> FIELDS.forEach(field -> all.add(TextQueries.exactly(field, spelling))));
    assertThat(texts.scores(new SpelledPhrase(SPELLINGS, FIELDS)))
        .hasSize(2)
        .isEqualTo(texts.scores(new DisjunctionMaxQuery(all, 0)));
  }

  @Test
  void nothingMatchesWhenEverySpellingHasAWordThatNoStoryHas() throws IOException {
    Query rewritten = new SpelledPhrase(SPELLINGS.subList(2, 3), FIELDS).rewrite(texts.searcher);
    assertThat(rewritten).isInstanceOf(MatchNoDocsQuery.class);
  }
}
