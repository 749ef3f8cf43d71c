package wellhead.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * News wire stories, {@code {"id", "title", "body", "topics"}} a line, may be packed ({@code .gz}),
 * as two collections: with the stories that editors gave a label as what answers its words ({@code
 * labels.tsv}), and the longest bodies, each of which answers its own title.
 */
record LabelledTexts(String name, List<JudgedText> texts, List<Topic> topics)
    implements JudgedTexts {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Fewer stories say little of a label. */
  private static final int FEWEST = 10;

  /** How many of the longest texts are a collection. */
  private static final int LONGEST = 500;

  /** The labels' words are asked for. */
  static LabelledTexts byLabel(Path file) throws IOException {
    Map<String, Map<String, Integer>> byLabel = new HashMap<>();
    List<JudgedText> texts = new ArrayList<>();
    for (JsonNode story : stories(file)) {
      JudgedText text = text(story);
      texts.add(text);
      story
          .path("topics")
          .forEach(label ->
              byLabel.computeIfAbsent(label.asText(), l -> new HashMap<>()).put(text.id(), 1));
    }
    List<Topic> topics =
        words().entrySet().stream()
            .map(label ->
                new Topic(
                    label.getKey(),
                    label.getValue(),
                    byLabel.getOrDefault(label.getKey(), Map.of())))
            .filter(topic -> topic.grades().size() >= FEWEST)
            .sorted(Comparator.comparing(Topic::id))
            .toList();
    return new LabelledTexts("labelled", List.copyOf(texts), topics);
  }

  /** The titles of long texts are asked for; the texts are indexed without them. */
  static LabelledTexts longest(Path file) throws IOException {
    Set<String> titles = new HashSet<>();
    List<JudgedText> longest =
        stories(file).stream()
            .map(LabelledTexts::text)
            .filter(text -> !text.title().isBlank())
            .sorted(
                Comparator.comparingInt((JudgedText text) -> text.body().length())
                    .reversed()
                    .thenComparing(JudgedText::id))
            .filter(text -> titles.add(text.title()))
            .limit(LONGEST)
            .toList();
    return new LabelledTexts(
        "longest",
        longest.stream().map(text -> new JudgedText(text.id(), "", text.body())).toList(),
        longest.stream()
            .map(text -> new Topic(text.id(), plain(text.title()), Map.of(text.id(), 1)))
            .toList());
  }

  /** Titles are asked for their words; what the query language means otherwise is taken out. */
  private static String plain(String title) {
    return title.replaceAll("[^\\p{L}\\p{N}.,'%$ ]+", " ").strip();
  }

  private static JudgedText text(JsonNode story) {
    return new JudgedText(
        story.path("id").asText(),
        story.path("title").asText().strip(),
        story.path("body").asText());
  }

  private static List<JsonNode> stories(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        var reader =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                    StandardCharsets.UTF_8))) {
      List<JsonNode> stories = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        stories.add(JSON.readTree(line));
      }
      return stories;
    }
  }

  private static Map<String, String> words() {
    try (InputStream in =
            Objects.requireNonNull(LabelledTexts.class.getResourceAsStream("labels.tsv"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Map<String, String> words = new HashMap<>();
      reader.lines().skip(1).map(line -> line.split("\t")).forEach(l -> words.put(l[0], l[1]));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("reading labels.tsv", e);
    }
  }
}
