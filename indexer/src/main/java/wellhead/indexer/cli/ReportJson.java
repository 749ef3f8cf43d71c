package wellhead.indexer.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import wellhead.indexer.index.Report;

/** A run's report for programs. */
final class ReportJson {
  private ReportJson() {}

  static String of(Report report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("committed", report.committed());
    json.put("generation", report.generation());
    json.put("stories", report.stories());
    json.put("stories_added", report.added());
    json.put("files", report.files());
    json.put("files_known", report.known());
    json.put("captures", report.captures());
    json.put("captures_superseded", report.superseded());
    json.put("headlines", report.headlines());
    json.put("articles", report.articles());
    json.put("lines_not_taken", report.lines());
    var rejected = json.putArray("rejected");
    report
        .rejections()
        .forEach(r -> rejected.addObject().put("file", r.file()).put("reason", r.reason()));
    var warnings = json.putArray("warnings");
    report.warnings().forEach(warnings::add);
    var missing = json.putArray("not_found_again");
    report.missing().forEach(missing::add);
    return json.toString();
  }
}
