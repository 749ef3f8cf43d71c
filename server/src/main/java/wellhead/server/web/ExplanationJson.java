package wellhead.server.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.Explanation;
import wellhead.server.search.Narrowing;
import wellhead.server.search.Narrowing.Step;
import wellhead.server.search.ScoreParts;
import wellhead.story.CaptureRef;
import wellhead.story.Published;
import wellhead.story.Sighting;

/** Why a hit is as it is, and how the time of a story is known, as JSON. */
final class ExplanationJson {
  private ExplanationJson() {}

  /** The parts of one hit's explanation. */
  static void write(Json json, Explanation explanation, @Nullable Published published)
      throws IOException {
    json.object("time", time -> time(time, explanation.time(), published));
    json.object("score", explanation.score(), ExplanationJson::score);
  }

  private static void score(Json json, ScoreParts score) throws IOException {
    json.string("words", ScoreWords.of(score));
    json.number("points", (float) score.points());
    json.number("freshness", (float) score.freshness());
    json.objects("parts", score.parts(), ExplanationJson::part);
  }

  private static void part(Json json, ScoreParts.Part part) throws IOException {
    json.string("kind", part.kind().wireName());
    json.string("words", part.words());
    json.number("points", (float) part.points());
    json.object(
        "fields",
        fields -> {
          for (Map.Entry<String, Integer> field : part.fields().entrySet()) {
            fields.number(field.getKey(), field.getValue());
          }
        });
  }

  private static void time(Json json, Narrowing narrowing, @Nullable Published published)
      throws IOException {
    json.string("words", NarrowingWords.of(narrowing, published));
    json.string(
        "rule", published == null || published.rule() == null ? null : published.rule().wireName());
    json.string("evidence", published == null ? "none" : published.evidence().wireName());
    json.bool("conflict", published != null && published.conflict());
    json.number("agreeing", narrowing.agreeing());
    steps(json, narrowing.steps().stream().filter(Step::tells).toList());
  }

  /** Steps in their order, each with what it told and what it left. */
  static void steps(Json json, List<Step> steps) throws IOException {
    json.objects("steps", steps, ExplanationJson::step);
  }

  static void step(Json json, Step step) throws IOException {
    json.string("outcome", step.outcome().wireName());
    json.string("rule", step.rule() == null ? null : step.rule().wireName());
    Sighting sighting = step.sighting();
    CaptureRef capture = sighting == null ? null : sighting.capture();
    json.instant("captured_at", capture == null ? step.absentAt() : capture.capturedAt().instant());
    json.string(
        "captured_at_from", capture == null ? null : capture.capturedAt().from().wireName());
    json.object(
        "captured_between", capture == null ? null : capture.capturedAt().between(), Json::ends);
    json.string("file", capture == null ? null : capture.file());
    json.number("line", sighting == null ? null : (Integer) sighting.line());
    json.string("label", sighting == null ? null : NarrowingWords.label(sighting));
    json.string("evidence", sighting == null ? null : sighting.evidence().wireName());
    json.object("told", step.told(), Json::ends);
    json.object("left", step.left(), Json::ends);
  }
}
