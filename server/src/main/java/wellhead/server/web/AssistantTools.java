package wellhead.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wellhead.server.mcp.Assistance;
import wellhead.server.mcp.Toolbox;
import wellhead.server.search.CursorExpiredException;
import wellhead.server.search.IndexDamagedException;
import wellhead.server.search.InvalidQueryException;
import wellhead.server.search.KnownSource;
import wellhead.server.search.SearchEngine;
import wellhead.story.Story;

/**
 * The tools of an assistant: {@code search}, {@code story}, {@code timeline}, {@code sources}. They
 * answer as the addresses of the same names do, shorter and with a citation for each story. How
 * they describe themselves stands in {@code mcp-tools.json} beside this class; a test holds it
 * against what is read here.
 */
public final class AssistantTools implements Toolbox {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Characters of an article that are handed over at once. */
  private static final int LONGEST_TEXT = 6_000;

  /** The oldest of a timeline's stories that are told: who reported first, and who next. */
  private static final String FIRST = "3";

  private static final int MOST_COMPARED = 2;

  private final SearchEngine engine;
  private final InstantSource clock;
  private final ObjectNode description;

  private AssistantTools(SearchEngine engine, InstantSource clock, ObjectNode description) {
    this.engine = engine;
    this.clock = clock;
    this.description = description;
  }

  /** What answers assistants from an engine. */
  public static Assistance assistance(SearchEngine engine, InstantSource clock) {
    String version = AssistantTools.class.getPackage().getImplementationVersion();
    return new Assistance(
        new AssistantTools(engine, clock, describe()), version == null ? "0" : version);
  }

  private static ObjectNode describe() {
    try (InputStream in = AssistantTools.class.getResourceAsStream("mcp-tools.json")) {
      if (in == null) {
        throw new IllegalStateException("missing from the build: mcp-tools.json");
      }
      return (ObjectNode) MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("reading mcp-tools.json", e);
    }
  }

  @Override
  public ArrayNode list() {
    return (ArrayNode) description.path("tools");
  }

  @Override
  public String instructions() {
    return description.path("instructions").asText();
  }

  @Override
  public ObjectNode use(String name, ObjectNode arguments) throws RefusedException {
    try {
      refuseUnknown(name, arguments);
      if (!engine.isReady()) {
        throw new ProblemException(Problem.notReady());
      }
      return switch (name) {
        case "search" -> search(values(arguments));
        case "story" -> story(arguments.path("id").asText());
        case "timeline" -> timeline(values(arguments));
        case "sources" -> sources(arguments.path("name").asText());
        default -> throw new IllegalArgumentException("no such tool: " + name);
      };
    } catch (ProblemException e) {
      throw new RefusedException(e.problem().detail(), e);
    } catch (CursorExpiredException e) {
      throw new RefusedException(Problem.cursorExpired().detail(), e);
    } catch (InvalidQueryException e) {
      throw new RefusedException(String.valueOf(e.getMessage()), e);
    } catch (IndexDamagedException e) {
      throw new RefusedException(Problem.damaged().detail(), e);
    }
  }

  private ObjectNode search(Map<String, List<String>> values) {
    ObjectNode all = ask(new QueryParams(values));
    ObjectNode answer = all.objectNode();
    answer.set("query", all.path("query"));
    answer.set("total", all.path("total"));
    var hits = answer.putArray("hits");
    all.path("hits").forEach(hit -> hits.add(ToldStory.of(hit)));
    answer.set("next_cursor", all.path("next_cursor"));
    answer.set("index", all.path("index"));
    return answer;
  }

  private ObjectNode ask(QueryParams params) {
    SearchCall call = SearchCall.read(params, clock.instant());
    return read(AnswerJson.render(call, engine.search(call.request()), 0));
  }

  private ObjectNode story(String id) {
    Story story = engine.story(id).orElseThrow(() -> new ProblemException(Problem.storyNotFound()));
    return ToldStory.whole(read(StoryJson.render(story)), LONGEST_TEXT);
  }

  /** Each query for itself, over the same time. */
  private ObjectNode timeline(Map<String, List<String>> values) {
    var queries = new ArrayList<>(values.getOrDefault("q", List.of("")));
    List<String> others = values.getOrDefault("compare", List.of());
    if (others.size() > MOST_COMPARED) {
      throw ProblemException.unusable("compare", "compare takes two further queries at most.");
    }
    queries.addAll(others);
    var same = new LinkedHashMap<>(values);
    same.remove("compare");
    same.putIfAbsent("histogram", List.of("auto"));
    same.put("sort", List.of("oldest"));
    same.put("limit", List.of(FIRST));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode lines = answer.putArray("queries");
    for (String query : queries) {
      same.put("q", List.of(query));
      line(lines.addObject(), ask(new QueryParams(same)));
    }
    return answer;
  }

  private static void line(ObjectNode line, ObjectNode all) {
    line.put("q", all.path("query").path("raw").asText());
    line.set("understood", all.path("query").path("understood"));
    line.set("warnings", all.path("query").path("warnings"));
    line.set("total", all.path("total"));
    JsonNode histogram = all.path("histogram");
    line.set("interval", histogram.path("interval"));
    line.set("tz", histogram.path("tz"));
    var buckets = line.putArray("buckets");
    for (JsonNode bucket : histogram.path("buckets")) {
      if (bucket.path("possible").asInt() > 0) { // what is empty says nothing
        buckets.add(bucket);
      }
    }
    var first = line.putArray("first");
    all.path("hits").forEach(hit -> first.add(ToldStory.of(hit)));
  }

  private ObjectNode sources(String name) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    var sources = answer.putArray("sources");
    for (KnownSource source : engine.sources()) {
      if (name.isEmpty() || name.equals(source.name())) {
        SourceJson.write(sources.addObject(), source);
      }
    }
    if (sources.isEmpty() && !name.isEmpty()) {
      throw ProblemException.unusable(
          "name", Quoted.text(name) + " is no source here: leave name out to see all.");
    }
    return answer;
  }

  private void refuseUnknown(String tool, ObjectNode arguments) {
    for (JsonNode described : list()) {
      if (described.path("name").asText().equals(tool)) {
        JsonNode known = described.at("/inputSchema/properties");
        var names = new ArrayList<String>();
        known.fieldNames().forEachRemaining(names::add);
        Params.refuseUnknown(new QueryParams(values(arguments)), names);
      }
    }
  }

  /** As an address would say it; what is null is not given. */
  private static Map<String, List<String>> values(ObjectNode arguments) {
    var values = new LinkedHashMap<String, List<String>>();
    arguments
        .properties()
        .forEach(argument -> {
          JsonNode value = argument.getValue();
          if (!value.isNull()) {
            values.put(argument.getKey(), texts(argument.getKey(), value));
          }
        });
    return values;
  }

  private static List<String> texts(String name, JsonNode value) {
    var texts = new ArrayList<String>();
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      if (!one.isValueNode() || one.isNull()) {
        throw ProblemException.unusable(
            name, name + " cannot be used: give a text or a number, or an array of texts.");
      }
      texts.add(one.asText());
    }
    return texts;
  }

  private static ObjectNode read(byte[] json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("reading memory", e);
    }
  }
}
