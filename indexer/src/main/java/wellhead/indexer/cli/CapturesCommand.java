package wellhead.indexer.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wellhead.indexer.index.Inventory;
import wellhead.schema.CaptureDocument;
import wellhead.story.CapturedAt;
import wellhead.story.Clocks;
import wellhead.story.Interval;

/** {@code wellhead captures}. */
@Command(
    name = "captures",
    description = "The captures that the index has read, with their time, origin and counts.",
    mixinStandardHelpOptions = true)
public final class CapturesCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Mixin IndexFolder folder = new IndexFolder();

  @Option(names = "--source", paramLabel = "NAME", description = "only those of this source")
  @Nullable String source;

  @Option(names = "--json", description = "as JSON")
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
        () -> {
          Inventory inventory = Inventory.of(folder.path());
          List<CaptureDocument> captures =
              inventory.captures().stream()
                  .filter(c -> source == null || source.equals(c.ref().source()))
                  .toList();
          if (json) {
            out.println(OneLine.json(json(inventory, captures)));
          } else if (captures.isEmpty()) {
            out.println("no such captures were read so far");
          } else {
            print(inventory, captures, out);
          }
          return ExitCode.DONE;
        });
  }

  private static void print(Inventory inventory, List<CaptureDocument> captures, PrintWriter out) {
    var columns = new Columns();
    columns.row(
        "captured", "known from", "clock", "source", "kind", "headlines", "not taken", "file");
    for (CaptureDocument capture : captures) {
      columns.row(
          captured(capture.ref().capturedAt()),
          capture.ref().capturedAt().from().wireName(),
          clock(inventory.clock(capture.ref())),
          capture.ref().source() == null ? "-" : capture.ref().source(),
          capture.kind(),
          capture.headlines(),
          capture.rejected(),
          file(capture));
    }
    columns.print(out);
  }

  private static String clock(Clocks.Doubt doubt) {
    return doubt.wrong() ? doubt.shift().toString() : doubt.shift().isNone() ? "-" : "may be wrong";
  }

  private static String captured(CapturedAt at) {
    if (at.instant() != null) {
      return at.instant().toString();
    }
    return at.between() == null ? "-" : at.between().start() + ".." + at.between().end();
  }

  private static String file(CaptureDocument capture) {
    Integer record = capture.ref().record();
    return capture.ref().file() + (record == null ? "" : "#" + record);
  }

  private static String json(Inventory inventory, List<CaptureDocument> captures) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("generation", inventory.commit().generation());
    var array = root.putArray("captures");
    for (CaptureDocument capture : captures) {
      Instant at = capture.ref().capturedAt().instant();
      Interval between = capture.ref().capturedAt().between();
      ObjectNode row = array.addObject();
      row.put("id", capture.ref().id())
          .put("file", capture.ref().file())
          .put("record", capture.ref().record())
          .put("path", capture.path())
          .put("url", capture.url())
          .put("source", capture.ref().source())
          .put("captured_at", at == null ? null : at.toString())
          .put("captured_at_from", capture.ref().capturedAt().from().wireName());
      if (between == null) {
        row.putNull("captured_between");
      } else {
        row.putObject("captured_between")
            .put("earliest", between.start().toString())
            .put("latest", between.end().toString());
      }
      Clocks.Doubt doubt = inventory.clock(capture.ref());
      if (doubt.equals(Clocks.Doubt.NONE)) {
        row.putNull("clock_shift");
      } else {
        row.putObject("clock_shift")
            .put("least_seconds", doubt.shift().least())
            .put("most_seconds", doubt.shift().most())
            .put("wrong", doubt.wrong());
      }
      row.put("kind", capture.kind())
          .put("headlines", capture.headlines())
          .put("lines_not_taken", capture.rejected());
    }
    return root.toString();
  }
}
