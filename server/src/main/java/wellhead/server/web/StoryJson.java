package wellhead.server.web;

import java.io.IOException;
import java.util.List;
import wellhead.server.search.Narrowing;
import wellhead.server.search.SearchResults.Provenance;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.Comment;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;
import wellhead.story.Story;

/** One story with all that its captures told about it, as JSON. */
final class StoryJson {
  private StoryJson() {}

  static byte[] render(Story story) {
    return Json.object(json -> {
      ArticleText article = story.article();
      json.string("id", story.id());
      json.string("kind", story.kind().wireName());
      json.string("title", story.title());
      json.string("url", story.url());
      json.string("source", story.source());
      json.string("author", article == null ? null : article.author());
      json.published("published", story.published());
      json.objects(
          "updated",
          story.published() == null ? List.<Interval>of() : story.published().updated(),
          Json::span);
      json.instant("first_seen", story.firstSeen().orElse(null));
      json.instant("last_seen", story.lastSeen().orElse(null));
      json.object("provenance", provenance(story), AnswerJson::provenance);
      json.strings("titles", story.earlierTitles());
      json.object("text", article, StoryJson::text);
      json.objects("sightings", story.sightings(), StoryJson::sighting);
      json.objects("narrowing", Narrowing.of(story).steps(), ExplanationJson::step);
    });
  }

  private static Provenance provenance(Story story) {
    Sighting origin = story.provenance();
    CaptureRef capture = origin.capture();
    return new Provenance(capture.file(), origin.line(), capture.capturedAt().instant());
  }

  private static void text(Json json, ArticleText article) throws IOException {
    json.string("body", article.hasBody() ? article.body() : null);
    json.strings("takeaways", article.takeaways());
    json.objects("comments", article.comments(), StoryJson::comment);
  }

  private static void comment(Json json, Comment comment) throws IOException {
    json.string("author", comment.author());
    json.string("date", comment.date());
    json.object("published", comment.published(), Json::span);
    json.string("text", comment.text());
  }

  private static void sighting(Json json, Sighting sighting) throws IOException {
    CaptureRef capture = sighting.capture();
    json.instant("captured_at", capture.capturedAt().instant());
    json.string("captured_at_from", capture.capturedAt().from().wireName());
    json.object("captured_between", capture.capturedAt().between(), Json::ends);
    json.string("file", capture.file());
    json.number("record", capture.record());
    json.number("line", sighting.line());
    json.string("title", sighting.title());
    json.string("url", sighting.url());
    json.string("age", sighting.age());
    json.string("date", sighting.date());
    json.object("intervals", sighting.published(), StoryJson::intervals);
    json.string("evidence", sighting.evidence().wireName());
  }

  /** Rule by rule; a rule that is contradicted is {@code null}. */
  private static void intervals(Json json, RuleIntervals intervals) throws IOException {
    for (Rule rule : Rule.values()) {
      json.object(rule.wireName(), intervals.under(rule).orElse(null), Json::ends);
    }
  }
}
