package wellhead.indexer.capture;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Content;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.FeedBytes.Feed;
import wellhead.indexer.capture.FeedBytes.NotAFeedException;
import wellhead.story.Evidence;

/**
 * RSS of any version and Atom. No document type is ever processed, so no entity is declared,
 * expanded or fetched. What breaks off in the middle is read up to there.
 */
final class XmlFeed {
  private static final int MOST_DEPTH = 200;

  /** The elements that tell when, the best first. */
  private static final List<String> DATES =
      List.of("pubDate", "published", "issued", "date", "created", "updated", "modified");

  /** Those of them that tell of a change where another tells of the publication. */
  private static final List<String> CHANGES = List.of("updated", "modified");

  private static final Pattern DOCTYPE =
      Pattern.compile("(?is)<!DOCTYPE\\s[^\\[<>]*+>"); // one with declarations is refused

  private static final Pattern DECLARES =
      Pattern.compile("(?is)<!DOCTYPE\\s[^\\[<>]*+\\[|<!ENTITY\\s");

  private static final Pattern PROLOG =
      Pattern.compile("(?is)^.*?<(?:\\w+:)?(?:rss|feed|rdf)[\\s>]");

  private static final Pattern AMPERSAND =
      Pattern.compile("(?s)<!\\[CDATA\\[.*?(?:]]>|\\z)|&(?:(#?)(\\w{1,31});)?");

  private static final Set<String> OF_XML = Set.of("amp", "lt", "gt", "quot", "apos");

  private final SyndFeed feed;
  private final List<Printed> dates;
  private final @Nullable String url;
  private final @Nullable ZoneId zone;

  /**
   * The dates of an entry.
   *
   * @param date when it was published; where that is not told, when it was last touched
   * @param changed when it was, where {@code date} is another
   */
  private record Printed(@Nullable String date, @Nullable String changed) {
    static final Printed NOTHING = new Printed(null, null);

    static Printed of(Element entry) {
      String date = first(entry, DATES);
      String published =
          first(entry, DATES.stream().filter(name -> !CHANGES.contains(name)).toList());
      return new Printed(date, published == null ? null : first(entry, CHANGES));
    }

    private static @Nullable String first(Element entry, List<String> names) {
      return names.stream()
          .flatMap(name -> entry.getChildren().stream().filter(c -> c.getName().equals(name)))
          .map(child -> CleanText.line(child.getText()))
          .flatMap(Stream::ofNullable)
          .findFirst()
          .orElse(null);
    }
  }

  private XmlFeed(SyndFeed feed, List<Printed> dates, @Nullable String url, @Nullable ZoneId zone) {
    this.feed = feed;
    this.dates = dates;
    this.url = url;
    this.zone = zone;
  }

  /**
   * Reads a feed.
   *
   * @param url where it was captured; {@code null} when not known
   * @param zone of times without one; {@code null} when not known
   */
  static Feed parse(String text, @Nullable String url, @Nullable ZoneId zone)
      throws NotAFeedException {
    String xml = healed(withoutDoctype(text).strip());
    if (Markup.xmlDepth(xml) > MOST_DEPTH) {
      throw new NotAFeedException(
          Cause.TOO_DEEP, "elements nested deeper than " + MOST_DEPTH + " in a feed");
    }
    if (Markup.tags(xml) > Limits.TAGS) {
      throw new NotAFeedException(
          Cause.TOO_LARGE, "more than " + Limits.TAGS + " tags in a feed; split it");
    }
    try {
      return read(xml, url, zone).feed(0, null);
    } catch (FeedException | JDOMException | IOException | RuntimeException e) {
      // the parsers fail on nonsense with many types; what is whole may still be read
      return oneByOne(xml, url, zone, "damaged: " + NotXml.said(e));
    }
  }

  /** Reads each entry as if it were the only one, so that a broken one does not lose the others. */
  private static Feed oneByOne(
      String xml, @Nullable String url, @Nullable ZoneId zone, String damage)
      throws NotAFeedException {
    var entries = new ArrayList<Entry>();
    var untitled = new ArrayList<Integer>();
    String home = null;
    var parts = new FeedParts(xml);
    int number = 0;
    for (String alone = parts.next(); alone != null; alone = parts.next()) {
      try {
        Feed one = read(alone, url, zone).feed(number, null);
        entries.addAll(one.entries());
        untitled.addAll(one.untitled());
        home = one.home();
      } catch (FeedException | JDOMException | IOException | RuntimeException e) {
        // this is the one; the reason that is told is that of the whole
      }
      number++;
    }
    if (entries.isEmpty()) {
      throw new NotAFeedException(Cause.BROKEN, damage);
    }
    String told = damage + "; " + entries.size() + " entries were read all the same";
    return new Feed(home, entries, untitled, told);
  }

  /**
   * Ampersands that should have been escaped, and the entities of HTML, are what they stand for.
   */
  private static String healed(String xml) {
    return AMPERSAND
        .matcher(xml)
        .replaceAll(found -> {
          String name = found.group(2);
          boolean fine =
              found.group().startsWith("<")
                  || (name != null
                      && (OF_XML.contains(name) || !String.valueOf(found.group(1)).isEmpty()));
          String character = name == null || fine ? "" : Entities.getByName(name);
          return Matcher.quoteReplacement(
              fine
                  ? found.group()
                  : character.isEmpty() ? "&amp;" + found.group().substring(1) : character);
        });
  }

  private static String withoutDoctype(String text) throws NotAFeedException {
    Matcher prolog = PROLOG.matcher(text);
    String head = prolog.find() ? prolog.group() : text;
    if (DECLARES.matcher(head).find()) {
      throw new NotAFeedException(
          Cause.ENTITIES, "it declares entities, which no feed needs; remove its DOCTYPE");
    }
    Matcher doctype = DOCTYPE.matcher(head);
    return doctype.find()
        ? text.substring(0, doctype.start()) + text.substring(doctype.end())
        : text;
  }

  private static XmlFeed read(String xml, @Nullable String url, @Nullable ZoneId zone)
      throws FeedException, JDOMException, IOException {
    var builder = new SAXBuilder();
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setExpandEntities(false);
    Document document = builder.build(new StringReader(xml));
    List<Element> elements = entries(document.getRootElement());
    List<Printed> dates = elements.stream().map(Printed::of).toList();
    withoutDates(document.getRootElement(), elements);
    return new XmlFeed(new SyndFeedInput(false, Locale.ROOT).build(document), dates, url, zone);
  }

  /** In the order in which the library gives them. */
  private static List<Element> entries(Element root) {
    return Stream.concat(
            root.getChildren().stream(),
            root.getChildren().stream()
                .filter(child -> child.getName().equals("channel"))
                .flatMap(child -> child.getChildren().stream()))
        .filter(child -> child.getName().equals("item") || child.getName().equals("entry"))
        .toList();
  }

  /**
   * @param before how many entries come before the first
   */
  private Feed feed(int before, @Nullable String damage) {
    String home = WebLinks.absolute(orEmpty(feed.getLink()), url);
    var entries = new ArrayList<Entry>();
    var untitled = new ArrayList<Integer>();
    List<SyndEntry> all = feed.getEntries();
    boolean paired = all.size() == dates.size();
    for (int i = 0; i < all.size(); i++) {
      Printed dated = paired ? dates.get(i) : Printed.NOTHING;
      Optional<Entry> entry = entry(all.get(i), dated, before + i + 1, home);
      entry.ifPresent(entries::add);
      if (entry.isEmpty()) {
        untitled.add(before + i + 1);
      }
    }
    return new Feed(home, entries, untitled, damage);
  }

  private Optional<Entry> entry(SyndEntry entry, Printed dated, int number, @Nullable String home) {
    String title = FeedText.line(entry.getTitle());
    if (title == null) {
      return Optional.empty();
    }
    String date = dated.date();
    StatedTime time = date == null ? null : StatedTime.parse(date, zone).orElse(null);
    return Optional.of(
        new Entry(
            number,
            title,
            link(entry, home),
            author(entry),
            List.of(),
            body(entry),
            date,
            time == null ? null : time.published(),
            time == null ? Evidence.NONE : time.evidence(),
            StatedTime.changed(dated.changed(), zone)));
  }

  /** The library's own reading of dates knows neither their precision nor a missing zone. */
  private static void withoutDates(Element root, List<Element> entries) {
    Stream.concat(
            Stream.concat(Stream.of(root), root.getChildren().stream().toList().stream()),
            entries.stream())
        .toList()
        .forEach(element -> element.getContent().removeIf(XmlFeed::isDate));
  }

  private static boolean isDate(Content content) {
    return content instanceof Element element
        && (DATES.contains(element.getName()) || element.getName().equals("lastBuildDate"));
  }

  private @Nullable String link(SyndEntry entry, @Nullable String home) {
    String base = home == null ? url : home;
    String link = WebLinks.absolute(orEmpty(entry.getLink()), base);
    return link == null || orEmpty(entry.getLink()).isBlank()
        ? WebLinks.absolute(orEmpty(entry.getUri()), null)
        : link;
  }

  private static @Nullable String author(SyndEntry entry) {
    String names =
        entry.getAuthors() == null
            ? ""
            : entry.getAuthors().stream()
                .map(person -> orEmpty(person.getName()))
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "));
    String author = CleanText.line(names.isBlank() ? entry.getAuthor() : names);
    if (author == null) {
      return null;
    }
    // RSS asks for an address, and takes a name behind it in brackets
    Matcher name = Pattern.compile("^\\S+@\\S+\\s+\\((.+)\\)$").matcher(author);
    return name.find() ? name.group(1) : author;
  }

  private static @Nullable String body(SyndEntry entry) {
    for (SyndContent content : entry.getContents()) {
      String body = FeedText.paragraphs(content.getValue());
      if (body != null) {
        return body;
      }
    }
    SyndContent summary = entry.getDescription();
    String body = summary == null ? null : FeedText.paragraphs(summary.getValue());
    return body != null && FeedText.isWholeStory(body) ? body : null;
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
