package wellhead.indexer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.fetch.AddressGuard;
import wellhead.indexer.fetch.CaptureOutcome;
import wellhead.indexer.fetch.CaptureRun;
import wellhead.indexer.fetch.CaptureSettings;
import wellhead.indexer.fetch.Manners;
import wellhead.indexer.fetch.UserAgent;
import wellhead.indexer.fetch.WebAddress;
import wellhead.indexer.index.IndexRun;
import wellhead.indexer.index.Report;
import wellhead.indexer.state.StateFolder;
import wellhead.story.AtTheEdge;

/** {@code wellhead capture}. */
@Command(
    name = "capture",
    description = {
      "Fetches pages politely into WARC files, one an address, for index to read.",
      "A site's robots.txt is obeyed, a host is asked one thing at a time and no more often than every"
          + " five seconds, and a page that has not changed is not sent again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  wellhead capture https://example.com/",
      "  wellhead capture --list sites.txt --spread 1h --index    # from cron"
    },
    mixinStandardHelpOptions = true)
public final class CaptureCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "URL",
      arity = "0..*",
      description = "pages, such as https://example.com/")
  List<String> urls = List.of();

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description =
          "pages, one a line; blank lines and what follows a # are left out; - is standard"
              + " input")
  @Nullable Path list;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "where the files go; default: captures, beside the index")
  @Nullable Path to;

  @Option(
      names = "--spread",
      paramLabel = "DURATION",
      description =
          "spread the requests evenly over a time such as 45m or 1h, at another place in"
              + " it each run")
  @Nullable String spread;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      arity = "0..1",
      parameterConsumer = FolderOrNothing.class,
      description = "read the folder into the index afterwards: into this one, or the usual one")
  @Nullable Path index;

  @Option(
      names = "--contact",
      paramLabel = "WHO",
      description = "a mail or web address that sites are told, to complain to")
  @Nullable String contact;

  @Option(
      names = "--render",
      paramLabel = "COMMAND",
      description =
          "has each page drawn, too, by a command that is given its address and prints"
              + " HTML, such as \"chromium --headless --dump-dom\"")
  @Nullable String render;

  @Option(
      names = "--allow-private",
      description = "ask addresses that are not of the public network, too, such as 127.0.0.1")
  boolean allowPrivate;

  @Option(names = "--ignore-robots", description = "ask for what a robots.txt does not allow, too")
  boolean ignoreRobots;

  @Option(names = "--quiet", description = "print nothing on success, for cron")
  boolean quiet;

  /** Behind the option, a folder is its value and a web address is not. */
  static final class FolderOrNothing implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // the library hands over its own stack
    public void consumeParameters(Stack<String> rest, ArgSpec option, CommandSpec command) {
      boolean folder =
          !rest.isEmpty() && !rest.peek().startsWith("-") && !rest.peek().contains("://");
      option.setValue(Path.of(folder ? rest.pop() : ""));
    }
  }

  @Override
  @AtTheEdge("standard input, the clock and sleep enter here")
  public Integer call() throws Exception {
    PrintWriter err = spec().commandLine().getErr();
    InstantSource clock = InstantSource.system();
    var addresses = new ArrayList<WebAddress>(named());
    var failed = new AtomicInteger();
    if (list != null) {
      AddressList read = listed(list, System.in);
      addresses.addAll(read.addresses());
      read.wrong().forEach(line -> err.println("wellhead: not captured: " + OneLine.of(line)));
      failed.addAndGet(read.wrong().size());
    } else if (addresses.isEmpty()) {
      throw wrong("name a URL, or a file of them with --list");
    }
    CaptureSettings settings = settings();
    if (ignoreRobots) {
      err.println("wellhead: warning: robots.txt is ignored (--ignore-robots)");
    }
    return Failures.guard(
        err,
        () -> "what was captured until then is in " + settings.to(),
        () -> {
          StateFolder.open(indexFolder());
          new CaptureRun(settings, clock, CaptureCommand::sleep)
              .run(addresses, outcome -> tell(outcome, settings, failed));
          int captured = failed.get() == 0 ? ExitCode.DONE : ExitCode.REJECTED;
          int indexed = index == null ? ExitCode.DONE : index(settings, clock);
          return Math.max(captured, indexed);
        });
  }

  @AtTheEdge("time passes here")
  private static void sleep(Instant until) throws InterruptedException {
    Duration left = Duration.between(InstantSource.system().instant(), until);
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }

  private List<WebAddress> named() {
    try {
      return urls.stream().map(WebAddress::parse).toList();
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private AddressList listed(Path file, InputStream standardInput) {
    try {
      return AddressList.read(file, standardInput);
    } catch (IOException e) {
      throw wrong("--list: " + file + " cannot be read");
    }
  }

  private CaptureSettings settings() {
    Path indexFolder = indexFolder().toAbsolutePath().normalize();
    return new CaptureSettings(
        to == null ? indexFolder.resolveSibling("captures") : to,
        StateFolder.beside(indexFolder).resolve("capture"),
        spread == null ? Duration.ZERO : spreadOver(spread),
        agent(),
        allowPrivate ? AddressGuard.ANY : AddressGuard.PUBLIC_ONLY,
        ignoreRobots,
        render == null || render.isBlank() ? null : render,
        Manners.USUAL);
  }

  @AtTheEdge("the environment and the home folder are read here")
  private Path indexFolder() {
    boolean named = index != null && !index.toString().isEmpty();
    return IndexFolder.choose(
        named ? index : null, System.getenv(), System.getProperty("user.home", "."));
  }

  private UserAgent agent() {
    String version = CaptureCommand.class.getPackage().getImplementationVersion();
    try {
      return UserAgent.of(version == null ? "unpackaged" : version, contact);
    } catch (IllegalArgumentException e) {
      throw wrong("--contact: " + e.getMessage());
    }
  }

  private Duration spreadOver(String text) {
    try {
      return ShortDuration.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong("--spread: " + e.getMessage());
    }
  }

  private void tell(CaptureOutcome outcome, CaptureSettings settings, AtomicInteger failed) {
    PrintWriter out = spec().commandLine().getOut();
    switch (outcome) {
      case CaptureOutcome.Page page -> {
        if (!quiet) {
          String from = page.found().equals(page.asked()) ? "" : " from " + page.found();
          out.println(
              "captured "
                  + page.asked()
                  + from
                  + ": "
                  + page.bytes()
                  + " bytes, "
                  + shown(page.file(), settings));
        }
      }
      case CaptureOutcome.Unchanged page -> {
        if (!quiet) {
          out.println(
              "unchanged "
                  + page.asked()
                  + " since "
                  + page.since()
                  + ", "
                  + shown(page.file(), settings));
        }
      }
      case CaptureOutcome.Failed page -> {
        failed.incrementAndGet();
        String kept =
            page.file() == null ? "" : " (what came is in " + shown(page.file(), settings) + ")";
        spec()
            .commandLine()
            .getErr()
            .println(
                "wellhead: not captured: "
                    + page.asked()
                    + ": "
                    + OneLine.of(page.reason())
                    + kept);
      }
    }
  }

  private static String shown(Path file, CaptureSettings settings) {
    return String.valueOf(settings.to().relativize(file));
  }

  private int index(CaptureSettings settings, InstantSource clock) throws Exception {
    PrintWriter out = spec().commandLine().getOut();
    PrintWriter err = spec().commandLine().getErr();
    try (var stopping = StopWithTheProcess.begin()) {
      return Failures.guard(
          err,
          () -> {
            var run =
                new IndexRun(
                    indexFolder(),
                    false,
                    CaptureOptions.NONE,
                    InputStream.nullInputStream(),
                    clock);
            stopping.by(run::stop);
            Report report = run.run(List.of(settings.to().toString()));
            ReportText.print(report, quiet, out, err);
            return report.rejectedInputs() == 0 ? ExitCode.DONE : ExitCode.REJECTED;
          });
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec().commandLine(), message);
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    return spec;
  }
}
