package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.schema.DocumentType;
import wellhead.schema.PublishedField;
import wellhead.schema.TextField;
import wellhead.server.query.QueryParser;
import wellhead.server.query.Questions;
import wellhead.story.Story;

class BoundedCountTest {
  private static final int STORIES = 300;
  private static final int OTHERS = 30;

  /** Matches so many, and only by looking at each. */
  private static final Query LOOKED_AT =
      new BooleanQuery.Builder()
          .add(Questions.word("oil"), Occur.FILTER)
          .add(Questions.word("gas"), Occur.FILTER)
          .build();

  @TempDir static Path index;
  private static DirectoryReader reader;
  private static IndexSearcher searcher;

  @BeforeAll
  static void write() throws IOException {
    var stories = new ArrayList<Story>();
    for (int i = 0; i < STORIES; i++) {
      stories.add(TestIndex.headline("s" + i, "Oil and gas " + i, i));
    }
    for (int i = 0; i < OTHERS; i++) {
      stories.add(TestIndex.headline("o" + i, "Coal " + i, i));
    }
    TestIndex.write(index, 3, stories);
    reader = DirectoryReader.open(FSDirectory.open(index));
    searcher = new IndexSearcher(reader);
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
  }

  private static BoundedCount count(Query query, int most) throws IOException {
    return BoundedCount.of(searcher, query, most);
  }

  @Test
  void upToTheBoundEveryMatchIsCounted() throws IOException {
    for (int most : List.of(STORIES, STORIES + 1, 100_000)) {
      assertThat(count(LOOKED_AT, most)).isEqualTo(new BoundedCount(STORIES, true));
    }
  }

  @Test
  void ofMoreThanTheBoundItIsSaidThatThereAreAtLeastSoMany() throws IOException {
    for (int most : List.of(0, 1, 99, STORIES - 1)) {
      assertThat(count(LOOKED_AT, most)).isEqualTo(new BoundedCount(most, false));
    }
  }

  @Test
  void whatTheIndexKnowsIsExactWhateverItIs() throws IOException {
    assertThat(count(DocumentType.STORY.query(), 10))
        .isEqualTo(new BoundedCount(STORIES + OTHERS, true));
    assertThat(count(new TermQuery(TextField.TITLE.term("oil")), 10))
        .isEqualTo(new BoundedCount(STORIES, true));
  }

  @ParameterizedTest(name = "of {0}, {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          oil gas            | 100000
          "oil"              | 100000
          refin*             | 100000
          source:a.example   | 100000
          "oil and gas"      | 10000
          coal OR "oil gas"  | 10000
          title:"oil gas"    | 10000
          oil NEAR/3 gas     | 10000
          """)
  void fewerAreCountedWhereWordsMustStandBesideEachOther(String query, int most) {
    var parsed = QueryParser.parse(query, TestIndex.NOW, ZoneOffset.UTC);
    assertThat(Answer.mostCounted(Questions.translate(parsed, PublishedField::possiblyIn)))
        .isEqualTo(most);
  }

  @Test
  void nothingIsCountedExactly() throws IOException {
    assertThat(count(Questions.word("helium"), 10)).isEqualTo(new BoundedCount(0, true));
  }
}
