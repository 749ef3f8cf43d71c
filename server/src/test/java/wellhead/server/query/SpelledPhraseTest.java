package wellhead.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
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

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;
  private IndexSearcher searcher;

  @BeforeEach
  void index() throws IOException {
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      add(writer, "lng export rise", "ship after ship");
      add(writer, "terminal opens", "liquefy natural gas export and lng export grow");
      add(writer, "export of lng", "natural gas");
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
  void spellingsWithAWordThatAFieldLacksAreNotSearchedFor() throws IOException {
    Query rewritten = new SpelledPhrase(SPELLINGS, FIELDS).rewrite(searcher);
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
    List<String> expected = ranked(new DisjunctionMaxQuery(all, 0));
    assertThat(ranked(new SpelledPhrase(SPELLINGS, FIELDS))).hasSize(2).isEqualTo(expected);
  }

  @Test
  void nothingMatchesWhenEverySpellingHasAWordThatNoStoryHas() throws IOException {
    Query rewritten = new SpelledPhrase(SPELLINGS.subList(2, 3), FIELDS).rewrite(searcher);
    assertThat(rewritten).isInstanceOf(MatchNoDocsQuery.class);
  }

  private List<String> ranked(Query query) throws IOException {
    var ranked = new ArrayList<String>();
    for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
      ranked.add(hit.doc + " " + hit.score);
    }
    return ranked;
  }
}
