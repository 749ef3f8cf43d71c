package wellhead.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.index.IndexHeldException;
import wellhead.indexer.index.IndexRun;
import wellhead.indexer.index.IndexUnusableException;

/**
 * The repository's own captures and topics: {@code topics.tsv} (topic, query) and {@code qrels.tsv}
 * (topic, source, title, grade), both with a header. A title that recurs at its source is one text.
 */
record TestdataTopics(Path captures, List<Topic> topics) implements Judged {
  /** When the last capture was taken, and the server's clock while it answers. */
  static final Instant NOW = Instant.parse("2026-07-09T00:00:00Z");

  /** Reads the topics of a {@code testdata} folder. */
  static TestdataTopics read(Path testdata) throws IOException {
    var grades = new HashMap<String, Map<String, Integer>>();
    for (String[] cells : rows(testdata.resolve("topics/qrels.tsv"))) {
      grades
          .computeIfAbsent(cells[0], topic -> new HashMap<>())
          .put(text(cells[1], cells[2]), Integer.valueOf(cells[3]));
    }
    var topics = new ArrayList<Topic>();
    for (String[] cells : rows(testdata.resolve("topics/topics.tsv"))) {
      topics.add(new Topic(cells[0], cells[1], grades.getOrDefault(cells[0], Map.of())));
    }
    return new TestdataTopics(
        testdata.resolve("captures"), topics.stream().filter(Topic::isAnswered).toList());
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split("\t")).toList();
  }

  private static String text(String source, String title) {
    return source + "\t" + title;
  }

  @Override
  public String name() {
    return "testdata";
  }

  @Override
  public void index(Path index) throws IOException {
    var run =
        new IndexRun(
            index,
            false,
            CaptureOptions.NONE,
            InputStream.nullInputStream(),
            InstantSource.fixed(NOW));
    try {
      run.run(List.of(captures.toString()));
    } catch (IndexHeldException | IndexUnusableException e) {
      throw new IOException("indexing " + captures, e);
    }
  }

  @Override
  public String textOf(JsonNode hit) {
    return text(hit.path("source").asText(), hit.path("title").asText());
  }
}
