package wellhead.indexer.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.ParsedPage.Article;
import wellhead.indexer.page.ParsedPage.Headline;

/**
 * The list of a page as told to machines (schema.org/ItemList, or several articles in JSON-LD or in
 * microdata): it gives rows that print no age their time, and is the list where scripts would have
 * to draw the rows. What is listed counts as news when the page says that it is an article; trails,
 * menus and products are lists as well.
 */
final class ListedForMachines {
  private static final int MOST = 500;

  private final List<Item> items;

  private ListedForMachines(List<Item> items) {
    this.items = items;
  }

  /**
   * One of the list.
   *
   * @param position in it, as told; the last when it is not told
   * @param url resolved; {@code null} when none is told
   * @param published as told; {@code null} when it is not
   */
  private record Item(
      int position, String title, @Nullable String url, @Nullable String published) {}

  /** The lists on a page. */
  static ListedForMachines on(Document document) {
    List<Item> items = new ArrayList<>();
    for (JsonNode list : LinkedData.find(document, LinkedData::isList)) {
      JsonNode elements = list.path("itemListElement");
      Iterable<JsonNode> each = elements.isArray() ? elements : List.of(elements);
      List<Item> here = new ArrayList<>();
      each.forEach(element -> add(element, document, here));
      here.sort(Comparator.comparingInt(Item::position));
      items.addAll(here);
    }
    addArticles(document, items);
    addMicrodata(document, items);
    return new ListedForMachines(items.stream().limit(MOST).toList());
  }

  /** A page that tells of several articles tells a list, whether it says so or not. */
  private static void addArticles(Document document, List<Item> items) {
    List<JsonNode> articles = LinkedData.find(document, LinkedData::isArticle);
    if (articles.size() > 1) {
      articles.forEach(article -> add(article, document, items));
    }
  }

  /** The same in attributes of elements. */
  private static void addMicrodata(Document document, List<Item> items) {
    List<Element> articles =
        document.select("[itemtype]").stream()
            .filter(e -> LinkedData.isArticleType(e.attr("itemtype").strip()))
            .filter(e -> e.selectFirst("[itemprop=headline]") != null)
            .toList();
    if (articles.size() < 2) {
      return;
    }
    for (Element article : articles) {
      String title = Objects.requireNonNull(article.selectFirst("[itemprop=headline]")).text();
      Element link = article.selectFirst("[itemprop=url][href], a[href]");
      Element date = article.selectFirst("[itemprop=datePublished]");
      items.add(
          new Item(
              Integer.MAX_VALUE,
              Lines.foldSpace(Lines.visible(title)),
              link == null ? null : resolved(document, link.attr("href")),
              date == null ? null : machineDate(date)));
    }
  }

  private static @Nullable String machineDate(Element date) {
    String told = date.hasAttr("datetime") ? date.attr("datetime") : date.attr("content");
    return told.isBlank() ? null : told.strip();
  }

  private static void add(JsonNode element, Document document, List<Item> items) {
    JsonNode item = element.path("item").isObject() ? element.path("item") : element;
    String title = LinkedData.text(item, "headline");
    if (title == null || !LinkedData.isArticle(item)) {
      return;
    }
    String url = LinkedData.text(item, "url");
    String told = url == null ? LinkedData.text(element, "url") : url;
    items.add(
        new Item(
            element.path("position").asInt(Integer.MAX_VALUE),
            Lines.foldSpace(Lines.visible(title)),
            told == null ? null : resolved(document, told),
            LinkedData.text(item, "datePublished")));
  }

  private static @Nullable String resolved(Document document, String url) {
    String whole = document.createElement("a").attr("href", url).absUrl("href");
    return whole.startsWith("http:") || whole.startsWith("https:") ? whole : null;
  }

  /** The page with what the list adds to it. */
  ParsedPage addedTo(ParsedPage page) {
    if (items.isEmpty()) {
      return page;
    }
    Map<String, Item> left = new HashMap<>();
    items.forEach(item -> names(item.title(), item.url()).forEach(n -> left.putIfAbsent(n, item)));
    List<Headline> headlines = new ArrayList<>();
    for (Headline row : page.headlines()) {
      Item item =
          names(row.title(), row.url())
              .filter(left::containsKey)
              .findFirst()
              .map(left::get)
              .orElse(null);
      headlines.add(item == null ? row : with(row, item));
      if (item != null) {
        left.values().removeIf(item::equals);
      }
    }
    Article article = page.article();
    List<Headline> alone =
        items.stream()
            .distinct()
            .filter(left::containsValue)
            .filter(item -> !item.title().isBlank())
            .filter(i ->
                article == null || !Titles.fold(i.title()).equals(Titles.fold(article.title())))
            .map(i ->
                new Headline(
                    i.title(), null, i.published(), i.published() != null, null, i.url(), 1))
            .toList();
    headlines.addAll(0, alone);
    return new ParsedPage(headlines, article, page.rejected());
  }

  /** What a story is known by: its link, and its title. */
  private static Stream<String> names(String title, @Nullable String url) {
    return Stream.concat(Stream.ofNullable(url), Stream.of("title " + Titles.fold(title)));
  }

  private static Headline with(Headline row, Item item) {
    boolean dated = row.age() != null || row.date() != null || item.published() == null;
    return new Headline(
        row.title(),
        row.age(),
        dated ? row.date() : item.published(),
        dated ? row.machineReadable() : true,
        row.updated(),
        row.url() == null ? item.url() : row.url(),
        row.line());
  }
}
