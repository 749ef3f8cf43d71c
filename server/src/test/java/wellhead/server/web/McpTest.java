package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /mcp}, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

  private final Site site = Site.of(Stories.article());

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void aMessageIsPostedAndAnswered() throws Exception {
    HttpResponse<String> response = post(site, PING);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(response.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
  }

  @Test
  void whatWantsNoAnswerIsTaken() throws Exception {
    HttpResponse<String> response =
        post(site, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "PUT"})
  void anythingElseIsRefusedAndSaysWhat(String method) {
    HttpResponse<String> response = site.send(method, "/mcp");
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void nothingElseCanBePosted() throws Exception {
    HttpResponse<String> response = postTo(site, "/search?q=wind", PING);
    assertThat(response.statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, 403",
    "null, 403",
    "http://localhost:1, 403",
    "http://127.0.0.1.evil.example:PORT, 403",
    "not an origin, 403",
    "http://localhost:PORT, 200",
    "http://127.0.0.1:PORT, 200",
    "https://desk.example, 200"
  })
  void scriptsOfForeignPagesMayNotAsk(String origin, int status) throws Exception {
    var options = WebOptions.DEFAULT.with(new CorsOrigins(List.of("https://desk.example")));
    try (Site open = Site.of(new FakeEngine(List.of(Stories.article())), options)) {
      String from = origin.replace("PORT", String.valueOf(open.server().port()));
      assertThat(post(open, PING, "Origin", from).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void whoeverMayAskIsToldWithWhatBeforehand() {
    var options = WebOptions.DEFAULT.with(new CorsOrigins(List.of("https://desk.example")));
    try (Site open = Site.of(new FakeEngine(List.of(Stories.article())), options)) {
      HttpResponse<String> answer =
          open.send(
              "OPTIONS",
              "/mcp",
              "Origin",
              "https://desk.example",
              "Access-Control-Request-Method",
              "POST");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).hasValue("POST");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
          .contains("Mcp-Method");
    }
  }

  @Test
  void theNewerEraSaysTheSameInItsHeaders() throws Exception {
    String message =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":{"
            + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
    HttpResponse<String> bare = post(site, message);
    assertThat(bare.statusCode()).isEqualTo(400);
    assertThat(bare.body()).contains("-32020");
    HttpResponse<String> said =
        post(site, message, "MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/list");
    assertThat(said.statusCode()).isEqualTo(200);
    assertThat(MAPPER.readTree(said.body()).at("/result/tools")).hasSize(4);
  }

  @Test
  void aBodyBeyondMeasureIsRefused() throws Exception {
    assertThat(post(site, "x".repeat(300 * 1024)).statusCode()).isEqualTo(413);
    assertThat(post(site, PING).statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverPostsSlowlyKeepsNoPlaceFromOthers() throws IOException {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 8; i++) { // more than are worked on at once
        var socket = new Socket(InetAddress.getLoopbackAddress(), site.server().port());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                "POST /mcp HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\n{"
                    .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
      }
      for (int i = 0; i < 8; i++) {
        assertThat(site.get("/search?q=wind").statusCode()).isEqualTo(200);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void everyArgumentThatATimeOrAQueryTakesIsTheSearchsOwn() throws Exception {
    JsonNode tools = MAPPER.readTree(post(site, list()).body()).at("/result/tools");
    for (JsonNode tool : List.of(tools.get(0), tools.get(2))) {
      var names = new ArrayList<String>();
      tool.at("/inputSchema/properties").fieldNames().forEachRemaining(names::add);
      names.remove("compare");
      assertThat(SearchCall.NAMES).containsAll(names);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search | {'q':'(wind'} | bracket",
        "search | {'limit':0} | from 1 to 100",
        "search | {'since':'yesterday'} | since",
        "search | {'sauce':'x'} | no parameter",
        "search | {'q':{'a':1}} | give a text",
        "search | {'cursor':'x'} | no cursor",
        "timeline | {'compare':['a','b','c']} | two",
        "story | {'id':'nobody'} | No story has this id",
        "story | {} | No story has this id",
        "sources | {'name':'nowhere.example'} | no source"
      })
  void whatAToolCannotDoIsSaidToTheAssistant(String tool, String arguments, String said)
      throws Exception {
    JsonNode result = MAPPER.readTree(post(site, call(tool, arguments)).body()).path("result");
    assertThat(result.path("isError").asBoolean()).as(result.toString()).isTrue();
    assertThat(result.at("/content/0/text").asText()).contains(said);
  }

  @Test
  void withoutAnIndexItIsSaidWhatToDo() throws Exception {
    try (Site empty = Site.of(new FakeEngine(List.of()).notReady())) {
      String body = post(empty, call("search", "{}")).body();
      assertThat(body).contains("\"isError\":true").contains("wellhead index");
    }
  }

  static String call(String tool, String arguments) {
    return "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'%s','arguments':%s}}"
        .formatted(tool, arguments)
        .replace('\'', '"');
  }

  private static String list() {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
  }

  private static HttpResponse<String> post(Site to, String body, String... headers)
      throws IOException, InterruptedException {
    return postTo(to, "/mcp", body, headers);
  }

  private static HttpResponse<String> postTo(Site to, String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to.server().port() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return to.client().send(request.build(), BodyHandlers.ofString());
  }
}
