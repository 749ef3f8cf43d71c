package wellhead.indexer.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import wellhead.indexer.index.IndexCheck;

/** {@code wellhead check}: is the index sound? */
@Command(
    name = "check",
    description = "Verifies the index: its files, its schema version and every story.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Mixin IndexFolder folder = new IndexFolder();

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return Failures.guard(
        err,
        () -> {
          IndexCheck check = IndexCheck.of(folder.path());
          if (check.problems().isEmpty()) {
            out.println(
                "sound: "
                    + check.stories()
                    + " stories from "
                    + check.captures()
                    + " captures, generation "
                    + check.generation());
            return ExitCode.DONE;
          }
          check.problems().forEach(problem -> err.println("wellhead: " + problem));
          err.println(
              "wellhead: the index is unsound; build it anew from the captures with:"
                  + " wellhead index --rebuild PATH...");
          return ExitCode.REJECTED;
        });
  }
}
