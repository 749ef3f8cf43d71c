package wellhead.server.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import wellhead.indexer.cli.ExitCode;
import wellhead.indexer.cli.Failures;
import wellhead.indexer.cli.IndexFolder;
import wellhead.schema.IndexSchemaException;
import wellhead.server.mcp.Lines;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.web.AssistantTools;
import wellhead.story.AtTheEdge;

/** {@code wellhead mcp}. */
@Command(
    name = "mcp",
    description = {
      "Lets an assistant search, by the Model Context Protocol over standard input and output.",
      "A running server answers the same at POST /mcp."
    },
    mixinStandardHelpOptions = true)
public final class McpCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Mixin IndexFolder folder = new IndexFolder();

  @Override
  @AtTheEdge("the clock and the process's own streams")
  public Integer call() {
    return answer(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        new FileOutputStream(FileDescriptor.out),
        InstantSource.system());
  }

  /** Until the input ends, as a client ends this. */
  int answer(InputStream in, OutputStream out, InstantSource clock) {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter err = spec.commandLine().getErr();
    Path index = folder.path();
    try (var engine = LuceneSearchEngine.open(index)) {
      if (!engine.isReady()) {
        err.println(
            "wellhead: no index in "
                + index
                + " yet; make one with: wellhead index PATH..., it is answered from as soon as it is"
                + " there");
      }
      new Lines(AssistantTools.assistance(engine, clock), in, out).answerAll();
      return ExitCode.DONE;
    } catch (IndexSchemaException e) {
      err.println("wellhead: " + e.getMessage());
      return ExitCode.NO_INDEX;
    } catch (UncheckedIOException e) {
      err.println("wellhead: " + index + ": " + Failures.reason(e));
      return ExitCode.IO_ERROR;
    } catch (IOException e) {
      err.println("wellhead: standard input or output: " + Failures.reason(e));
      return ExitCode.IO_ERROR;
    }
  }
}
