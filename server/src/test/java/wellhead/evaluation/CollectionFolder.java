package wellhead.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A collection in the form that most are handed on in:
 *
 * <ul>
 *   <li>{@code corpus.jsonl}: {@code {"id" or "_id", "title", "text"}} a line
 *   <li>{@code queries.jsonl}: {@code {"id" or "_id", "text"}} a line
 *   <li>{@code qrels.tsv}: query id, text id, grade, with or without a header
 * </ul>
 *
 * <p>Each may be packed ({@code .gz}).
 */
record CollectionFolder(String name, List<JudgedText> texts, List<Topic> topics)
    implements JudgedTexts {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a folder.
   *
   * @throws IOException naming the file that is missing or broken
   */
  static CollectionFolder read(Path folder) throws IOException {
    var texts = new ArrayList<JudgedText>();
    for (String line : lines(folder, "corpus.jsonl")) {
      JsonNode text = JSON.readTree(line);
      texts.add(
          new JudgedText(id(text), text.path("title").asText(""), text.path("text").asText("")));
    }
    Map<String, Map<String, Integer>> grades = grades(folder);
    var topics = new ArrayList<Topic>();
    for (String line : lines(folder, "queries.jsonl")) {
      JsonNode query = JSON.readTree(line);
      topics.add(
          new Topic(
              id(query), query.path("text").asText(), grades.getOrDefault(id(query), Map.of())));
    }
    return new CollectionFolder(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        List.copyOf(texts),
        topics.stream().filter(Topic::isAnswered).toList());
  }

  private static String id(JsonNode line) {
    return line.path(line.has("_id") ? "_id" : "id").asText();
  }

  private static Map<String, Map<String, Integer>> grades(Path folder) throws IOException {
    var grades = new HashMap<String, Map<String, Integer>>();
    for (String line : lines(folder, "qrels.tsv")) {
      String[] cells = line.split("\t");
      if (cells.length >= 3 && cells[2].strip().matches("-?\\d+")) {
        grades
            .computeIfAbsent(cells[0].strip(), query -> new HashMap<>())
            .put(cells[1].strip(), Integer.valueOf(cells[2].strip()));
      }
    }
    return grades;
  }

  private static List<String> lines(Path folder, String name) throws IOException {
    Path plain = folder.resolve(name);
    Path packed = folder.resolve(name + ".gz");
    if (!Files.exists(plain) && !Files.exists(packed)) {
      throw new NoSuchFileException(plain.toString(), null, "nor packed as .gz");
    }
    try (InputStream in =
            Files.exists(plain)
                ? Files.newInputStream(plain)
                : new GZIPInputStream(Files.newInputStream(packed));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    }
  }
}
