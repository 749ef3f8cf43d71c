package wellhead.server.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.IsoDurations;
import wellhead.schema.Summary;
import wellhead.story.Interval;
import wellhead.story.Published;

/** A {@link Feed} as Atom (RFC 4287) and as RSS 2.0. */
final class FeedXml {
  private static final String KIND = "urn:wellhead:kind";
  private static final String SOURCE = "urn:wellhead:source";

  /** RFC 822 with four digits of the year, as RSS asks for. */
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private FeedXml() {}

  static byte[] atom(Feed feed) {
    return Xml.document(xml ->
        xml.element(
            "feed",
            root -> {
              root.attribute("xmlns", "http://www.w3.org/2005/Atom");
              root.attribute("xmlns:wh", Feed.NAMESPACE);
              root.text("id", feed.home());
              root.text("title", feed.title());
              root.text("subtitle", Feed.DESCRIPTION);
              root.text("updated", feed.updated().toString());
              root.empty("link", "rel", "alternate", "type", "text/html", "href", feed.home());
              root.empty(
                  "link", "rel", "self", "type", "application/atom+xml", "href", feed.self());
              root.element("author", author -> author.text("name", "Wellhead"));
              root.text("generator", "Wellhead");
              for (Feed.Entry entry : feed.entries()) {
                root.element("entry", e -> atom(e, entry));
              }
            }));
  }

  private static void atom(Xml xml, Feed.Entry entry) throws XMLStreamException {
    Summary story = entry.story();
    xml.text("id", entry.id());
    xml.text("title", story.title());
    xml.text("updated", entry.updated().toString());
    xml.text("published", entry.date() == null ? null : entry.date().toString());
    xml.empty("link", "rel", "alternate", "href", entry.link());
    if (!entry.link().equals(entry.page())) {
      xml.empty("link", "rel", "related", "type", "text/html", "href", entry.page());
    }
    String author = story.author();
    if (author != null) {
      xml.element("author", a -> a.text("name", author));
    }
    xml.empty("category", "scheme", KIND, "term", story.kind().wireName());
    if (story.source() != null) {
      xml.empty("category", "scheme", SOURCE, "term", story.source());
    }
    xml.text("summary", entry.summary());
    time(xml, story);
  }

  static byte[] rss(Feed feed) {
    return Xml.document(xml ->
        xml.element(
            "rss",
            root -> {
              root.attribute("version", "2.0");
              root.attribute("xmlns:atom", "http://www.w3.org/2005/Atom");
              root.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
              root.attribute("xmlns:wh", Feed.NAMESPACE);
              root.element("channel", channel -> channel(channel, feed));
            }));
  }

  private static void channel(Xml xml, Feed feed) throws XMLStreamException {
    xml.text("title", feed.title());
    xml.text("link", feed.home());
    xml.text("description", Feed.DESCRIPTION);
    xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.self());
    xml.text("lastBuildDate", RFC_822.format(feed.updated()));
    xml.text("generator", "Wellhead");
    xml.text("ttl", "5");
    for (Feed.Entry entry : feed.entries()) {
      xml.element("item", item -> item(item, entry));
    }
  }

  private static void item(Xml xml, Feed.Entry entry) throws XMLStreamException {
    Summary story = entry.story();
    xml.text("title", story.title());
    xml.text("link", entry.link());
    xml.element(
        "guid",
        guid -> {
          guid.attribute("isPermaLink", "false");
          guid.text(entry.id());
        });
    Instant date = entry.date();
    xml.text("pubDate", date == null ? null : RFC_822.format(date));
    xml.text("atom:updated", entry.updated().toString());
    xml.text("dc:creator", story.author());
    category(xml, KIND, story.kind().wireName());
    category(xml, SOURCE, story.source());
    // readers take a description for HTML
    xml.text("description", html(entry.summary()));
    time(xml, story);
  }

  private static void category(Xml xml, String domain, @Nullable String value)
      throws XMLStreamException {
    if (value != null) {
      xml.element(
          "category",
          category -> {
            category.attribute("domain", domain);
            category.text(value);
          });
    }
  }

  /** What a single date cannot say. */
  private static void time(Xml xml, Summary story) throws XMLStreamException {
    Published published = story.published();
    if (published == null) {
      xml.empty("wh:undated");
    } else {
      Interval interval = published.interval();
      xml.empty(
          "wh:published",
          "earliest",
          text(interval.earliest()),
          "latest",
          text(interval.latest()),
          "midpoint",
          text(interval.midpoint().orElse(null)),
          "precision",
          interval.width().map(IsoDurations::format).orElse(null),
          "rule",
          published.rule() == null ? null : published.rule().wireName(),
          "evidence",
          published.evidence().wireName(),
          "conflict",
          Boolean.toString(published.conflict()));
    }
    xml.empty(
        "wh:seen",
        "first",
        text(story.firstSeen()),
        "last",
        text(story.lastSeen()),
        "sightings",
        Integer.toString(story.sightings()));
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n\n", "<br><br>");
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
