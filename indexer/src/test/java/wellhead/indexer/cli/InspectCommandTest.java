package wellhead.indexer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InspectCommandTest {
  private static final String PAGE =
      """
      Home
      Oil Prices Slide as Demand Weakens in Asia
      2 hours ago
      Refiners Cut Runs After Margins Collapse
      3 hours ago
      Norway Approves Two Fields in the Barents Sea
      5 hours ago
      Rig Count Falls for a Sixth Week in a Row
      1 day ago
      """;

  @TempDir Path folder;
  private Path page = Path.of("");

  @BeforeEach
  void writeThePage() throws IOException {
    page = Files.writeString(folder.resolve("tankerwatch.example_20260708T073000Z.txt"), PAGE);
  }

  private static String run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        new CommandLine(new InspectCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    assertThat(exit).as(err.toString()).isZero();
    return out.toString();
  }

  private String inspect(String... options) {
    List<String> args = new ArrayList<>(Arrays.asList(options));
    args.add(page.toString());
    return run(args.toArray(String[]::new));
  }

  private static JsonNode json(String line) throws IOException {
    return new ObjectMapper().readTree(line);
  }

  private static List<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  @Test
  void tellsOfEveryOtherLineWhatItIsPartOf() throws IOException {
    JsonNode read = json(inspect());
    assertThat(read.at("/headlines")).hasSize(4);
    assertThat(all(read.at("/other_lines")))
        .extracting(line -> line.at("/line").asInt() + " " + line.at("/part").asText())
        .containsExactly("1 phrase", "3 label", "5 label", "7 label", "9 label");
    assertThat(read.at("/other_lines/1/of").asInt()).isEqualTo(2);
    assertThat(read.has("explain")).isFalse();
  }

  @Test
  void explainsALineWithItsNumbersItsListAndTheWaysThatCompeted() throws IOException {
    JsonNode explain = json(inspect("--explain", "4")).at("/explain");
    assertThat(all(explain.at("/lines"))).hasSize(1);
    assertThat(explain.at("/lines/0/part").asText()).isEqualTo("headline");
    JsonNode weighed = explain.at("/lists/0/weighed/0");
    assertThat(weighed.at("/label").asText()).isEqualTo("3 hours ago");
    double own =
        all(weighed.at("/numbers")).stream().mapToDouble(n -> n.at("/counts").asDouble()).sum();
    assertThat(weighed.at("/own").asDouble())
        .isCloseTo(own, org.assertj.core.data.Offset.offset(.05));
    assertThat(explain.at("/lists/0/averages")).isNotEmpty();
    assertThat(all(explain.at("/ways"))).filteredOn(w -> w.at("/chosen").asBoolean()).hasSize(1);
  }

  @Test
  void withoutALineItExplainsEachList() throws IOException {
    JsonNode explain = json(inspect("--explain")).at("/explain");
    assertThat(explain.at("/lists/0/weighed")).hasSize(4);
    assertThat(explain.at("/lists/0/headlines").asInt()).isEqualTo(4);
    assertThat(explain.has("lines")).isFalse();
  }

  @Test
  void linesAreFoundByTheirWordsToo() throws IOException {
    JsonNode explain = json(inspect("--explain-words", "BARENTS")).at("/explain");
    assertThat(all(explain.at("/lines"))).extracting(l -> l.at("/line").asInt()).containsExactly(6);
  }

  @Test
  void showsPeopleATableAndEachLineThatIsExplained() {
    assertThat(inspect("--no-json").lines())
        .first()
        .asString()
        .startsWith("tankerwatch.example_20260708T073000Z.txt: list, 4 headlines; ");
    assertThat(inspect("--no-json"))
        .contains("4     3 hours ago  2026-07-08T")
        .contains("other lines: 4 age or date; 1 known phrase");
    assertThat(inspect("--no-json", "--explain", "4"))
        .contains("line 4: Refiners Cut Runs After Margins Collapse")
        .contains("list_share_aged")
        .contains("ways to read the page");
    assertThat(inspect("--no-json", "--explain", "40")).contains("no such line with words on it");
  }

  @Test
  void aTerminalIsShownTheFormForPeopleUnlessItAsksForJson() throws IOException {
    System.setProperty("wellhead.terminal", "true");
    try {
      assertThat(inspect()).doesNotContain("{");
      assertThat(json(inspect("--json")).at("/headlines")).hasSize(4);
    } finally {
      System.clearProperty("wellhead.terminal");
    }
  }

  @Test
  void aPageThatScriptsDrawIsNamedAsSuch() throws IOException {
    page =
        Files.writeString(
            folder.resolve("shell_20260708T073000Z.html"),
            "<html><head><script src=a.js></script></head><body><div id=app></div></body></html>");
    assertThat(json(inspect()).at("/drawn_by_script").asBoolean()).isTrue();
    assertThat(inspect("--no-json")).contains("neither (drawn by script)");
  }

  @Test
  void whatTerminalsObeyIsNotPrintedToThem() throws IOException {
    page =
        Files.writeString(
            folder.resolve("o\u202Edd.txt"), PAGE.replace("Asia", "As\u202Eia\u001B[2J"));
    assertThat(inspect("--no-json", "--captured-at", "2026-07-08T07:30:00Z"))
        .doesNotContain("\u001B")
        .doesNotContain("\u202E");
    assertThat(inspect("--captured-at", "2026-07-08T07:30:00Z"))
        .doesNotContain("\u202E")
        .contains("o\\u202edd.txt");
  }
}
