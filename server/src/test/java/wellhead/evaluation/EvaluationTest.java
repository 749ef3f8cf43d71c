package wellhead.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluationTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("wellhead.root", "..")).resolve("testdata");

  @TempDir Path folder;

  /** A change that breaks something is seen here; which of two good rankings is better is not. */
  @Test
  void theOwnTopicsAreAnsweredWellAndFreshnessCostsThemLittle() throws IOException {
    TestdataTopics topics = TestdataTopics.read(TESTDATA);
    Path index = folder.resolve("index");
    topics.index(index);
    try (var asking = new Asking(index)) {
      double fresh = mean(asking.measure(topics));
      double timeless = mean(asking.measure(topics, "recency=0"));
      assertThat(fresh).isGreaterThan(0.86);
      assertThat(fresh).isGreaterThan(0.99 * timeless);
    }
  }

  private static double mean(Map<String, Measures> measured) {
    return Measures.mean(measured.values()).ndcg();
  }

  @Test
  void aCollectionIsMeasuredBesideItsLastRun() throws IOException {
    Files.writeString(
        folder.resolve("corpus.jsonl"),
        """
        {"id": "a b", "title": "Wing", "text": "lift of a wing in slipstream"}
        {"_id": "c", "title": "", "text": "heat in a slab"}
        """);
    Files.writeString(
        folder.resolve("queries.jsonl"),
        """
        {"id": "1", "text": "slipstream"}
        {"id": "2", "text": "unjudged"}
        """);
    Files.writeString(
        folder.resolve("qrels.tsv"), "query-id\tcorpus-id\tscore\n1\ta b\t2\n2\tc\t0\n");
    Path runs = folder.resolve("runs");
    assertThat(run(folder, runs)).contains("1 topics: nDCG@10 1.0000 (+0.0000)");
    Files.writeString(
        folder.resolve("qrels.tsv"), "query-id\tcorpus-id\tscore\n1\ta b\t2\n1\tc\t2\n");
    assertThat(run(folder, runs)).contains("slipstream").contains("(-0.3869)");
  }

  private static String run(Path collection, Path runs) {
    var printed = new StringWriter();
    new CommandLine(new Evaluation())
        .setOut(new PrintWriter(printed))
        .execute(collection.toString(), "--runs", runs.toString());
    return printed.toString();
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> CollectionFolder.read(folder))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("corpus.jsonl");
  }

  @Test
  void aTopicWithoutAnswersIsLeftOut() throws IOException {
    assertThat(TestdataTopics.read(TESTDATA).topics())
        .isNotEmpty()
        .allMatch(Topic::isAnswered)
        .extracting(Topic::query)
        .containsAll(List.of("OPEC", "80k b/d"));
  }
}
