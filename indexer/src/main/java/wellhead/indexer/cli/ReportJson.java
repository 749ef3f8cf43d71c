package wellhead.indexer.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import wellhead.indexer.capture.Rejection;
import wellhead.indexer.index.Report;

/** A run's report for programs. */
final class ReportJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ReportJson() {}

  static String of(Report report) {
    ObjectNode json = JSON.objectNode();
    json.put("committed", report.committed());
    json.put("generation", report.generation());
    json.put("stories", report.stories());
    json.put("stories_added", report.index().added());
    json.put("files", report.files());
    json.put("files_known", report.known());
    json.put("captures", report.captures());
    json.put("captures_known", report.knownCaptures());
    json.put("captures_superseded", report.superseded());
    json.put("headlines", report.headlines());
    json.put("articles", report.articles());
    json.put("lines_not_taken", report.lines());
    json.set("lines_not_taken_by_reason", counts(report.notTaken()));
    json.put("inputs_rejected", report.rejectedInputs());
    json.set("rejected_by_reason", counts(report.rejected()));
    json.set("records_skipped_by_reason", counts(report.skipped()));
    var rejected = json.putArray("rejected");
    report.rejections().forEach(r -> rejected.add(rejection(r)));
    var files = json.putArray("by_file");
    report.byFile().forEach(f -> files.add(file(f)));
    var warnings = json.putArray("warnings");
    report.warnings().forEach(warnings::add);
    var missing = json.putArray("not_found_again");
    report.missing().forEach(missing::add);
    return json.toString();
  }

  private static ObjectNode rejection(Rejection rejection) {
    return JSON.objectNode()
        .put("file", rejection.file())
        .put("record", rejection.record())
        .put("line", rejection.line())
        .put("cause", rejection.cause().wireName())
        .put("reason", rejection.reason());
  }

  private static ObjectNode file(Report.FileCount file) {
    ObjectNode json =
        JSON.objectNode()
            .put("file", file.file())
            .put("captures", file.captures())
            .put("captures_known", file.known())
            .put("headlines", file.headlines())
            .put("articles", file.articles());
    json.set("rejected_by_reason", counts(file.rejected()));
    json.set("records_skipped_by_reason", counts(file.skipped()));
    return json;
  }

  private static ObjectNode counts(Map<String, Integer> counts) {
    ObjectNode json = JSON.objectNode();
    counts.forEach(json::put);
    return json;
  }
}
