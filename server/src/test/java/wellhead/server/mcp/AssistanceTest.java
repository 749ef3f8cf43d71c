package wellhead.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol, with one tool that says what it was asked. */
class AssistanceTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String META =
      "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
          + "'io.modelcontextprotocol/clientCapabilities':{}}";

  private final Assistance assistance = new Assistance(new Echo(), "1.2");

  /** Says what it was asked; refuses what is impolite; fails at the unspeakable. */
  private static final class Echo implements Toolbox {
    @Override
    public ArrayNode list() {
      ArrayNode tools = JsonNodeFactory.instance.arrayNode();
      tools.addObject().put("name", "echo").putObject("inputSchema").put("type", "object");
      return tools;
    }

    @Override
    public String instructions() {
      return "Ask politely.";
    }

    @Override
    public ObjectNode use(String name, ObjectNode arguments) throws RefusedException {
      if (arguments.has("rude")) {
        throw new RefusedException("say please");
      }
      if (arguments.has("unspeakable")) {
        throw new IllegalStateException("/secret/path");
      }
      return JsonNodeFactory.instance.objectNode().set("asked", arguments);
    }
  }

  @Test
  void theNewerEraNeedsNoHandshake() throws IOException {
    JsonNode found =
        result("{'jsonrpc':'2.0','id':1,'method':'server/discover','params':{" + META + "}}");
    assertThat(found.path("supportedVersions").get(0).asText()).isEqualTo("2026-07-28");
    assertThat(found.path("instructions").asText()).isEqualTo("Ask politely.");
    assertThat(found.path("resultType").asText()).isEqualTo("complete");
    assertThat(found.path("ttlMs").isIntegralNumber()).isTrue();
    assertThat(found.at("/_meta/io.modelcontextprotocol~1serverInfo/version").asText())
        .isEqualTo("1.2");
    JsonNode used = result(call("{'a':1}", META));
    assertThat(used.at("/structuredContent/asked/a").asInt()).isEqualTo(1);
    assertThat(used.path("resultType").asText()).isEqualTo("complete");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25, 2025-11-25",
    "2025-06-18, 2025-06-18",
    "2025-03-26, 2025-03-26",
    "2024-11-05, 2024-11-05",
    "1999-01-01, 2025-11-25",
    "2026-07-28, 2025-11-25"
  })
  void theOlderErasHandshakeAgreesOnARevision(String asked, String agreed) throws IOException {
    JsonNode welcome =
        result(
            "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':'"
                + asked
                + "','capabilities':{},'clientInfo':{'name':'t','version':'1'}}}");
    assertThat(welcome.path("protocolVersion").asText()).isEqualTo(agreed);
    assertThat(welcome.at("/serverInfo/name").asText()).isEqualTo("wellhead");
    assertThat(welcome.has("resultType")).isFalse();
  }

  @Test
  void theOlderEraUsesTheSameTools() throws IOException {
    JsonNode used = result(call("{'a':1}", null));
    assertThat(used.path("isError").asBoolean()).isFalse();
    assertThat(MAPPER.readTree(used.at("/content/0/text").asText()))
        .isEqualTo(used.path("structuredContent"));
    assertThat(result("{'jsonrpc':'2.0','id':1,'method':'ping'}")).isEmpty();
    assertThat(result("{'jsonrpc':'2.0','id':1,'method':'tools/list'}").path("tools")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | -32700 | 400",
        "{'a':1} trailing | -32700 | 400",
        "{'jsonrpc':'2.0','id':1,'id':2,'method':'ping'} | -32700 | 400",
        "7 | -32600 | 400",
        "{'id':1,'method':'ping'} | -32600 | 400",
        "{'jsonrpc':'1.0','id':1,'method':'ping'} | -32600 | 400",
        "{'jsonrpc':'2.0','id':{},'method':'ping'} | -32600 | 400",
        "{'jsonrpc':'2.0','id':null,'method':'ping'} | -32600 | 400",
        "{'jsonrpc':'2.0','id':1,'method':7} | -32600 | 400",
        "[] | -32600 | 400",
        "{'jsonrpc':'2.0','id':1,'method':'resources/list'} | -32601 | 200",
        "{'jsonrpc':'2.0','id':1,'method':'server/discover'} | -32601 | 200",
        "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'no'}} | -32602 | 200",
        "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'echo','arguments':[]}} | -32602 | 200"
      })
  void whatIsNoQuestionIsToldSo(String message, int code, int status) throws IOException {
    Reply reply = ask(message, null);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(read(reply).at("/error/code").asInt()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'io.modelcontextprotocol/protocolVersion':'2026-07-28' | -32602",
        "'io.modelcontextprotocol/protocolVersion':7 | -32602",
        "'io.modelcontextprotocol/protocolVersion':'2027-01-01','io.modelcontextprotocol/clientCapabilities':{} | -32022",
      })
  void theNewerEraSaysWhatItSpeaks(String meta, int code) throws IOException {
    Reply reply =
        ask(
            "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'_meta':{" + meta + "}}}",
            null);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(read(reply).at("/error/code").asInt()).isEqualTo(code);
  }

  @Test
  void aRevisionThatIsNotSpokenIsAnsweredByThoseThatAre() throws IOException {
    String meta = META.replace("2026-07-28", "1900-01-01");
    JsonNode data = read(ask(call("{}", meta), null)).at("/error/data");
    assertThat(data.path("requested").asText()).isEqualTo("1900-01-01");
    assertThat(data.path("supported").get(0).asText()).isEqualTo("2026-07-28");
  }

  @Test
  void anUnknownMethodOfTheNewerEraIsNotFound() throws IOException {
    Reply reply = ask("{'jsonrpc':'2.0','id':1,'method':'ping','params':{" + META + "}}", null);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(read(reply).at("/error/code").asInt()).isEqualTo(-32_601);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-28, tools/call, echo, 200",
    ", tools/call, echo, 400",
    "2025-11-25, tools/call, echo, 400",
    "2026-07-28, , echo, 400",
    "2026-07-28, tools/list, echo, 400",
    "2026-07-28, tools/call, , 400",
    "2026-07-28, tools/call, other, 400"
  })
  void whatStandsOutsideSaysTheSame(
      @Nullable String version, @Nullable String method, @Nullable String name, int status)
      throws IOException {
    Reply reply = ask(call("{}", META), new Envelope(version, method, name));
    assertThat(reply.status()).isEqualTo(status);
    if (status == 400) {
      assertThat(read(reply).at("/error/code").asInt()).isEqualTo(-32_020);
    }
  }

  @Test
  void aNewerEnvelopeAsksForANewerMessage() throws IOException {
    Reply reply = ask(call("{}", null), new Envelope("2026-07-28", "tools/call", "echo"));
    assertThat(read(reply).at("/error/code").asInt()).isEqualTo(-32_020);
    assertThat(ask(call("{}", null), new Envelope("2025-06-18", null, null)).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'jsonrpc':'2.0','method':'notifications/initialized'}",
        "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}",
        "{'jsonrpc':'2.0','id':4,'result':{}}"
      })
  void whatWantsNoAnswerGetsNone(String message) {
    Reply reply = ask(message, null);
    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.message()).isNull();
  }

  @Test
  void aToolThatCannotSaysWhyToTheAssistant() throws IOException {
    JsonNode refused = result(call("{'rude':true}", META));
    assertThat(refused.path("isError").asBoolean()).isTrue();
    assertThat(refused.at("/content/0/text").asText()).isEqualTo("say please");
  }

  @Test
  void aFaultOfOursShowsNothingFromInside() throws IOException {
    Reply reply = ask(call("{'unspeakable':1}", META), null);
    assertThat(reply.status()).isEqualTo(500);
    assertThat(read(reply).at("/error/code").asInt()).isEqualTo(-32_603);
    assertThat(read(reply).toString()).doesNotContain("secret");
  }

  @Test
  void severalMayComeAsOneButNotAnyNumber() throws IOException {
    String one = "{'jsonrpc':'2.0','id':1,'method':'ping'}";
    String silent = "{'jsonrpc':'2.0','method':'notifications/initialized'}";
    assertThat(read(ask("[" + one + "," + silent + "," + one + "]", null))).hasSize(2);
    assertThat(ask("[" + silent + "]", null).status()).isEqualTo(202);
    assertThat(ask("[" + (one + ",").repeat(20) + one + "]", null).status()).isEqualTo(400);
  }

  @Test
  void aLineIsAMessageAndItsAnswerIsALine() throws IOException {
    String lines =
        """
        {"jsonrpc":"2.0","id":1,"method":"ping"}

        {"jsonrpc":"2.0","method":"notifications/initialized"}
        %s
        {"jsonrpc":"2.0","id":"last","method":"ping"}\
        """
            .formatted("x".repeat(2 * Assistance.LONGEST_MESSAGE));
    var out = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    new Lines(assistance, in, out).answerAll();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"),
            cut -> assertThat(cut).contains("-32700"),
            last ->
                assertThat(last).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"result\":{}}"));
  }

  private static String call(String arguments, @Nullable String meta) {
    return "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'echo','arguments':"
        + arguments
        + (meta == null ? "" : "," + meta)
        + "}}";
  }

  private JsonNode result(String message) throws IOException {
    Reply reply = ask(message, null);
    assertThat(reply.status()).isEqualTo(200);
    return read(reply).path("result");
  }

  private Reply ask(String message, @Nullable Envelope envelope) {
    return assistance.answer(message.replace('\'', '"').getBytes(StandardCharsets.UTF_8), envelope);
  }

  private static JsonNode read(Reply reply) throws IOException {
    return MAPPER.readTree(reply.body());
  }
}
