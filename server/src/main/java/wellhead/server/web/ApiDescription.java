package wellhead.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What can be asked over HTTP, in OpenAPI 3.1: the file {@code openapi.json} beside this class. It
 * is written by hand, to be read; a test holds it against the routes and the parameters.
 */
final class ApiDescription {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode document;

  private ApiDescription(ObjectNode document) {
    this.document = document;
  }

  static ApiDescription load() {
    try (InputStream in = ApiDescription.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("missing from the build: openapi.json");
      }
      return new ApiDescription((ObjectNode) MAPPER.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("reading openapi.json", e);
    }
  }

  JsonNode document() {
    return document;
  }

  /**
   * What a reference such as {@code #/components/parameters/q} stands for; anything else, itself.
   */
  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  /**
   * The document, as UTF-8.
   *
   * @param server the whole address that its paths begin with
   */
  byte[] json(String server) {
    ObjectNode served = document.deepCopy();
    ((ObjectNode) served.at("/servers/0")).put("url", server);
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(served);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing JSON to memory", e);
    }
  }
}
