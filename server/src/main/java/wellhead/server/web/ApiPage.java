package wellhead.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The interface, for reading.
 *
 * @param example a search to try
 */
record ApiPage(Frame frame, String description, String example, List<Operation> operations) {

  ApiPage {
    operations = List.copyOf(operations);
  }

  /**
   * @param server the whole address that paths begin with
   */
  static ApiPage of(ApiDescription api, String server) {
    JsonNode document = api.document();
    return new ApiPage(
        Frame.plain("API", null),
        document.at("/info/description").asText(),
        "curl '" + server + "/search?q=OPEC&window=7d&limit=3'",
        document.at("/paths").properties().stream()
            .map(path -> Operation.of(api, path.getKey(), path.getValue()))
            .toList());
  }

  /** What one path does. */
  record Operation(
      String path,
      String summary,
      String description,
      List<Parameter> parameters,
      List<Answer> answers) {

    static Operation of(ApiDescription api, String path, JsonNode methods) {
      JsonNode get = methods.path(methods.has("get") ? "get" : "post");
      return new Operation(
          path,
          get.path("summary").asText(),
          get.path("description").asText(),
          elements(get.path("parameters")).map(p -> Parameter.of(api.resolved(p))).toList(),
          get.path("responses").properties().stream()
              .map(r -> Answer.of(r.getKey(), api.resolved(r.getValue())))
              .toList());
    }
  }

  /**
   * A parameter.
   *
   * @param values what it takes, or an example
   * @param usual when it is not given
   */
  record Parameter(String name, String description, String values, String usual) {

    static Parameter of(JsonNode parameter) {
      JsonNode schema = parameter.path("schema");
      return new Parameter(
          parameter.path("name").asText(),
          parameter.path("description").asText(),
          values(parameter, schema),
          schema.path("default").asText());
    }

    private static String values(JsonNode parameter, JsonNode schema) {
      if (schema.has("enum")) {
        return elements(schema.path("enum"))
            .map(JsonNode::asText)
            .collect(Collectors.joining(" · "));
      }
      if (schema.has("minimum")) {
        return schema.path("minimum").asText() + " to " + schema.path("maximum").asText();
      }
      if (schema.path("type").asText().equals("boolean")) {
        return "true · false";
      }
      return parameter.has("example") ? "such as " + parameter.path("example").asText() : "";
    }
  }

  /**
   * What may come back.
   *
   * @param types media types; empty where there is no body
   */
  record Answer(String status, String description, String types) {
    static Answer of(String status, JsonNode response) {
      return new Answer(
          status,
          response.path("description").asText(),
          response.path("content").properties().stream()
              .map(type -> type.getKey())
              .collect(Collectors.joining(", ")));
    }
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
