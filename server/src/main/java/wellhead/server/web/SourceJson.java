package wellhead.server.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.KnownSource;

/** What is known of a source, as JSON. */
final class SourceJson {
  private SourceJson() {}

  static void write(ObjectNode json, KnownSource source) {
    json.put("source", source.name());
    json.put("captures", source.captures());
    json.put("first_captured_at", text(source.firstCapture()));
    json.put("last_captured_at", text(source.lastCapture()));
    json.put("stories", source.stories());
    json.put("articles", source.articles());
    json.put("stories_undated", source.undatedStories());
    json.put("earliest", text(source.earliest()));
    json.put("latest", text(source.latest()));
    json.put("rule", source.rule().wireName());
    json.put("rule_from", source.ruleFrom().name().toLowerCase(Locale.ROOT));
    json.put("staleness", source.staleness().toString());
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
