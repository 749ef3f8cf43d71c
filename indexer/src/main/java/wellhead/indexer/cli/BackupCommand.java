package wellhead.indexer.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wellhead.indexer.index.IndexBackup;
import wellhead.indexer.index.IndexHeldException;
import wellhead.indexer.index.IndexUnusableException;
import wellhead.indexer.state.StateFolder;
import wellhead.story.AtTheEdge;

/** {@code wellhead backup DIR}. */
@Command(
    name = "backup",
    description = {
      "Copies the index as of its last commit, while runs and servers go on using it.",
      "The copy is an index itself: wellhead search --index DIR ..., or put it in the index's place."
    },
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Mixin IndexFolder folder = new IndexFolder();

  @Parameters(
      paramLabel = "DIR",
      description =
          "a new or empty folder, or one with an earlier backup, which is brought up to" + " date")
  Path target = Path.of("");

  @Option(names = "--quiet", description = "print nothing on success, for cron")
  boolean quiet;

  @Option(names = "--json", description = "what was done as JSON")
  boolean json;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return Failures.guard(
        err,
        () -> "no backup was made, an earlier one in " + target + " is as it was",
        () -> make(out, err));
  }

  @AtTheEdge("the clock enters here")
  private int make(PrintWriter out, PrintWriter err)
      throws IOException, IndexHeldException, IndexUnusableException {
    boolean talk = !quiet && !json;
    var made =
        IndexBackup.make(
            folder.path(),
            target,
            Instant.now(),
            need -> {
              if (talk) {
                out.println(need);
              }
            });
    StateFolder.copy(StateFolder.beside(folder.path()), StateFolder.inside(target));
    if (!made.noted() && !quiet) {
      err.println(
          "wellhead: warning: the index cannot be written to, so check will not know of this backup");
    }
    if (json) {
      out.println(
          OneLine.json(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("folder", target.toString())
                  .put("generation", made.commit().generation())
                  .put("stories", made.commit().stories())
                  .put("files", made.files())
                  .put("bytes", made.bytes())
                  .put("bytes_copied", made.copied())));
    } else if (talk) {
      out.println(
          "backed up "
              + made.commit().stories()
              + " stories (generation "
              + made.commit().generation()
              + ") to "
              + target
              + ": "
              + made.files()
              + " files verified, "
              + made.copied()
              + " of "
              + made.bytes()
              + " bytes copied");
    }
    return ExitCode.DONE;
  }
}
