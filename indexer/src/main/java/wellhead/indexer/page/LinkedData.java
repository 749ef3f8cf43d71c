package wellhead.indexer.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself in JSON-LD, in the terms of schema.org. */
final class LinkedData {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Kinds of schema.org/Article that news pages use. */
  private static final Pattern ARTICLE = Pattern.compile(".*(?:Article|BlogPosting|Report)$");

  private static final Set<String> NESTING = Set.of("@graph", "mainEntity", "mainEntityOfPage");
  private static final int MOST_NESTED = 4;

  private LinkedData() {}

  /** The things of a kind that a page is about, in its order. */
  static List<JsonNode> find(Document document, Predicate<JsonNode> kind) {
    List<JsonNode> found = new ArrayList<>();
    for (Element script : document.select("script[type=application/ld+json]")) {
      parsed(script.data()).ifPresent(node -> collect(node, MOST_NESTED, kind, found));
    }
    return found;
  }

  private static Optional<JsonNode> parsed(String json) {
    try {
      return Optional.ofNullable(JSON.readTree(json));
    } catch (JsonProcessingException broken) {
      return Optional.empty(); // written by hand on many sites; the page's other sources remain
    }
  }

  private static void collect(
      JsonNode node, int depth, Predicate<JsonNode> kind, List<JsonNode> found) {
    if (depth == 0) {
      return;
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, depth - 1, kind, found));
    } else if (kind.test(node)) {
      found.add(node);
    } else {
      NESTING.forEach(name -> collect(node.path(name), depth - 1, kind, found));
    }
  }

  static boolean isArticle(JsonNode node) {
    return types(node).anyMatch(t -> ARTICLE.matcher(t).matches()) && node.has("headline");
  }

  /** Whether the address of a type is that of an article. */
  static boolean isArticleType(String type) {
    return ARTICLE.matcher(type).matches();
  }

  static boolean isList(JsonNode node) {
    return types(node).anyMatch("ItemList"::equals);
  }

  private static Stream<String> types(JsonNode node) {
    JsonNode type = node.path("@type");
    return type.isArray()
        ? StreamSupport.stream(type.spliterator(), false).map(JsonNode::asText)
        : Stream.of(type.asText());
  }

  /** A field in words; {@code null} when it has none. */
  static @Nullable String text(JsonNode node, String field) {
    String said = node.path(field).isTextual() ? node.path(field).asText() : "";
    String folded = Lines.foldSpace(Lines.visible(said));
    return folded.isEmpty() ? null : folded;
  }
}
