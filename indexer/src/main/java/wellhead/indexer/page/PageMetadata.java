package wellhead.indexer.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param modified when it was last changed; {@code null} when that is not said
 * @param url the page's own; {@code null} when none is given
 * @param marked the first name that the markup of the text calls an author; {@code null} when none
 */
record PageMetadata(
    @Nullable String title,
    boolean article,
    @Nullable String author,
    @Nullable String published,
    @Nullable String modified,
    @Nullable String url,
    @Nullable String marked) {

  private static final String AUTHORS =
      "[rel=author], [itemprop=author], [class*=author], [class*=byline], [class*=Author],"
          + " [class*=Byline]";

  private static final Pattern HOME = Pattern.compile("/|(?:https?:)?//[^/?#]+/?");

  private static final int LONGEST_AUTHOR = 80;

  static PageMetadata of(Document document) {
    Map<String, String> metas = metas(document);
    JsonNode ld =
        LinkedData.find(document, LinkedData::isArticle).stream()
            .findFirst()
            .orElse(MissingNode.getInstance());
    String title =
        first(
            LinkedData.text(ld, "headline"),
            meta(metas, "og:title"),
            meta(metas, "title"),
            text(document, "[itemprop=headline]"),
            blankToNull(document.title()));
    if (title != null && isSiteName(document, title)) {
      title = null; // the same on all of its pages
    }
    String author =
        first(
            names(ld.path("author")),
            meta(metas, "author"),
            meta(metas, "parsely-author"),
            meta(metas, "dc.creator"),
            meta(metas, "article:author"));
    String published =
        first(
            LinkedData.text(ld, "datePublished"),
            meta(metas, "article:published_time"),
            meta(metas, "og:article:published_time"),
            meta(metas, "parsely-pub-date"),
            meta(metas, "dc.date"),
            meta(metas, "date"),
            attribute(document, "[itemprop=datePublished][content]", "content"),
            attribute(document, "[itemprop=datePublished][datetime]", "datetime"),
            attribute(document, "[itemprop=datePublished][title]", "title"));
    String modified =
        first(
            LinkedData.text(ld, "dateModified"),
            meta(metas, "article:modified_time"),
            meta(metas, "og:updated_time"),
            attribute(document, "[itemprop=dateModified][content]", "content"),
            attribute(document, "[itemprop=dateModified][datetime]", "datetime"));
    String canonical = attribute(document, "link[rel=canonical][href]", "abs:href");
    String name = author == null ? null : Bylines.name(author);
    return new PageMetadata(
        title,
        !ld.isEmpty() || "article".equals(meta(metas, "og:type")),
        name,
        published,
        modified,
        first(canonical, meta(metas, "og:url")),
        marked(document));
  }

  /** Whether it is what the way to the site's front page says. */
  private static boolean isSiteName(Document document, String title) {
    return document.select("a[href]").stream()
        .filter(link -> HOME.matcher(link.attr("href")).matches())
        .anyMatch(link -> Titles.fold(link.text()).equals(Titles.fold(title)));
  }

  /** Class names are no standard, but "author" and "byline" are on most sites. */
  private static @Nullable String marked(Document document) {
    return document.select(AUTHORS).stream()
        .filter(e -> !e.className().contains("comment"))
        .map(e -> Lines.foldSpace(Lines.visible(e.text())))
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
    return author.isObject() ? LinkedData.text(author, "name") : blankToNull(author.asText());
  }

  /** What the page says of itself, by property or name in small letters; the first of each. */
  private static Map<String, String> metas(Document document) {
    Map<String, String> metas = new HashMap<>();
    for (Element meta : document.select("meta[content]")) {
      for (String key : List.of(meta.attr("property"), meta.attr("name"))) {
        metas.putIfAbsent(key.strip().toLowerCase(Locale.ROOT), meta.attr("content"));
      }
    }
    return metas;
  }

  private static @Nullable String meta(Map<String, String> metas, String name) {
    return blankToNull(metas.getOrDefault(name, ""));
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
    String folded = Lines.foldSpace(Lines.visible(value));
    return folded.isEmpty() ? null : folded;
  }
}
