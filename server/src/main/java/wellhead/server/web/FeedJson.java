package wellhead.server.web;

import java.io.IOException;
import java.util.List;
import wellhead.schema.Summary;

/** A {@link Feed} as JSON Feed 1.1. */
final class FeedJson {
  private FeedJson() {}

  static byte[] render(Feed feed) {
    return Json.object(json -> {
      json.string("version", "https://jsonfeed.org/version/1.1");
      json.string("title", feed.title());
      json.string("description", Feed.DESCRIPTION);
      json.string("home_page_url", feed.home());
      json.string("feed_url", feed.self());
      json.objects("items", feed.entries(), FeedJson::item);
    });
  }

  private static void item(Json json, Feed.Entry entry) throws IOException {
    Summary story = entry.story();
    json.string("id", entry.id());
    json.string("url", entry.page());
    if (!entry.link().equals(entry.page())) {
      json.string("external_url", entry.link());
    }
    json.string("title", story.title());
    json.string("content_text", entry.summary());
    if (entry.date() != null) {
      json.instant("date_published", entry.date());
    }
    json.instant("date_modified", entry.updated());
    String author = story.author();
    if (author != null) {
      json.objects("authors", List.of(author), (each, name) -> each.string("name", name));
    }
    json.strings(
        "tags",
        story.source() == null
            ? List.of(story.kind().wireName())
            : List.of(story.kind().wireName(), story.source()));
    json.object(
        "_wellhead",
        extension -> {
          extension.string("about", Feed.NAMESPACE);
          extension.published("published", story.published());
          extension.instant("first_seen", story.firstSeen());
          extension.instant("last_seen", story.lastSeen());
          extension.number("sightings", story.sightings());
        });
  }
}
