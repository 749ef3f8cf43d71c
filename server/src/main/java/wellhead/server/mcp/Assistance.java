package wellhead.server.mcp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers an assistant's messages, in both eras of the protocol. Safe for use by many threads.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28">The revision of
 *     2026-07-28</a>
 */
public final class Assistance {
  /** The longest message that is read, in bytes; a query has at most 10,000 characters. */
  public static final int LONGEST_MESSAGE = 256 * 1024;

  /** Messages that may come as one, as revisions before 2025-06-18 allow. */
  private static final int MOST_AT_ONCE = 20;

  /** How long a client may remember what can be done here: that changes with the program only. */
  private static final int REMEMBERED_MILLIS = 3_600_000;

  private static final Logger LOG = LoggerFactory.getLogger(Assistance.class);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Toolbox tools;
  private final String version;

  /**
   * @param version of this program
   */
  public Assistance(Toolbox tools, String version) {
    this.tools = tools;
    this.version = version;
  }

  /**
   * Answers what came in.
   *
   * @param message JSON, as it came
   * @param envelope what stands outside of it; {@code null} where there is no outside
   */
  public Reply answer(byte[] message, @Nullable Envelope envelope) {
    JsonNode read;
    try {
      read = MAPPER.readTree(message);
    } catch (JsonProcessingException e) {
      return error(
          null,
          new RpcException(
              RpcException.PARSE,
              400,
              "the message is no JSON (line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr()
                  + "): send one JSON-RPC message"));
    } catch (IOException e) {
      throw new UncheckedIOException("reading memory", e);
    }
    return read.isArray() && Era.of(read, envelope) == Era.HANDSHAKE
        ? all((ArrayNode) read, envelope)
        : one(read, envelope);
  }

  private Reply all(ArrayNode messages, @Nullable Envelope envelope) {
    if (messages.isEmpty() || messages.size() > MOST_AT_ONCE) {
      return error(
          null,
          new RpcException(
              RpcException.INVALID_REQUEST,
              400,
              "1 to " + MOST_AT_ONCE + " messages may come at once: " + messages.size()));
    }
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (JsonNode message : messages) {
      JsonNode answer = one(message, envelope).message();
      if (answer != null) {
        answers.add(answer);
      }
    }
    return answers.isEmpty() ? Reply.TAKEN : new Reply(200, answers);
  }

  private Reply one(JsonNode message, @Nullable Envelope envelope) {
    JsonNode id = message.path("id");
    try {
      requireMessage(message);
      if (!message.has("id") || !message.has("method")) {
        return Reply.TAKEN; // a notification, or an answer to what nobody asked
      }
      Era era = Era.of(message, envelope);
      if (era == Era.STATELESS) {
        Era.require(message, envelope);
      }
      ObjectNode answer = answer(id);
      answer.set("result", result(message, era));
      return new Reply(200, answer);
    } catch (RpcException e) {
      return error(id, e);
    } catch (RuntimeException e) {
      LOG.error("a message of an assistant failed", e);
      String said = "the server failed to answer; the message is not to blame";
      return error(id, new RpcException(RpcException.INTERNAL, 500, said));
    }
  }

  private static void requireMessage(JsonNode message) throws RpcException {
    JsonNode id = message.path("id");
    boolean named = id.isMissingNode() || id.isTextual() || id.isIntegralNumber();
    boolean answered = message.has("result") || message.has("error");
    if (!message.isObject()
        || !message.path("jsonrpc").asText().equals("2.0")
        || !(message.path("method").isTextual() || answered)
        || !named) {
      throw new RpcException(
          RpcException.INVALID_REQUEST,
          400,
          "a message is an object with \"jsonrpc\":\"2.0\", a \"method\", and, for an answer, an"
              + " \"id\" that is a text or a whole number");
    }
  }

  private ObjectNode result(JsonNode message, Era era) throws RpcException {
    String method = message.path("method").textValue();
    ObjectNode result =
        switch (era) {
          case STATELESS ->
              switch (method) {
                case "server/discover" -> remembered(discovered());
                case "tools/list" -> remembered(listed());
                case "tools/call" -> called(message.path("params"));
                default -> throw unknown(method, 404);
              };
          case HANDSHAKE ->
              switch (method) {
                case "initialize" -> welcomed(message.path("params"));
                case "ping" -> JsonNodeFactory.instance.objectNode();
                case "tools/list" -> listed();
                case "tools/call" -> called(message.path("params"));
                default -> throw unknown(method, 200); // a 404 told of a session that is over
              };
        };
    if (era == Era.STATELESS) {
      result.put("resultType", "complete");
      result.putObject("_meta").set(Era.SERVER, server());
    }
    return result;
  }

  private static RpcException unknown(String method, int status) {
    String shown = method.length() <= 60 ? method : method.substring(0, 60) + "…";
    return new RpcException(
        RpcException.METHOD_NOT_FOUND,
        status,
        "there is no method \"" + shown + "\" here: there are tools/list and tools/call");
  }

  private ObjectNode discovered() {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    var versions = result.putArray("supportedVersions").add(Era.CURRENT);
    Era.WITH_HANDSHAKE.forEach(versions::add);
    result.putObject("capabilities").putObject("tools");
    result.put("instructions", tools.instructions());
    return result;
  }

  /** Asked for what is not known, the newest that has a handshake is offered. */
  private ObjectNode welcomed(JsonNode params) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    String asked = params.path("protocolVersion").asText();
    result.put(
        "protocolVersion",
        Era.WITH_HANDSHAKE.contains(asked) ? asked : Era.WITH_HANDSHAKE.getFirst());
    result.putObject("capabilities").putObject("tools");
    result.set("serverInfo", server());
    result.put("instructions", tools.instructions());
    return result;
  }

  private ObjectNode server() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", "wellhead")
        .put("title", "Wellhead")
        .put("version", version);
  }

  private ObjectNode listed() {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.set("tools", tools.list());
    return result;
  }

  /** The same for everybody who may ask at all. */
  private static ObjectNode remembered(ObjectNode result) {
    return result.put("ttlMs", REMEMBERED_MILLIS).put("cacheScope", "public");
  }

  private ObjectNode called(JsonNode params) throws RpcException {
    String name = params.path("name").asText();
    JsonNode arguments = params.path("arguments");
    if (!tools.has(name)) {
      throw new RpcException(
          RpcException.INVALID_PARAMS, 200, "there is no such tool: ask for tools/list");
    }
    if (!arguments.isMissingNode() && !arguments.isObject()) {
      throw new RpcException(
          RpcException.INVALID_PARAMS, 200, "the arguments of a tool are an object");
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    try {
      ObjectNode answer =
          tools.use(
              name,
              arguments.isObject()
                  ? (ObjectNode) arguments
                  : JsonNodeFactory.instance.objectNode());
      text(result, answer.toString());
      result.set("structuredContent", answer);
      result.put("isError", false);
    } catch (Toolbox.RefusedException e) {
      text(result, String.valueOf(e.getMessage())); // for the assistant, which can ask again
      result.put("isError", true);
    }
    return result;
  }

  private static void text(ObjectNode result, String text) {
    result.putArray("content").addObject().put("type", "text").put("text", text);
  }

  private static Reply error(@Nullable JsonNode id, RpcException e) {
    return new Reply(e.status(), failure(id, e));
  }

  private static ObjectNode failure(@Nullable JsonNode id, RpcException e) {
    ObjectNode answer = answer(id);
    e.writeTo(answer.putObject("error"));
    return answer;
  }

  /** An error of what has no usable id has none. */
  private static ObjectNode answer(@Nullable JsonNode id) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    boolean usable = id != null && (id.isTextual() || id.isIntegralNumber());
    answer.set("id", usable ? id : JsonNodeFactory.instance.nullNode());
    return answer;
  }
}
