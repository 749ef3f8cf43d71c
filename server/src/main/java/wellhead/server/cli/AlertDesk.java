package wellhead.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.cli.ExitCode;
import wellhead.indexer.cli.Failures;
import wellhead.indexer.fetch.UserAgent;
import wellhead.indexer.fetch.WebPost;
import wellhead.indexer.state.StateFolder;
import wellhead.schema.IndexSchemaException;
import wellhead.server.alert.Alert;
import wellhead.server.alert.Alerts;
import wellhead.server.alert.AlertsFile;
import wellhead.server.alert.AlertsFileException;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.search.SearchRequest;
import wellhead.server.web.TerminalAnswer;
import wellhead.story.AtTheEdge;

/** The alerts of an index, and what can go wrong with them in one sentence. */
final class AlertDesk {
  private final Path index;
  private final Path file;
  private final boolean quiet;
  private final PrintWriter out;
  private final PrintWriter err;
  private @Nullable Alerts alerts;

  AlertDesk(Path index, Path file, boolean quiet, PrintWriter out, PrintWriter err) {
    this.index = index;
    this.file = file;
    this.quiet = quiet;
    this.out = out;
    this.err = err;
  }

  @FunctionalInterface
  interface Asking {
    int of(LuceneSearchEngine engine) throws Exception;
  }

  @FunctionalInterface
  interface Work {
    int done() throws Exception;
  }

  @AtTheEdge("the clock and the environment enter here")
  Alerts alerts() throws IOException, AlertsFileException {
    if (alerts == null) {
      List<Alert> read = AlertsFile.read(file);
      InstantSource clock = InstantSource.system();
      String version = AlertCommand.class.getPackage().getImplementationVersion();
      UserAgent agent = UserAgent.of(version == null ? "unpackaged" : version, null);
      var outside =
          new Alerts.Outside(
              text -> {
                out.print(text);
                return !out.checkError(); // flushed is told
              },
              guard -> new WebPost(agent, guard, clock),
              System::getenv,
              quiet ? note -> {} : out::println,
              complaint -> err.println("wellhead: " + complaint));
      alerts = new Alerts(read, StateFolder.open(index).resolve("alerts"), outside, clock);
    }
    return alerts;
  }

  static SearchRequest request(Alert alert, Instant now) throws AlertsFileException {
    try {
      return TerminalAnswer.request(alert.parameters(), now);
    } catch (TerminalAnswer.RefusedException e) {
      throw new AlertsFileException(alert, String.valueOf(e.getMessage()));
    }
  }

  int guarded(Asking asking) throws Exception {
    return guarded(() -> {
      alerts();
      try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
        if (!engine.isReady()) {
          err.println("wellhead: no index in " + index + "; make one with: wellhead index PATH...");
          return ExitCode.NO_INDEX;
        }
        return asking.of(engine);
      }
    });
  }

  int guarded(Work work) throws Exception {
    try {
      int result = work.done();
      return result == ExitCode.NO_INDEX || result == 0 ? result : ExitCode.REJECTED;
    } catch (AlertsFileException e) {
      err.println("wellhead: " + e.getMessage());
      return ExitCode.USAGE;
    } catch (Alerts.HeldException e) {
      err.println("wellhead: " + e.getMessage());
      return ExitCode.HELD;
    } catch (IndexSchemaException e) {
      err.println("wellhead: " + e.getMessage());
      return ExitCode.NO_INDEX;
    } catch (UncheckedIOException e) {
      err.println("wellhead: " + Failures.reason(e));
      return ExitCode.IO_ERROR;
    } catch (IOException e) {
      err.println("wellhead: " + Failures.reason(e));
      return ExitCode.IO_ERROR;
    }
  }

  static Path fileBeside(Path index) {
    return index.toAbsolutePath().normalize().resolveSibling("alerts.toml");
  }

  /** {@code index --alerts}. */
  static int after(Path index, boolean quiet, PrintWriter out, PrintWriter err) throws Exception {
    var desk = new AlertDesk(index, fileBeside(index), quiet, out, err);
    return desk.guarded(engine -> desk.alerts().run(engine, AlertDesk::request, null));
  }
}
