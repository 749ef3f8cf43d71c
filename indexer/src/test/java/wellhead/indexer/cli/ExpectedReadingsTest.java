package wellhead.indexer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every capture of testdata with an expected reading beside it, through the command itself. */
class ExpectedReadingsTest {
  private static final Path TESTDATA =
      Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")), "testdata");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void thereAreCapturesWithExpectedReadings() throws IOException {
    assertThat(captures()).hasSizeGreaterThan(8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void readsWhatIsExpected(String name) throws IOException {
    JsonNode expected = expected(name);
    JsonNode read = inspect(name);
    assertThat(lines(read)).isEqualTo(lines(expected));
    assertThat(read.at("/capture")).isEqualTo(expected.at("/capture"));
    assertThat(read.at("/kind")).isEqualTo(expected.at("/kind"));
    assertThat(read.at("/article").isNull()).isEqualTo(expected.at("/article").isNull());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void readsAgesByTheRuleThatIsGiven(String name) throws IOException {
    JsonNode expected = expected(name);
    for (String rule : List.of("floor", "round", "calendar")) {
      JsonNode read = inspect(name, "--rounding", rule, "--zone", "UTC");
      for (int i = 0; i < expected.at("/headlines").size(); i++) {
        JsonNode wanted = expected.at("/headlines/" + i + "/published_under/" + rule);
        if (!wanted.isMissingNode() && !wanted.isNull()) {
          JsonNode published = read.at("/headlines/" + i + "/published");
          assertThat(span(published)).as("%s, row %d, %s", name, i, rule).isEqualTo(span(wanted));
        }
      }
    }
  }

  /** One line a thing that was read, so that a difference shows as a line. */
  private static List<String> lines(JsonNode page) {
    var lines = new ArrayList<String>();
    for (JsonNode row : page.at("/headlines")) {
      lines.add(
          String.join(
              " | ", row.at("/line").asText(), labels(row), fold(row.at("/title").asText())));
    }
    JsonNode article = page.at("/article");
    if (!article.isNull()) {
      lines.add("TITLE " + fold(article.at("/title").asText()));
      lines.add("AUTHOR " + article.at("/author").asText());
      lines.add("DATED " + labels(article));
      article.at("/takeaways").forEach(t -> lines.add("TAKEAWAY " + fold(t.asText())));
      for (String paragraph : article.at("/body").asText().split("\n\n")) {
        lines.add("BODY " + fold(paragraph));
      }
      for (JsonNode comment : article.at("/comments")) {
        lines.add(
            "COMMENT " + comment.at("/author").asText() + " | " + comment.at("/date").asText());
        lines.add("COMMENTED " + span(comment.at("/published")));
        lines.add("BY " + comment.at("/published/evidence").asText());
        lines.add("SAYS " + fold(comment.at("/text").asText()));
      }
    }
    return lines;
  }

  private static String labels(JsonNode item) {
    JsonNode published = item.at("/published");
    return printed(item.at("/age"))
        + " | "
        + printed(item.at("/date"))
        + " | "
        + (published.isNull() ? "undated" : span(published) + " " + evidence(published));
  }

  private static String printed(JsonNode label) {
    return label.isTextual() ? label.asText() : "";
  }

  private static String span(JsonNode interval) {
    return interval.at("/earliest").asText() + " .. " + interval.at("/latest").asText();
  }

  private static String evidence(JsonNode published) {
    return published.at("/rule").asText("null") + " by " + published.at("/evidence").asText();
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\p{Cf}", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static JsonNode expected(String name) throws IOException {
    return JSON.readTree(Files.readString(TESTDATA.resolve(name + ".expected.json")));
  }

  private static JsonNode inspect(String name, String... options) throws IOException {
    var out = new StringWriter();
    var arguments = new ArrayList<>(List.of(options));
    arguments.add(TESTDATA.resolve(name + ".txt").toString());
    int exit =
        new CommandLine(new InspectCommand())
            .setOut(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));
    assertThat(exit).isZero();
    return JSON.readTree(out.toString());
  }

  private static List<String> captures() throws IOException {
    var names = new ArrayList<String>();
    for (String folder : List.of("seedlike", "articles")) {
      try (Stream<Path> files = Files.list(TESTDATA.resolve(folder))) {
        files
            .map(file -> folder + "/" + file.getFileName())
            .filter(file -> file.endsWith(".expected.json"))
            .map(file -> file.substring(0, file.length() - ".expected.json".length()))
            .sorted()
            .forEach(names::add);
      }
    }
    return names;
  }
}
