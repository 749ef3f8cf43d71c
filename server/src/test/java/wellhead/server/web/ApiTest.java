package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is described is there, and what is there is described. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
  private static final ApiDescription API = ApiDescription.load();

  private final Site site = Site.of(Stories.article());

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void everyRouteIsDescribedAndEveryDescribedPathIsARoute() {
    List<String> described = new ArrayList<>();
    API.document().at("/paths").fieldNames().forEachRemaining(described::add);
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            site.server().paths().stream().filter(path -> !path.startsWith("/static/")).toList());
  }

  @Test
  void everyParameterIsDescribedAndEveryDescribedOneIsRead() {
    assertThat(names("/search")).containsExactlyInAnyOrderElementsOf(SearchCall.NAMES);
    assertThat(names("/suggest")).containsExactlyInAnyOrderElementsOf(SuggestRoute.NAMES);
    assertThat(names("/stories/{id}"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("id"), StoryCall.NAMES.stream()).toList());
  }

  @Test
  void everyFormatIsDescribed() {
    List<String> formats = Arrays.stream(Format.values()).map(Format::wireName).toList();
    assertThat(strings(parameter("format").at("/schema/enum")))
        .containsExactlyInAnyOrderElementsOf(formats);
    List<String> types = new ArrayList<>();
    API.document()
        .at("/paths/~1search/get/responses/200/content")
        .fieldNames()
        .forEachRemaining(types::add);
    assertThat(types)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Format.values()).map(Format::mediaType).toList());
  }

  static Stream<String> parameters() {
    return names("/search").stream();
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void takesEachValueThatIsDescribedAndNoOther(String name) {
    JsonNode parameter = parameter(name);
    JsonNode schema = parameter.path("schema");
    var good = new ArrayList<String>();
    var bad = new ArrayList<String>();
    if (schema.has("enum")) {
      good.addAll(strings(schema.path("enum")));
      bad.add("nonsense");
    }
    if (schema.has("minimum")) {
      good.addAll(List.of(schema.path("minimum").asText(), schema.path("maximum").asText()));
      bad.addAll(List.of("-1", Integer.toString(schema.path("maximum").asInt() + 1)));
    }
    if (schema.path("type").asText().equals("boolean")) {
      good.addAll(List.of("true", "false"));
      bad.add("1");
    }
    if (parameter.has("example")) {
      good.add(parameter.path("example").asText());
    }
    if (schema.has("default")) {
      good.add(schema.path("default").asText());
    }
    if (!name.equals("cursor")) { // which comes out of an answer only
      assertThat(good).isNotEmpty();
    }
    good.forEach(value -> assertThat(status(name, value)).as("%s=%s", name, value).isEqualTo(200));
    bad.forEach(value -> assertThat(status(name, value)).as("%s=%s", name, value).isEqualTo(400));
  }

  private int status(String name, String value) {
    return site.get("/search?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
        .statusCode();
  }

  @ParameterizedTest
  @CsvSource({
    "/search?q=wind&facets=source&histogram=day, Answer",
    "/search?q=wind&format=ndjson,               Row",
    "/stories/wind-auction,                      Story",
    "/health/live,                               Status",
    "/nowhere,                                   Problem",
  })
  void theAnswersHaveWhatIsDescribed(String path, String schema) throws Exception {
    JsonNode answer = new ObjectMapper().readTree(site.get(path).body());
    assertFits(answer, API.document().at("/components/schemas/" + schema), schema);
  }

  private static void assertFits(JsonNode value, JsonNode reference, String where) {
    JsonNode schema = API.resolved(reference);
    List<String> types =
        schema.path("type").isTextual()
            ? List.of(schema.path("type").asText())
            : strings(schema.path("type"));
    assertThat(types).as(where).contains(type(value, types));
    if (schema.has("enum") && !value.isNull()) {
      assertThat(strings(schema.path("enum"))).as(where).contains(value.asText());
    }
    if (value.isObject()) {
      for (var property : schema.path("properties").properties()) {
        assertThat(value.has(property.getKey())).as("%s.%s", where, property.getKey()).isTrue();
        assertFits(
            value.path(property.getKey()), property.getValue(), where + "." + property.getKey());
      }
    }
    if (value.isArray()) {
      value.forEach(element -> assertFits(element, schema.path("items"), where + "[]"));
    }
  }

  private static String type(JsonNode value, List<String> types) {
    String type = value.getNodeType().toString().toLowerCase(Locale.ROOT);
    return type.equals("number") && value.isIntegralNumber() && !types.contains("number")
        ? "integer"
        : type;
  }

  @Test
  void isServedWithTheAddressThatItWasAskedAt() throws Exception {
    JsonNode served = new ObjectMapper().readTree(site.get("/openapi.json").body());
    assertThat(served.at("/openapi").asText()).startsWith("3.1.");
    assertThat(served.at("/servers/0/url").asText())
        .isEqualTo("http://127.0.0.1:" + site.server().port());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (JsonNode reference : API.document().findValues("$ref")) {
      assertThat(API.document().at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
    }
  }

  @Test
  void thePageShowsEveryPathAndParameter() {
    String page = site.page("/api");
    API.document()
        .at("/paths")
        .fieldNames()
        .forEachRemaining(path -> assertThat(page).contains("<code>" + path + "</code>"));
    names("/search").forEach(name -> assertThat(page).contains("<code>" + name + "</code>"));
  }

  private static List<String> names(String path) {
    return elements(API.document().path("paths").path(path).at("/get/parameters"))
        .map(p -> API.resolved(p).path("name").asText())
        .toList();
  }

  private static JsonNode parameter(String name) {
    return API.document().at("/components/parameters/" + name);
  }

  private static List<String> strings(JsonNode array) {
    return elements(array).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
