package wellhead.server.alert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * News in the shape that each of those who are told expects.
 *
 * @param news at least one
 * @param more how many were found beyond what a message has
 * @param alerts that found it, in the order of their file
 */
record Shapes(List<News> news, int more, List<String> alerts, Instant at) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  Shapes {
    news = List.copyOf(news);
    alerts = List.copyOf(alerts);
  }

  /** A media type and a body. */
  record Shaped(String mediaType, String body) {}

  Shaped shapeFor(Target target) {
    return switch (target) {
      case Target.StandardOutput ignored -> new Shaped("text/plain; charset=utf-8", plain());
      case Target.Webhook ignored -> json(event());
      case Target.Command ignored -> json(event());
      case Target.Service service ->
          switch (service.kind()) {
            case SLACK -> json(JSON.objectNode().put("text", listed(Shapes::slack)));
            case MATTERMOST -> json(JSON.objectNode().put("text", listed(Shapes::markdown)));
            case TEAMS -> json(card());
            case NTFY -> new Shaped("text/plain; charset=utf-8", plain());
          };
    };
  }

  String title() {
    int count = news.size() + more;
    return String.join(", ", alerts) + ": " + count + (count == 1 ? " story" : " stories");
  }

  private static Shaped json(ObjectNode body) {
    return new Shaped("application/json", body.toString());
  }

  /** Type, timestamp and data, as Standard Webhooks recommend. */
  private ObjectNode event() {
    ObjectNode event = JSON.objectNode();
    event.put("type", "wellhead.stories").put("timestamp", at.toString());
    ObjectNode body = event.putObject("data");
    ArrayNode names = body.putArray("alerts");
    alerts.forEach(names::add);
    ArrayNode stories = body.putArray("stories");
    news.forEach(story -> stories.add(story(story)));
    body.put("more", more);
    return event;
  }

  private static ObjectNode story(News news) {
    ObjectNode story = JSON.objectNode();
    story.put("id", news.id()).put("kind", news.kind()).put("title", news.title());
    story.put("url", news.url()).put("source", news.source()).put("author", news.author());
    if (news.earliest() == null && news.latest() == null) {
      story.putNull("published");
    } else {
      story
          .putObject("published")
          .put("earliest", text(news.earliest()))
          .put("latest", text(news.latest()));
    }
    story.put("first_seen", text(news.firstSeen())).put("changed", news.changed());
    ArrayNode names = story.putArray("alerts");
    news.alerts().forEach(names::add);
    return story;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** For a mail or a terminal: no control characters of a page get there. */
  private String plain() {
    var text = new StringBuilder(title()).append('\n');
    for (News story : news) {
      text.append("\n* ").append(printable(story.title())).append("\n  ").append(facts(story));
      if (story.url() != null) {
        text.append("\n  ").append(printable(story.url()));
      }
      text.append('\n');
    }
    return text.append(rest("\n")).toString();
  }

  private String listed(Function<News, String> line) {
    var text = new StringBuilder();
    news.forEach(story -> text.append("• ").append(line.apply(story)).append('\n'));
    return text.append(rest("")).toString().strip();
  }

  /** Slack reads three characters as markup, and links in its own way. */
  private static String slack(News story) {
    String title = slackText(story.title());
    String link = story.url() == null ? title : "<" + slackText(story.url()) + "|" + title + ">";
    return link + " (" + slackText(facts(story)) + ")";
  }

  private static String slackText(String text) {
    return printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String markdown(News story) {
    String title = markdownText(story.title());
    String url = story.url() == null ? "" : printable(story.url()).replaceAll("[()\\s<>]", "");
    String link = url.isEmpty() ? title : "[" + title + "](" + url + ")";
    return link + " (" + markdownText(facts(story)) + ")";
  }

  private static String markdownText(String text) {
    return printable(text).replaceAll("([\\\\`*_{}\\[\\]<>#|~@])", "\\\\$1");
  }

  /** An adaptive card, which is what the workflows of Teams take. */
  private ObjectNode card() {
    ObjectNode message = JSON.objectNode().put("type", "message");
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    ObjectNode content = attachment.putObject("content");
    content.put("type", "AdaptiveCard").put("version", "1.4");
    content.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    ArrayNode blocks = content.putArray("body");
    block(blocks, title()).put("weight", "Bolder");
    news.forEach(story -> block(blocks, markdown(story)));
    if (more > 0) {
      block(blocks, rest("").strip());
    }
    return message;
  }

  private static ObjectNode block(ArrayNode blocks, String text) {
    return blocks.addObject().put("type", "TextBlock").put("text", text).put("wrap", true);
  }

  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\u202A-\u202E\u2066-\u2069]+", " ").strip();
  }

  private String rest(String before) {
    return more == 0 ? "" : before + "and " + more + " more\n";
  }

  private static String facts(News story) {
    String source = story.source() == null ? "" : printable(story.source()) + " · ";
    String alerts = story.alerts().size() < 2 ? "" : " · " + String.join(", ", story.alerts());
    return source + published(story) + (story.changed() ? " · changed" : "") + alerts;
  }

  private static String published(News story) {
    Instant from = story.earliest();
    Instant to = story.latest();
    if (from == null && to == null) {
      return "undated";
    }
    if (from == null || to == null) {
      return from == null ? "published by " + minute(to) : "published since " + minute(from);
    }
    return from.equals(to)
        ? "published " + minute(from)
        : "published between " + minute(from) + " and " + minute(to);
  }

  private static String minute(@Nullable Instant instant) {
    return instant == null
        ? "?"
        : instant.truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z");
  }
}
