package wellhead.indexer.cli;

import java.io.PrintWriter;
import java.util.List;
import wellhead.indexer.capture.Rejection;
import wellhead.indexer.index.Report;

/** A run's report for people: what was done on standard output, what was not on standard error. */
public final class ReportText {
  /** How many warnings of a run are printed one by one. */
  private static final int MOST = 20;

  private ReportText() {}

  /**
   * Prints the report.
   *
   * @param quiet only what was rejected
   */
  public static void print(Report report, boolean quiet, PrintWriter out, PrintWriter err) {
    for (Rejection rejection : report.rejections()) {
      err.println("wellhead: rejected " + OneLine.of(rejection));
    }
    int more = report.rejectedInputs() - report.rejections().size();
    if (more > 0) {
      err.println("wellhead: rejected " + more + " more: " + report.rejected());
    }
    if (quiet) {
      return;
    }
    list(err, "wellhead: warning: ", report.warnings(), "more warnings");
    list(
        err,
        "wellhead: once read, not found again: ",
        report.missing(),
        "more files that were not found again");
    out.println(summary(report));
  }

  private static void list(PrintWriter err, String lead, List<String> lines, String more) {
    lines.stream().limit(MOST).forEach(line -> err.println(lead + OneLine.of(line)));
    if (lines.size() > MOST) {
      err.println("wellhead: and " + (lines.size() - MOST) + " " + more + " (all with --json)");
    }
  }

  private static String summary(Report report) {
    var text = new StringBuilder();
    if (report.committed()) {
      text.append("read ").append(count(report.captures(), "capture"));
      text.append(": ").append(count(report.headlines(), "headline")).append(", ");
      text.append(count(report.articles(), "article"));
    } else {
      text.append("nothing new");
    }
    if (report.known() > 0) {
      text.append("; ").append(count(report.known(), "file")).append(" known already");
    }
    if (report.knownCaptures() > 0) {
      text.append("; ").append(count(report.knownCaptures(), "capture")).append(" known already");
    }
    if (report.superseded() > 0) {
      text.append("; ").append(report.superseded()).append(" read anew with other options");
    }
    if (report.lines() > 0) {
      text.append("; ").append(count(report.lines(), "line")).append(" not taken (see inspect)");
    }
    int skipped = report.skipped().values().stream().mapToInt(Integer::intValue).sum();
    if (skipped > 0) {
      text.append("; ").append(count(skipped, "record")).append(" without news skipped");
    }
    if (report.rejectedInputs() > 0) {
      text.append("; ").append(report.rejectedInputs()).append(" rejected");
    }
    text.append("; the index holds ").append(count(report.stories(), "story"));
    return text.append(" (generation ").append(report.generation()).append(')').toString();
  }

  private static String count(int n, String noun) {
    String plural = noun.equals("story") ? "stories" : noun + "s";
    return n + " " + (n == 1 ? noun : plural);
  }
}
