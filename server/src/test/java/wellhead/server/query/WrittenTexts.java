package wellhead.server.query;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import wellhead.schema.TextField;

/** An index in memory of titles and bodies whose words are terms already, for queries alone. */
final class WrittenTexts implements AutoCloseable {
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  final IndexSearcher searcher;

  private WrittenTexts(String[] titlesAndBodies) throws IOException {
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (String text : titlesAndBodies) {
        String[] titleAndBody = text.split(" \\| ", 2);
        var document = new Document();
        document.add(field(TextField.TITLE, titleAndBody[0]));
        document.add(field(TextField.BODY, titleAndBody[1]));
        writer.addDocument(document);
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  private static Field field(TextField field, String text) {
    return new org.apache.lucene.document.TextField(field.field(), text, Field.Store.NO);
  }

  /**
   * @param titlesAndBodies each "title | body"
   */
  static WrittenTexts of(String... titlesAndBodies) throws IOException {
    return new WrittenTexts(titlesAndBodies);
  }

  /** The scores of what matches, by place from 0, the best first. */
  Map<Integer, Float> scores(Query query) throws IOException {
    var scores = new LinkedHashMap<Integer, Float>();
    for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
      scores.put(hit.doc, hit.score);
    }
    return scores;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
