package wellhead.indexer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.index.DiskNeed;
import wellhead.indexer.index.IndexHeldException;
import wellhead.indexer.index.IndexRun;
import wellhead.indexer.index.IndexUnusableException;
import wellhead.indexer.index.Report;
import wellhead.story.AtTheEdge;

/** {@code wellhead index}. */
@Command(
    name = "index",
    description = "Reads page captures and updates the index in one commit.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  wellhead index captures/",
      "  wellhead index --quiet --alerts captures/      # from cron: only news",
      "  curl -s https://example.com/ | wellhead index --source example.com -"
    },
    mixinStandardHelpOptions = true)
public final class IndexCommand implements Callable<Integer> {
  private static final String REPORT_LOST = "the run is committed, only its report is lost";

  @Spec @Nullable CommandSpec spec;

  @Mixin CaptureArguments captures = new CaptureArguments();

  @Mixin IndexFolder folder = new IndexFolder();

  @Option(
      names = "--rebuild",
      description = "from scratch; searches see the old index until the new one is complete")
  boolean rebuild;

  @Option(names = "--quiet", description = "print nothing on success, for cron")
  boolean quiet;

  @Option(names = "--alerts", description = "then tell what is new: see wellhead alert")
  boolean alerts;

  @Option(names = "--json", description = "the report as JSON")
  boolean json;

  private final Afterwards afterwards;

  /** What is done after a run when it is asked for. */
  @FunctionalInterface
  public interface Afterwards {
    /**
     * Does it.
     *
     * @return an exit code
     */
    int run(Path index, boolean quiet, PrintWriter out, PrintWriter err) throws Exception;
  }

  /** A command without anything afterwards. */
  public IndexCommand() {
    this((index, quiet, out, err) -> ExitCode.DONE);
  }

  /**
   * A command.
   *
   * @param afterwards tells what is new
   */
  public IndexCommand(Afterwards afterwards) {
    this.afterwards = afterwards;
  }

  private void announce(DiskNeed need, PrintWriter out) {
    if (!quiet && !json) {
      out.println(need);
    }
  }

  private Report run(IndexRun run, PrintWriter err, InstantSource clock)
      throws IOException, IndexHeldException, IndexUnusableException {
    if (quiet || json) {
      return run.run(captures.paths);
    }
    try (var line = ProgressLine.onTerminal(err, clock)) {
      return run.reporting(line).run(captures.paths);
    }
  }

  @Override
  @AtTheEdge("standard input and the clock enter here")
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    InstantSource clock = InstantSource.system();
    CaptureOptions options = captures.options(clock.instant());
    try (var stopping = StopWithTheProcess.begin()) {
      var run =
          new IndexRun(folder.path(), rebuild, options, System.in, clock)
              .announcing(need -> announce(need, out));
      stopping.by(run::stop);
      return Failures.guard(
          err,
          () -> run.hasCommitted() ? REPORT_LOST : Failures.INDEX_AS_IT_WAS,
          () -> {
            Report report = run(run, err, clock);
            if (json) {
              out.println(OneLine.json(ReportJson.of(report)));
            } else {
              ReportText.print(report, quiet, out, err);
            }
            int told = alerts ? afterwards.run(folder.path(), quiet || json, out, err) : 0;
            return report.rejectedInputs() == 0 ? told : Math.max(told, ExitCode.REJECTED);
          });
    }
  }
}
