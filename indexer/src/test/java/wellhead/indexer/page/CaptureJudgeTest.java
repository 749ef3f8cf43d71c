package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wellhead.indexer.page.ParsedPage.Article;
import wellhead.indexer.page.ParsedPage.Headline;

/**
 * Counts as the evaluation does from outside, a program of its own in another language that runs
 * {@code inspect} over annotated captures. It is not part of this project. Here are eleven captures
 * with annotations of every kind, answers that are fixed, and the counts that it gave for them: it
 * was run by hand on 30 November 2026, over this folder, with a script in place of {@code wellhead}
 * that prints {@code answers.jsonl}. On the same day both counted the 154 captures of its own
 * folder by the same weights, and no count of any capture differed.
 */
class CaptureJudgeTest {
  private static final Path FOLDER =
      Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")))
          .resolve("indexer/src/test/resources/wellhead/indexer/page/judged");

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<AnnotatedCapture> captures() throws IOException {
    return AnnotatedCapture.in(FOLDER);
  }

  @Test
  void thereIsACaptureForEachCountAndNoneThatRepeatsAnother() throws IOException {
    List<String> counted = new ArrayList<>();
    counts().fieldNames().forEachRemaining(counted::add);
    assertThat(captures()).extracting(AnnotatedCapture::id).containsExactlyElementsOf(counted);
  }

  @ParameterizedTest
  @MethodSource("captures")
  void countsAsTheEvaluationFromOutsideDoes(AnnotatedCapture capture) throws IOException {
    Map<String, Integer> expected = new TreeMap<>();
    counts()
        .get(capture.id())
        .properties()
        .forEach(count -> expected.put(count.getKey(), count.getValue().asInt()));
    ParsedPage answer =
        answers().getOrDefault(capture.id(), new ParsedPage(List.of(), null, List.of()));
    Map<String, Integer> counted = CaptureJudge.judge(capture, answer).all();
    counted.values().removeIf(count -> count == 0);
    assertThat(counted).isEqualTo(expected);
  }

  private static JsonNode counts() throws IOException {
    return JSON.readTree(FOLDER.resolve("counts.json").toFile());
  }

  private static Map<String, ParsedPage> answers() throws IOException {
    Map<String, ParsedPage> answers = new HashMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("answers.jsonl"))) {
      JsonNode answer = JSON.readTree(line);
      List<Headline> headlines = new ArrayList<>();
      answer.path("headlines").forEach(row -> headlines.add(headline(row)));
      answers.put(
          answer.at("/capture/file").asText().replaceFirst("\\..*", ""),
          new ParsedPage(headlines, article(answer.path("article")), List.of()));
    }
    return answers;
  }

  private static Headline headline(JsonNode row) {
    return new Headline(
        row.path("title").asText(), text(row, "age"), text(row, "date"), false, null, null, 1);
  }

  private static @Nullable Article article(JsonNode article) {
    return article.isObject()
        ? new Article(
            article.path("title").asText(),
            text(article, "author"),
            null,
            null,
            false,
            null,
            null,
            List.of(),
            article.path("body").asText(),
            List.of(),
            1)
        : null;
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.path(name).isTextual() ? node.path(name).asText() : null;
  }
}
