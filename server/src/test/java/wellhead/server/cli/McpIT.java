package wellhead.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Assistants ask the packaged program: the official client, and messages by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String WELLHEAD = PackagedProgram.ROOT.resolve("wellhead").toString();

  @TempDir static Path folder = Path.of("");
  private Path index = Path.of("");

  @BeforeAll
  void index() throws Exception {
    index = folder.resolve("index");
    Process run =
        PackagedProgram.start(
            List.of(
                "index",
                "--index",
                index.toString(),
                PackagedProgram.ROOT.resolve("testdata/captures").toString()));
    assertThat(run.waitFor()).isZero();
  }

  @Test
  void theOfficialClientAsksOverStandardInputAndOutput() {
    var parameters =
        ServerParameters.builder(WELLHEAD)
            .args("mcp", "--index", index.toString())
            .addEnvVar("JAVA_HOME", System.getProperty("java.home"))
            .build();
    try (McpSyncClient client =
        McpClient.sync(
                new StdioClientTransport(parameters, new JacksonMcpJsonMapper(new ObjectMapper())))
            .build()) {
      converse(client);
    }
  }

  @Test
  void theOfficialClientAsksOverHttp() throws Exception {
    try (var server = PackagedProgram.Server.start(index, folder.resolve("out"));
        McpSyncClient client =
            McpClient.sync(
                    HttpClientStreamableHttpTransport.builder(
                            server.home().toString().replaceFirst("/$", ""))
                        .jsonMapper(new JacksonMcpJsonMapper(new ObjectMapper()))
                        .build())
                .build()) {
      converse(client);
    }
  }

  private static void converse(McpSyncClient client) {
    McpSchema.InitializeResult welcome = client.initialize();
    assertThat(welcome.serverInfo().name()).isEqualTo("wellhead");
    assertThat(client.listTools().tools())
        .extracting(McpSchema.Tool::name)
        .containsExactly("search", "story", "timeline", "sources");
    McpSchema.CallToolResult found =
        client.callTool(
            McpSchema.CallToolRequest.builder("search")
                .arguments(Map.of("q", "OPEC+ 160k b/d"))
                .build());
    assertThat(found.isError()).isFalse();
    assertThat(String.valueOf(found.structuredContent())).contains("OPEC+ Agrees to Add 160,000");
  }

  /** Each answered from the captures, checked against {@code testdata/truth}. */
  @Test
  void tenQuestionsAreAnsweredByCalls() throws Exception {
    String meta =
        "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientCapabilities':{}}";
    List<JsonNode> answers =
        ask(
            meta,
            // 1 which source reported the agreement first, and is that certain?
            "timeline {'q':'OPEC+ agrees 160k b/d'}",
            // 2 what of LNG was published on 2 July for certain?
            "search {'q':'lng','since':'2026-07-02','until':'2026-07-03','match':'certain','limit':100}",
            // 3 and what may have been?
            "search {'q':'lng','since':'2026-07-02','until':'2026-07-03','limit':100}",
            // 4 which days had most of OPEC, and of LNG?
            "timeline {'q':'opec','compare':['lng'],'histogram':'day'}",
            // 5 from which sources is there something, until when?
            "sources {}",
            // 6 by which rule does barrelpost print its ages?
            "sources {'name':'barrelpost.example'}",
            // 7 the newest article about Libya
            "search {'q':'title:libya','in':'article','sort':'newest','limit':1}",
            // 8 what did tankerwatch alone say of freight rates?
            "search {'q':'aframax OR tanker','source':['tankerwatch.example']}",
            // 9 was the Citgo headline edited? Both wordings, and what they rest on
            "search {'q':'citgo bidders'}",
            // 10 what is in the index that came after the last answer?
            "search {'added_since':'2100-01-01T00:00:00Z'}");
    JsonNode first = answers.get(0).at("/queries/0/first");
    assertThat(sources(first)).startsWith("barrelpost.example", "tankerwatch.example");
    assertThat(first.get(0).path("citation").asText()).contains("published between 2026-07-05T");
    assertThat(instant(first.get(0), "latest")) // so that nobody was first for certain
        .isAfter(instant(first.get(1), "earliest"));
    assertThat(answers.get(1).at("/total/value").asInt()).isPositive();
    for (JsonNode hit : answers.get(1).path("hits")) {
      assertThat(instant(hit, "earliest")).isAfterOrEqualTo("2026-07-02T00:00:00Z");
      assertThat(instant(hit, "latest")).isBeforeOrEqualTo("2026-07-03T00:00:00Z");
    }
    assertThat(answers.get(2).at("/total/possible").asInt())
        .isGreaterThan(answers.get(1).at("/total/value").asInt());
    assertThat(answers.get(3).path("queries")).hasSize(2);
    assertThat(answers.get(3).at("/queries/1/buckets").size()).isGreaterThan(3);
    assertThat(answers.get(4).path("sources")).hasSize(5);
    assertThat(answers.get(5).at("/sources/0/rule").asText()).isEqualTo("round");
    assertThat(answers.get(6).at("/hits/0/title").asText()).contains("Libya");
    assertThat(sources(answers.get(7).path("hits"))).containsOnly("tankerwatch.example");
    assertThat(answers.get(8).path("hits").findValuesAsText("title").toString())
        .contains("$7.83B")
        .contains("$7.38B");
    assertThat(story(answers.get(8).at("/hits/0/id").asText()).at("/seen/0/age").asText())
        .isNotEmpty();
    assertThat(answers.get(9).at("/total/value").asInt()).isZero();
  }

  private JsonNode story(String id) throws IOException, InterruptedException {
    return ask(null, "story {'id':'" + id + "'}").getFirst();
  }

  /** Nothing but answers comes out, one a line, and the program ends when its input does. */
  private List<JsonNode> ask(@Nullable String meta, String... calls)
      throws IOException, InterruptedException {
    var messages = new StringBuilder();
    for (String call : calls) {
      int space = call.indexOf(' ');
      messages.append(
          "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'%s','arguments':%s%s}}\n"
              .formatted(
                  call.substring(0, space),
                  call.substring(space + 1),
                  meta == null ? "" : "," + meta)
              .replace('\'', '"'));
    }
    Path in = Files.writeString(folder.resolve("in"), messages);
    Path out = folder.resolve("answers");
    Path err = folder.resolve("err");
    var builder = new ProcessBuilder(WELLHEAD, "mcp", "--index", index.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process =
        builder
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(err).isEmptyFile();
    var answers = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
      JsonNode result = MAPPER.readTree(line).path("result");
      assertThat(result.path("isError").asBoolean()).as(line).isFalse();
      answers.add(result.path("structuredContent"));
    }
    assertThat(answers).hasSameSizeAs(List.of(calls));
    return answers;
  }

  private static Instant instant(JsonNode hit, String end) {
    return Instant.parse(hit.path("published").path(end).asText());
  }

  private static List<String> sources(JsonNode hits) {
    return hits.findValuesAsText("source");
  }
}
