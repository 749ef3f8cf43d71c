package wellhead.indexer.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself for machines: schema.org's JSON-LD, OpenGraph, and the older {@code
 * meta} and {@code link} elements. Each is believed in that order, where it says anything.
 *
 * @param title of the article; {@code null} when none is given
 * @param article whether it says that it is one
 * @param author one or more names; {@code null} when none is given
 * @param published as printed; {@code null} when none is given
 * @param url the page's own; {@code null} when none is given
 * @param marked the first name that the markup of the text calls an author; {@code null} when none
 */
record PageMetadata(
    @Nullable String title,
    boolean article,
    @Nullable String author,
    @Nullable String published,
    @Nullable String url,
    @Nullable String marked) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Kinds of schema.org/Article that news pages use. */
  private static final Pattern ARTICLE = Pattern.compile(".*(?:Article|BlogPosting|Report)$");

  private static final String AUTHORS =
      "[rel=author], [itemprop=author], [class*=author], [class*=byline], [class*=Author], [class*=Byline]";

  private static final int LONGEST_AUTHOR = 80;

  private static final Set<String> NESTING = Set.of("@graph", "mainEntity", "mainEntityOfPage");
  private static final int MOST_NESTED = 4;

  static PageMetadata of(Document document) {
    JsonNode ld = article(document).orElse(JSON.createObjectNode());
    String title =
        first(
            text(ld, "headline"),
            meta(document, "og:title"),
            meta(document, "title"),
            text(document, "[itemprop=headline]"),
            blankToNull(document.title()));
    String author =
        first(
            names(ld.path("author")),
            meta(document, "author"),
            meta(document, "parsely-author"),
            meta(document, "dc.creator"),
            meta(document, "article:author"));
    String published =
        first(
            text(ld, "datePublished"),
            meta(document, "article:published_time"),
            meta(document, "og:article:published_time"),
            meta(document, "parsely-pub-date"),
            meta(document, "dc.date"),
            meta(document, "date"),
            attribute(document, "[itemprop=datePublished][content]", "content"),
            attribute(document, "[itemprop=datePublished][datetime]", "datetime"));
    String canonical = attribute(document, "link[rel=canonical][href]", "abs:href");
    String name = author == null ? null : Bylines.name(author);
    return new PageMetadata(
        title,
        !ld.isEmpty() || "article".equals(meta(document, "og:type")),
        name,
        published,
        first(canonical, meta(document, "og:url")),
        marked(document));
  }

  /** Class names are no standard, but "author" and "byline" are on most sites. */
  private static @Nullable String marked(Document document) {
    return document.select(AUTHORS).stream()
        .filter(e -> !e.className().contains("comment"))
        .map(e -> Lines.foldSpace(e.text()))
        .filter(t -> t.length() < LONGEST_AUTHOR)
        .map(t ->
            Phrases.of(null)
                .match(t)
                .filter(m -> m.cue() == Cue.BYLINE)
                .map(Phrases.Match::rest)
                .orElse(t))
        .map(Bylines::name)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(null);
  }

  private static Optional<JsonNode> article(Document document) {
    List<JsonNode> found = new ArrayList<>();
    for (Element script : document.select("script[type=application/ld+json]")) {
      parsed(script.data()).ifPresent(node -> collect(node, MOST_NESTED, found));
    }
    return found.stream().findFirst();
  }

  private static Optional<JsonNode> parsed(String json) {
    try {
      return Optional.ofNullable(JSON.readTree(json));
    } catch (JsonProcessingException broken) {
      return Optional.empty(); // written by hand on many sites; the page's other sources remain
    }
  }

  private static void collect(JsonNode node, int depth, List<JsonNode> found) {
    if (depth == 0) {
      return;
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, depth - 1, found));
    } else if (types(node).anyMatch(t -> ARTICLE.matcher(t).matches()) && node.has("headline")) {
      found.add(node);
    } else {
      NESTING.forEach(name -> collect(node.path(name), depth - 1, found));
    }
  }

  private static Stream<String> types(JsonNode node) {
    JsonNode type = node.path("@type");
    return type.isArray()
        ? StreamSupport.stream(type.spliterator(), false).map(JsonNode::asText)
        : Stream.of(type.asText());
  }

  /** "author" is a name, an object with a name, or a list of either. */
  private static @Nullable String names(JsonNode author) {
    if (author.isArray()) {
      List<String> all =
          StreamSupport.stream(author.spliterator(), false)
              .map(PageMetadata::names)
              .flatMap(Stream::ofNullable)
              .toList();
      return all.isEmpty() ? null : String.join(", ", all);
    }
    return author.isObject() ? text(author, "name") : blankToNull(author.asText());
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? blankToNull(node.path(field).asText()) : null;
  }

  private static @Nullable String meta(Document document, String name) {
    return attribute(
        document,
        "meta[property=" + name + "][content], meta[name=" + name + "][content]",
        "content");
  }

  private static @Nullable String attribute(Document document, String query, String attribute) {
    Element element = document.selectFirst(query);
    return element == null ? null : blankToNull(element.attr(attribute));
  }

  private static @Nullable String text(Document document, String query) {
    Element element = document.selectFirst(query);
    return element == null ? null : blankToNull(element.text());
  }

  private static @Nullable String first(@Nullable String... values) {
    return Stream.of(values).flatMap(Stream::ofNullable).findFirst().orElse(null);
  }

  private static @Nullable String blankToNull(String value) {
    String folded = Lines.foldSpace(value);
    return folded.isEmpty() ? null : folded;
  }
}
