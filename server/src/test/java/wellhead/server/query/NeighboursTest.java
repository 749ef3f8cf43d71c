package wellhead.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wellhead.schema.TextField;

class NeighboursTest {
  private static final EnumSet<TextField> FIELDS = EnumSet.of(TextField.TITLE, TextField.BODY);

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;
  private IndexSearcher searcher;

  @BeforeEach
  void index() throws IOException {
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      add(writer, "oil export", "-");
      add(writer, "oil export rise as oil export grow and oil export boom for years to come", "-");
      add(writer, "a ship", "where oil export end");
      add(writer, "export of oil", "-");
      add(writer, "gas", "flare");
      add(writer, "gas", "flare");
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  private static void add(IndexWriter writer, String title, String body) throws IOException {
    var document = new Document();
    document.add(
        new org.apache.lucene.document.TextField(TextField.TITLE.field(), title, Field.Store.NO));
    document.add(
        new org.apache.lucene.document.TextField(TextField.BODY.field(), body, Field.Store.NO));
    writer.addDocument(document);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  @Test
  void lengthAndRepetitionMakeNoDifferenceButTheFieldDoes() throws IOException {
    Map<Integer, Float> scores = scores(new Neighbours("oil", "export", FIELDS));
    assertThat(scores).containsOnlyKeys(0, 1, 2);
    assertThat(scores.get(1)).isEqualTo(scores.get(0));
    assertThat(scores.get(2)).isNotEqualTo(scores.get(0));
  }

  @Test
  void theMostThatATextMayGetIsWhatOneGets() throws IOException {
    Query query = searcher.rewrite(new Neighbours("oil", "export", EnumSet.of(TextField.TITLE)));
    Scorer scorer =
        searcher.createWeight(query, ScoreMode.TOP_SCORES, 1).scorer(reader.leaves().getFirst());
    scorer.advanceShallow(0);
    assertThat(scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS)).isEqualTo(scores(query).get(0));
  }

  @Test
  void rarerWordsWeighMore() throws IOException {
    assertThat(scores(new Neighbours("export", "rise", FIELDS)).get(1))
        .isGreaterThan(scores(new Neighbours("oil", "export", FIELDS)).get(1));
  }

  @Test
  void wordsThatNoTextHasBothMatchNothing() throws IOException {
    assertThat(scores(new Neighbours("oil", "flare", FIELDS))).isEmpty();
  }

  private Map<Integer, Float> scores(Query query) throws IOException {
    var scores = new TreeMap<Integer, Float>();
    for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
      scores.put(hit.doc, hit.score);
    }
    return scores;
  }
}
