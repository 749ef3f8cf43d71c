package wellhead.indexer.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.FeedBytes.Feed;
import wellhead.indexer.capture.FeedBytes.NotAFeedException;
import wellhead.story.Evidence;

/** JSON Feed, versions 1 and 1.1 (jsonfeed.org). */
final class JsonFeed {
  /** What a feed says twice is seldom what is read of it, and its other entries are fine. */
  private static final ObjectReader FEEDS =
      JsonStory.JSON.reader().without(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private JsonFeed() {}

  /**
   * Reads a feed.
   *
   * @param url where it was captured; {@code null} when not known
   * @param zone of times without one; {@code null} when not known
   */
  static Feed parse(String text, @Nullable String url, @Nullable ZoneId zone)
      throws NotAFeedException {
    JsonNode feed;
    try {
      feed = FEEDS.readTree(text);
    } catch (StreamConstraintsException e) {
      throw new NotAFeedException(NotJson.beyond(e), "JSON: " + NotJson.said(e));
    } catch (JsonProcessingException e) {
      throw new NotAFeedException(Cause.BROKEN, "damaged: " + NotJson.said(e));
    }
    if (!feed.path("items").isArray()) {
      throw new NotAFeedException(Cause.BAD_FIELD, "a JSON feed without a list of items");
    }
    String home = WebLinks.absolute(feed.path("home_page_url").asText(), url);
    var entries = new ArrayList<Entry>();
    var untitled = new ArrayList<Integer>();
    int number = 0;
    for (JsonNode item : feed.path("items")) {
      number++;
      Optional<Entry> entry = entry(item, number, home == null ? url : home, zone);
      entry.ifPresent(entries::add);
      if (entry.isEmpty()) {
        untitled.add(number);
      }
    }
    return new Feed(home, entries, untitled, null);
  }

  private static Optional<Entry> entry(
      JsonNode item, int number, @Nullable String base, @Nullable ZoneId zone) {
    String title = FeedText.line(text(item, "title"));
    if (title == null) {
      return Optional.empty();
    }
    String written = text(item, "date_published");
    String date = CleanText.line(written == null ? text(item, "date_modified") : written);
    StatedTime time = date == null ? null : StatedTime.parse(date, zone).orElse(null);
    String html = FeedText.paragraphs(text(item, "content_html"));
    String link = text(item, "url") == null ? text(item, "external_url") : text(item, "url");
    return Optional.of(
        new Entry(
            number,
            title,
            link == null ? null : WebLinks.absolute(link, base),
            author(item),
            List.of(),
            html == null ? CleanText.block(text(item, "content_text")) : html,
            date,
            time == null ? null : time.published(),
            time == null ? Evidence.NONE : time.evidence(),
            written == null ? null : StatedTime.changed(text(item, "date_modified"), zone)));
  }

  /** Version 1.1 has a list of authors, version 1 has one. */
  private static @Nullable String author(JsonNode item) {
    JsonNode authors = item.path("authors");
    String names =
        authors.isArray()
            ? StreamSupport.stream(authors.spliterator(), false)
                .map(author -> author.path("name").asText())
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "))
            : item.path("author").path("name").asText();
    return CleanText.line(names);
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }
}
