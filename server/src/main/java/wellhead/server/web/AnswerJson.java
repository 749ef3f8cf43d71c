package wellhead.server.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.server.query.TimeReading;
import wellhead.server.search.SearchResults;
import wellhead.server.search.SearchResults.Because;
import wellhead.server.search.SearchResults.Folded;
import wellhead.server.search.SearchResults.Hit;
import wellhead.server.search.SearchResults.IndexState;
import wellhead.server.search.SearchResults.Provenance;
import wellhead.server.search.SearchResults.Report;
import wellhead.server.search.SearchResults.Told;
import wellhead.server.search.SearchResults.Total;
import wellhead.server.search.SimilarStories;

/** The answer to a search, as JSON. */
final class AnswerJson {
  private AnswerJson() {}

  /**
   * @param tookMs milliseconds from the read request to the found hits
   */
  static byte[] render(SearchCall call, SearchResults results, double tookMs) {
    return Json.object(json -> {
      json.object("query", q -> query(q, call, results));
      json.tenths("took_ms", tookMs);
      json.bool("timed_out", results.timedOut());
      json.object("total", results.total(), AnswerJson::total);
      json.objects("hits", results.hits(), (hits, hit) -> hit(hits, hit, results));
      BreakdownJson.write(json, results.breakdown()); // null is what was not asked for
      json.string("next_cursor", results.nextCursor());
      json.object("index", results.index(), AnswerJson::index);
    });
  }

  private static void query(Json json, SearchCall call, SearchResults results) throws IOException {
    json.string("raw", call.request().query());
    json.string("understood", results.understood());
    json.string("corrected", results.corrected());
    json.bool("relaxed", results.relaxed());
    json.strings("warnings", results.warnings());
    json.object("time", results.time(), AnswerJson::time);
  }

  private static void time(Json json, TimeReading time) throws IOException {
    json.string("words", time.words());
    json.instant("since", time.since());
    json.instant("until", time.until());
  }

  private static void total(Json json, Total total) throws IOException {
    json.number("value", total.value());
    json.string("relation", total.exact() ? "eq" : "gte");
    json.number("certain", total.certain());
    json.number("possible", total.possible());
    json.number("undated", total.undated());
  }

  /** The stories that are most like one. */
  static byte[] render(SimilarStories similar, double tookMs) {
    return Json.object(json -> {
      json.object(
          "story",
          story -> {
            story.string("id", similar.id());
            story.string("title", similar.title());
          });
      json.tenths("took_ms", tookMs);
      json.objects("hits", similar.hits(), AnswerJson::hit);
      json.object("index", similar.index(), AnswerJson::index);
    });
  }

  private static void hit(Json json, Hit hit, SearchResults results) throws IOException {
    hit(json, hit);
    if (results.folded() != null) {
      json.objects(
          "folded", results.folded().getOrDefault(hit.id(), List.of()), AnswerJson::folded);
    }
    if (results.told() != null) {
      @Nullable Told told = results.told().get(hit.id());
      json.object("event", told, AnswerJson::event);
      json.objects("reports", told == null ? List.of() : told.others(), AnswerJson::report);
    }
  }

  private static void event(Json json, Told told) throws IOException {
    json.number("sources", told.sources());
    json.instant("since", told.since());
    json.object("because", told.because(), AnswerJson::because);
  }

  private static void report(Json json, Report report) throws IOException {
    json.string("id", report.id());
    json.string("title", report.title());
    json.string("source", report.source());
    json.string("url", report.url());
    json.published("published", report.published());
    json.object("because", report.because(), AnswerJson::because);
  }

  private static void because(Json json, Because because) throws IOException {
    json.string("like", because.like());
    json.number("likeness", (float) because.likeness());
    json.strings("words", because.words());
  }

  private static void folded(Json json, Folded folded) throws IOException {
    json.string("id", folded.id());
    json.string("title", folded.title());
    json.string("source", folded.source());
    json.string("url", folded.url());
  }

  private static void hit(Json json, Hit hit) throws IOException {
    json.string("id", hit.id());
    json.string("kind", hit.kind().wireName());
    json.number("score", hit.score());
    if (hit.partial()) {
      json.bool("partial", true);
    }
    json.string("title", hit.title());
    json.string("url", hit.url());
    json.string("source", hit.source());
    json.string("author", hit.author());
    json.published("published", hit.published());
    json.instant("first_seen", hit.firstSeen());
    json.instant("last_seen", hit.lastSeen());
    json.number("sightings", hit.sightings());
    json.string("snippet", hit.snippet());
    json.object("highlights", highlights -> highlights(highlights, hit));
    json.object("provenance", hit.provenance(), AnswerJson::provenance);
    if (hit.explanation() != null) {
      json.object(
          "explanation",
          hit.explanation(),
          (why, parts) -> ExplanationJson.write(why, parts, hit.published()));
    }
  }

  private static void highlights(Json json, Hit hit) throws IOException {
    json.string("title", hit.highlightedTitle());
    json.strings("body", hit.highlightedBody());
  }

  static void provenance(Json json, Provenance provenance) throws IOException {
    json.string("file", provenance.file());
    json.number("line", provenance.line());
    json.instant("captured_at", provenance.capturedAt());
  }

  private static void index(Json json, IndexState index) throws IOException {
    json.number("generation", index.generation());
    json.instant("built_at", index.builtAt());
    json.number("stories", index.stories());
  }
}
