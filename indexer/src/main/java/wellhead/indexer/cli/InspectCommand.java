package wellhead.indexer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.indexer.assemble.KnownSources;
import wellhead.indexer.capture.CaptureFile;
import wellhead.indexer.capture.CaptureFiles;
import wellhead.indexer.capture.CaptureReader;
import wellhead.indexer.capture.Captures;
import wellhead.indexer.capture.FolderSettings;
import wellhead.indexer.capture.Outcome;
import wellhead.indexer.index.UnknownTime;
import wellhead.story.AtTheEdge;

/** {@code wellhead inspect}: what {@code index} would read, one JSON object a capture. */
@Command(
    name = "inspect",
    description = "Prints what index would read, one JSON object a capture; writes nothing.",
    mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Mixin CaptureArguments captures = new CaptureArguments();

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
    var json = new InspectJson(KnownSources.load());
    boolean rejected = !found.rejections().isEmpty();
    for (CaptureFile file : found.files()) {
      var reader = new CaptureReader(settings.of(file), System.in, now);
      boolean warned = false; // one remedy for all records of a file
      try (Captures captures = reader.open(file)) {
        for (Outcome next = captures.next(); next != null; next = captures.next()) {
          if (next instanceof Outcome.Read read) {
            CaptureReading reading = CaptureReading.of(read.capture());
            json.of(read.capture(), reading).forEach(out::println);
            reading.notes().forEach(note -> warn(note, err));
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
