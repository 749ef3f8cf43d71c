package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every match reaches every tally once, however many blocks and segments there are. */
class TallyTest {
  private static final int SEGMENT = 2 * Tally.Blocks.SIZE + 1;

  private static final ByteBuffersDirectory DIRECTORY = new ByteBuffersDirectory();
  private static DirectoryReader reader;

  /** Two segments of documents that know by which of 2, 3 and 1000 their number is divided. */
  @BeforeAll
  static void write() throws IOException {
    try (var writer = new IndexWriter(DIRECTORY, new IndexWriterConfig())) {
      for (int i = 0; i < 2 * SEGMENT; i++) {
        if (i == SEGMENT) {
          writer.flush();
        }
        var document = new Document();
        for (int by : List.of(2, 3, 1000)) {
          if (i % by == 0) {
            document.add(new KeywordField("by", String.valueOf(by), Field.Store.NO));
          }
        }
        writer.addDocument(document);
      }
      writer.commit();
    }
    reader = DirectoryReader.open(DIRECTORY);
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
    DIRECTORY.close();
  }

  private static Query by(int number) {
    return KeywordField.newExactQuery("by", String.valueOf(number));
  }

  private static List<Integer> counted(Query query) throws IOException {
    var first = new Noting();
    var second = new Noting();
    Tally.all(new IndexSearcher(reader), query, List.of(first, second));
    assertThat(second.noted).isEqualTo(first.noted);
    assertThat(first.left).isEqualTo(2);
    return first.noted;
  }

  private static List<Integer> divided(int... numbers) {
    return IntStream.range(0, 2 * SEGMENT)
        .filter(i -> IntStream.of(numbers).anyMatch(by -> i % by == 0))
        .boxed()
        .toList();
  }

  @Test
  void allDocumentsAreCounted() throws IOException {
    assertThat(counted(MatchAllDocsQuery.INSTANCE)).isEqualTo(divided(1));
  }

  @Test
  void oneTermIsCounted() throws IOException {
    assertThat(counted(by(2))).isEqualTo(divided(2));
    assertThat(counted(by(1000))).isEqualTo(divided(1000));
  }

  @Test
  void eitherOfTwoTermsIsCountedOnce() throws IOException {
    var either =
        new BooleanQuery.Builder().add(by(2), Occur.SHOULD).add(by(3), Occur.SHOULD).build();
    assertThat(counted(either)).isEqualTo(divided(2, 3));
  }

  @Test
  void bothTermsAreCounted() throws IOException {
    var both = new BooleanQuery.Builder().add(by(2), Occur.FILTER).add(by(3), Occur.FILTER).build();
    assertThat(counted(both)).isEqualTo(divided(6));
  }

  /** Notes the documents that it is given, and how many segments have ended. */
  private static final class Noting implements Tally {
    private final List<Integer> noted = new ArrayList<>();
    private int base;
    private int left;

    @Override
    public void enter(LeafReaderContext segment) {
      base = segment.docBase;
    }

    @Override
    public void count(int[] documents, int size) {
      for (int i = 0; i < size; i++) {
        noted.add(base + documents[i]);
      }
    }

    @Override
    public void leave() {
      left++;
    }
  }
}
