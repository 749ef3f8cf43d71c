package wellhead.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What Lucene does by itself: BM25 over title and text in one field, any of the words. */
final class PlainLucene {
  private static final String TEXT = "text";
  private static final String ID = "id";
  private static final int LIMIT = 100;

  private PlainLucene() {}

  static Map<String, Measures> measure(JudgedTexts judged) throws IOException {
    try (Analyzer analyzer = new EnglishAnalyzer();
        var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (JudgedText text : judged.texts()) {
          var document = new Document();
          document.add(new StringField(ID, text.id(), Field.Store.YES));
          document.add(new TextField(TEXT, text.title() + "\n" + text.body(), Field.Store.NO));
          writer.addDocument(document);
        }
      }
      try (var reader = DirectoryReader.open(directory)) {
        return measure(judged.topics(), new IndexSearcher(reader), new QueryBuilder(analyzer));
      }
    }
  }

  private static Map<String, Measures> measure(
      List<Topic> topics, IndexSearcher searcher, QueryBuilder queries) throws IOException {
    Map<String, Measures> measured = new LinkedHashMap<>();
    for (Topic topic : topics) {
      Query query = queries.createBooleanQuery(TEXT, topic.query());
      List<String> ranking = new ArrayList<>();
      if (query != null) {
        for (ScoreDoc hit : searcher.search(query, LIMIT).scoreDocs) {
          ranking.add(searcher.storedFields().document(hit.doc).get(ID));
        }
      }
      measured.put(topic.id(), Measures.of(topic, ranking));
    }
    return measured;
  }
}
