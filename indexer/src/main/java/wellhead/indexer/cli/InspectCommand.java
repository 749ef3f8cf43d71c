package wellhead.indexer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.indexer.assemble.ExplainedReading;
import wellhead.indexer.assemble.KnownSources;
import wellhead.indexer.capture.CaptureFile;
import wellhead.indexer.capture.CaptureFiles;
import wellhead.indexer.capture.CaptureReader;
import wellhead.indexer.capture.Captures;
import wellhead.indexer.capture.FolderSettings;
import wellhead.indexer.capture.Outcome;
import wellhead.indexer.index.DrawnPage;
import wellhead.indexer.index.UnknownTime;
import wellhead.story.AtTheEdge;

/**
 * {@code wellhead inspect}: what {@code index} would read, and why. On a terminal a form for
 * people, elsewhere one JSON object a capture.
 */
@Command(
    name = "inspect",
    description = {
      "Prints what index would read, and what became of every other line; writes nothing.",
      "On a terminal a form for people, elsewhere one JSON object a capture."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  wellhead inspect page.html",
      "  wellhead inspect --explain 12 page.html    # the numbers that decided about line 12",
      "  curl -s https://example.com/ | wellhead inspect -"
    },
    mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  /** The launcher looks whether the output is a terminal; Java cannot before version 22. */
  private static final String TERMINAL = "wellhead.terminal";

  @Mixin CaptureArguments captures = new CaptureArguments();

  @Option(
      names = "--explain",
      paramLabel = "LINE",
      arity = "0..1",
      parameterConsumer = LineOrNothing.class,
      description = {
        "the numbers that decided: those of this line of the capture and of its list,",
        "or, without a line, a line for each list"
      })
  @Nullable Integer explain;

  @Option(
      names = "--explain-words",
      paramLabel = "WORDS",
      description = "the same of the lines with these words, for pages whose markup is one line")
  @Nullable String explainWords;

  @Option(
      names = "--json",
      negatable = true,
      description = "as JSON, also on a terminal; --no-json for people, also into a pipe")
  @Nullable Boolean json;

  /** Behind the option, a number is its value and a path is not. */
  static final class LineOrNothing implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // the library hands over its own stack
    public void consumeParameters(Stack<String> rest, ArgSpec option, CommandSpec command) {
      boolean line = !rest.isEmpty() && rest.peek().matches("[1-9]\\d{0,8}");
      option.setValue(line ? Integer.valueOf(rest.pop()) : Integer.valueOf(0));
    }
  }

  @Override
  @AtTheEdge("standard input and the clock enter here")
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    CaptureFiles found = CaptureFiles.find(captures.paths);
    Instant now = Instant.now();
    FolderSettings settings = captures.settings(now, found);
    found
        .rejections()
        .forEach(rejection -> err.println("wellhead: rejected " + OneLine.of(rejection)));
    found.warnings().forEach(warning -> err.println("wellhead: warning: " + OneLine.of(warning)));
    InspectForm form = form();
    boolean rejected = !found.rejections().isEmpty();
    for (CaptureFile file : found.files()) {
      var reader = new CaptureReader(settings.of(file), System.in, now);
      boolean warned = false; // one remedy for all records of a file
      try (Captures captures = reader.open(file)) {
        for (Outcome next = captures.next(); next != null; next = captures.next()) {
          if (next instanceof Outcome.Read read) {
            ExplainedReading explained = ExplainedReading.of(read.capture());
            CaptureReading reading = explained.reading();
            form.print(read.capture(), explained, out);
            reading.notes().forEach(note -> warn(note, err));
            if (reading.drawnByScript()) {
              warn(DrawnPage.warning(read.capture()), err);
            }
            if (!warned && UnknownTime.of(read.capture(), reading)) {
              warned = true;
              warn(UnknownTime.warning(read.capture()), err);
            }
          }
          rejected |= complain(next, err);
        }
      }
      if (out.checkError()) {
        break; // "| head" has enough
      }
    }
    return rejected ? ExitCode.REJECTED : ExitCode.DONE;
  }

  @AtTheEdge("whether somebody watches")
  private InspectForm form() {
    var told = new ToldAlone(KnownSources.load());
    Explained asked =
        explain == null && explainWords == null
            ? null
            : new Explained(explain == null ? 0 : explain, explainWords);
    boolean forPrograms = json == null ? !Boolean.getBoolean(TERMINAL) : json;
    return forPrograms ? new InspectJson(told, asked) : new InspectText(told, asked);
  }

  private static void warn(String what, PrintWriter err) {
    err.println("wellhead: warning: " + OneLine.of(what));
  }

  /** Whether it had to be rejected. */
  private static boolean complain(Outcome next, PrintWriter err) {
    switch (next) {
      case Outcome.Read ignored -> {} // printed
      case Outcome.Empty empty -> warn(empty.file() + ": empty, nothing to read", err);
      case Outcome.Cut cut -> warn(cut.warning(), err);
      case Outcome.Skipped ignored -> {} // it is meant to hold no news; index counts it
      case Outcome.Rejected refused -> {
        err.println("wellhead: rejected " + OneLine.of(refused.rejection()));
        return true;
      }
    }
    return false;
  }
}
