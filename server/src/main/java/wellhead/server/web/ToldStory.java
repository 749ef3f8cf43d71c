package wellhead.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A story as an assistant is told it: what it needs to answer and to cite, and the id by which the
 * rest can be had.
 */
final class ToldStory {
  private static final List<String> OF_A_HIT =
      List.of("id", "kind", "title", "source", "author", "url");
  private static final List<String> OF_A_TIME =
      List.of("earliest", "latest", "precision", "rule", "evidence", "conflict");

  /** Of the times that a story was seen, the oldest so many are told. */
  private static final int SIGHTINGS = 5;

  private ToldStory() {}

  /**
   * @param hit as {@link AnswerJson} has it
   */
  static ObjectNode of(JsonNode hit) {
    ObjectNode told = brief(hit);
    told.set("snippet", hit.path("snippet"));
    if (hit.path("partial").asBoolean()) {
      told.put("partial", true);
    }
    return told;
  }

  /**
   * @param story as {@link StoryJson} has it
   * @param longest characters of the body
   */
  static ObjectNode whole(JsonNode story, int longest) {
    ObjectNode told = brief(story);
    told.set("first_seen", story.path("first_seen"));
    told.set("last_seen", story.path("last_seen"));
    told.set("titles", story.path("titles"));
    JsonNode text = story.path("text");
    if (text.isObject()) {
      String body = text.path("body").asText("");
      told.put("body", body.length() <= longest ? body : body.substring(0, end(body, longest)));
      told.put("body_cut", body.length() > longest);
      told.set("takeaways", text.path("takeaways"));
      told.put("comments", text.path("comments").size());
    }
    told.put("sightings", story.path("sightings").size());
    var seen = told.putArray("seen");
    for (JsonNode sighting : story.path("sightings")) {
      if (seen.size() < SIGHTINGS) {
        ObjectNode one = seen.addObject();
        List.of("captured_at", "title", "age", "date", "evidence", "file", "line")
            .forEach(name -> one.set(name, sighting.path(name)));
      }
    }
    told.set("narrowing", story.path("narrowing"));
    return told;
  }

  private static ObjectNode brief(JsonNode story) {
    ObjectNode told = ((ObjectNode) story).objectNode();
    OF_A_HIT.forEach(name -> told.set(name, story.path(name)));
    JsonNode published = story.path("published");
    if (published.isObject()) {
      ObjectNode time = told.putObject("published");
      OF_A_TIME.forEach(name -> time.set(name, published.path(name)));
    } else {
      told.putNull("published");
    }
    told.put("citation", citation(story));
    return told;
  }

  /** Title, source, when it was published as far as is known, where it stands. */
  private static String citation(JsonNode story) {
    var text = new StringBuilder("“").append(story.path("title").asText()).append('”');
    if (story.path("source").isTextual()) {
      text.append(", ").append(story.path("source").asText());
    }
    JsonNode published = story.path("published");
    boolean from = published.path("earliest").isTextual();
    boolean to = published.path("latest").isTextual();
    if (from && to) {
      text.append(", published between ").append(published.path("earliest").asText());
      text.append(" and ").append(published.path("latest").asText());
    } else if (from) {
      text.append(", published after ").append(published.path("earliest").asText());
    } else if (to) {
      text.append(", published before ").append(published.path("latest").asText());
    } else {
      text.append(", undated");
    }
    if (story.path("url").isTextual()) {
      text.append(", ").append(story.path("url").asText());
    }
    return text.toString();
  }

  /** Never within a character that takes two. */
  private static int end(String text, int longest) {
    return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
  }
}
