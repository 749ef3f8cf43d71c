package wellhead.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wellhead.schema.TextField;

class NeighboursTest {
  private static final EnumSet<TextField> FIELDS = EnumSet.of(TextField.TITLE, TextField.BODY);

  private WrittenTexts texts;

  @BeforeEach
  void write() throws IOException {
    texts =
        WrittenTexts.of(
            "oil export | -",
            "oil export rise as oil export grow and oil export boom for years to come | -",
            "a ship | where oil export end",
            "export of oil | -",
            "gas | flare",
            "gas | flare");
  }

  @AfterEach
  void close() throws IOException {
    texts.close();
  }

  @Test
  void lengthAndRepetitionMakeNoDifferenceButTheFieldDoes() throws IOException {
    Map<Integer, Float> scores = texts.scores(new Neighbours("oil", "export", FIELDS));
    assertThat(scores).containsOnlyKeys(0, 1, 2);
    assertThat(scores.get(1)).isEqualTo(scores.get(0));
    assertThat(scores.get(2)).isNotEqualTo(scores.get(0));
  }

  @Test
  void theMostThatATextMayGetIsWhatOneGets() throws IOException {
    Query query =
        texts.searcher.rewrite(new Neighbours("oil", "export", EnumSet.of(TextField.TITLE)));
    Scorer scorer =
        texts
            .searcher
            .createWeight(query, ScoreMode.TOP_SCORES, 1)
            .scorer(texts.searcher.getIndexReader().leaves().getFirst());
    scorer.advanceShallow(0);
    assertThat(scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS))
        .isEqualTo(texts.scores(query).get(0));
  }

  @Test
  void rarerWordsWeighMore() throws IOException {
    assertThat(texts.scores(new Neighbours("export", "rise", FIELDS)).get(1))
        .isGreaterThan(texts.scores(new Neighbours("oil", "export", FIELDS)).get(1));
  }

  @Test
  void wordsThatNoTextHasBothMatchNothing() throws IOException {
    assertThat(texts.scores(new Neighbours("oil", "flare", FIELDS))).isEmpty();
  }
}
