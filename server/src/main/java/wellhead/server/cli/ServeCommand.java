package wellhead.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.capture.SettingsException;
import wellhead.indexer.cli.ExitCode;
import wellhead.indexer.cli.Failures;
import wellhead.indexer.cli.IndexFolder;
import wellhead.indexer.cli.ProgressLine;
import wellhead.indexer.cli.ReportText;
import wellhead.indexer.index.IndexHeldException;
import wellhead.indexer.index.IndexRun;
import wellhead.indexer.index.IndexUnusableException;
import wellhead.indexer.index.Report;
import wellhead.schema.IndexSchemaException;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.search.SearchEngine;
import wellhead.server.traffic.Limits;
import wellhead.server.traffic.Tokens;
import wellhead.server.web.CorsOrigins;
import wellhead.server.web.Door;
import wellhead.server.web.WebOptions;
import wellhead.server.web.WebServer;
import wellhead.story.AtTheEdge;

/** {@code wellhead serve}. */
@Command(
    name = "serve",
    description = "Serves the search page and /search; given PATHs, indexes them first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  wellhead serve                    # the index that wellhead index made",
      "  wellhead serve captures/          # a trial, with an index of its own"
    },
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Mixin IndexFolder folder = new IndexFolder();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "captures to index first; without --index or $$WELLHEAD_INDEX into an index of their own"
              + " that is removed at the end")
  List<String> paths = List.of();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "0 picks a free one (default: ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "the address to listen on (default: ${DEFAULT-VALUE})")
  String host = "";

  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      description = "answer bearers of one of these tokens only, one a line")
  @Nullable Path tokens;

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "append a line of JSON for each request")
  @Nullable Path accessLog;

  @Option(
      names = "--rate-limit",
      paramLabel = "N",
      defaultValue = "0",
      description = "answer at most N requests a second from one address (default: no limit)")
  int rateLimit;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "the address behind a proxy, with the path under which it has us, if any:"
              + " https://host/energy (default: what each request's Host says)")
  @Nullable URI baseUrl;

  @Option(
      names = "--cors",
      paramLabel = "ORIGIN",
      description = "let scripts of this origin read the answers; repeatable, * for all")
  List<String> cors = List.of();

  @Override
  @AtTheEdge("the clock enters here, and the process ends by a signal")
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (port < 0 || port > 65_535) {
      err.println("wellhead: --port must be between 0 and 65535: " + port);
      return ExitCode.USAGE;
    }
    if (rateLimit < 0) {
      err.println("wellhead: --rate-limit must be 0 (none) or more: " + rateLimit);
      return ExitCode.USAGE;
    }
    WebOptions options;
    try {
      options = WebOptions.DEFAULT.with(door()).with(new CorsOrigins(cors));
      options = baseUrl == null ? options : options.with(baseUrl);
    } catch (IllegalArgumentException e) {
      err.println("wellhead: " + e.getMessage());
      return ExitCode.USAGE;
    }
    boolean trial = !paths.isEmpty() && !folder.isNamed();
    Path index = trial ? TrialIndex.create() : folder.path();
    InstantSource clock = InstantSource.system();
    try (var engine = LuceneSearchEngine.open(index);
        // The port is taken first: to find it in use after minutes of indexing would be a waste.
        WebServer server = WebServer.start(host, port, engine, clock, options)) {
      endWithTheProcess(server, engine, trial ? index : null);
      if (!paths.isEmpty()) {
        indexFirst(index, clock, out, err);
        engine.refresh();
      }
      warnWhenOpen(err);
      announce(index, trial, engine, server, out, err);
      Thread.currentThread().join(); // until a signal
      return ExitCode.DONE;
    } catch (IndexSchemaException e) {
      err.println("wellhead: " + e.getMessage());
      return ExitCode.NO_INDEX;
    } catch (UncheckedIOException e) {
      err.println("wellhead: " + index + ": " + Failures.reason(e));
      return ExitCode.IO_ERROR;
    } catch (IOException e) {
      err.println("wellhead: " + e.getMessage() + "; choose another with --port or --host");
      return ExitCode.UNAVAILABLE;
    }
  }

  /**
   * @throws IllegalArgumentException when a file that was named is of no use
   */
  private Door door() {
    Limits limits =
        Limits.of(Runtime.getRuntime().availableProcessors()).withPerClientPerSecond(rateLimit);
    if (accessLog != null) {
      requireWritable(accessLog);
    }
    return new Door(limits, tokens == null ? null : read(tokens), accessLog);
  }

  private static Tokens read(Path tokens) {
    try {
      return Tokens.read(tokens);
    } catch (IOException e) {
      throw new IllegalArgumentException("--tokens: " + tokens + " cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--tokens: " + e.getMessage(), e);
    }
  }

  private static void requireWritable(Path log) {
    try {
      Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--access-log: "
              + log
              + " cannot be written; name a file in a folder that is there and may be written to",
          e);
    }
  }

  /** Whoever opens the door wider should know it. */
  private void warnWhenOpen(PrintWriter err) {
    boolean loopback =
        host.equals("localhost")
            || host.startsWith("127.")
            || host.equals("::1")
            || host.equals("[::1]");
    if (!loopback && tokens == null) {
      err.println(
          "wellhead: listening on "
              + host
              + ": whoever reaches this machine can search the index;"
              + " --tokens FILE asks for a token");
    }
  }

  @AtTheEdge("signals end the process")
  private static void endWithTheProcess(
      WebServer server, SearchEngine engine, @Nullable Path trialIndex) {
    var stop =
        new Thread(
            () -> {
              server.close();
              engine.close();
              if (trialIndex != null) {
                TrialIndex.delete(trialIndex);
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
  }

  /** Whatever goes wrong here is said, and what is there is served all the same. */
  private void indexFirst(Path index, InstantSource clock, PrintWriter out, PrintWriter err) {
    try {
      var run = new IndexRun(index, false, CaptureOptions.NONE, System.in, clock);
      Report report;
      try (var line = ProgressLine.onTerminal(err, clock)) {
        report = run.reporting(line).run(paths);
      }
      ReportText.print(report, false, out, err);
    } catch (SettingsException | IndexHeldException | IndexUnusableException | IOException e) {
      err.println("wellhead: the captures were not indexed: " + e.getMessage());
    }
  }

  private static void announce(
      Path index,
      boolean trial,
      SearchEngine engine,
      WebServer server,
      PrintWriter out,
      PrintWriter err) {
    if (trial) {
      out.println(
          "index: " + index + " (for this trial only, removed at the end; --index keeps one)");
    } else {
      out.println("index: " + index);
    }
    if (!engine.isReady()) {
      err.println(
          "wellhead: no index there yet; make one with: wellhead index PATH..., it is served as soon"
              + " as it is there");
    }
    out.println("Wellhead is at " + server.url());
    out.flush();
  }
}
