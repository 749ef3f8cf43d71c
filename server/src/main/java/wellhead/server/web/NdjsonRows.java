package wellhead.server.web;

import java.io.IOException;
import java.io.OutputStream;
import wellhead.schema.Summary;
import wellhead.server.search.ExportSink.Found;
import wellhead.server.search.SearchResults.Provenance;

/**
 * A JSON object a line: the hit without what only a search gives it, its score and its passages.
 */
final class NdjsonRows implements ExportRows {

  @Override
  public void begin(OutputStream out) {}

  @Override
  public void row(OutputStream out, Found found) throws IOException {
    Summary story = found.summary();
    out.write(
        Json.object(json -> {
          json.string("id", story.id());
          json.string("kind", story.kind().wireName());
          json.string("title", story.title());
          json.string("url", story.url());
          json.string("source", story.source());
          json.string("author", story.author());
          json.published("published", story.published());
          json.instant("first_seen", story.firstSeen());
          json.instant("last_seen", story.lastSeen());
          json.number("sightings", story.sightings());
          json.object("provenance", provenance(story), AnswerJson::provenance);
        }));
    out.write('\n');
  }

  private static Provenance provenance(Summary story) {
    return new Provenance(story.file(), story.line(), story.capturedAt());
  }
}
