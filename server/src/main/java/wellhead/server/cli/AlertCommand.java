package wellhead.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wellhead.indexer.cli.IndexFolder;
import wellhead.server.alert.Alert;
import wellhead.server.alert.Alerts;

/** {@code wellhead alert}. */
@Command(
    name = "alert",
    description = {
      "Saved queries that tell what is new, each story once.",
      "They stand in alerts.toml beside the index; what they know is kept there, too."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class AlertCommand {
  @Spec @Nullable CommandSpec spec;

  /** Which alerts, of which index. */
  static final class Where {
    @Mixin IndexFolder folder = new IndexFolder();

    @Option(
        names = "--alerts",
        paramLabel = "FILE",
        description = "the alerts; default: alerts.toml beside the index")
    @Nullable Path file;

    Path file() {
      return file == null ? AlertDesk.fileBeside(folder.path()) : file;
    }
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    return spec;
  }

  @Command(name = "run", description = "Tells what is new, where it is due.")
  int run(
      @Mixin Where where,
      @Option(names = "--quiet", description = "print nothing but news and failures, for cron")
          boolean quiet,
      @Parameters(
              paramLabel = "NAME",
              arity = "0..1",
              description = "this one only, whether it is due or not")
          @Nullable String name)
      throws Exception {
    PrintWriter out = spec().commandLine().getOut();
    PrintWriter err = spec().commandLine().getErr();
    var desk = new AlertDesk(where.folder.path(), where.file(), quiet, out, err);
    return desk.guarded(engine -> {
      Alert only = name == null ? null : named(desk.alerts(), name);
      return desk.alerts().run(engine, AlertDesk::request, only);
    });
  }

  @Command(name = "list", description = "The alerts: who is told, what they know.")
  int list(@Mixin Where where) throws Exception {
    PrintWriter out = spec().commandLine().getOut();
    var desk =
        new AlertDesk(where.folder.path(), where.file(), true, out, spec().commandLine().getErr());
    return desk.guarded(() -> {
      desk.alerts().list().forEach(out::println);
      return 0;
    });
  }

  @Command(
      name = "test",
      description =
          "Sends the newest stories of an alert to whom it tells, and keeps no note of it.")
  int test(@Mixin Where where, @Parameters(paramLabel = "NAME") String name) throws Exception {
    PrintWriter out = spec().commandLine().getOut();
    var desk =
        new AlertDesk(where.folder.path(), where.file(), false, out, spec().commandLine().getErr());
    return desk.guarded(
        engine -> desk.alerts().test(engine, AlertDesk::request, named(desk.alerts(), name)));
  }

  @Command(
      name = "reset",
      description = "Makes an alert begin anew: what it finds next is taken as known.")
  int reset(@Mixin Where where, @Parameters(paramLabel = "NAME") String name) throws Exception {
    PrintWriter out = spec().commandLine().getOut();
    var desk =
        new AlertDesk(where.folder.path(), where.file(), true, out, spec().commandLine().getErr());
    return desk.guarded(() -> {
      desk.alerts().reset(named(desk.alerts(), name));
      return 0;
    });
  }

  @Command(name = "log", description = "What was told to whom, oldest first.")
  int log(@Mixin Where where) throws Exception {
    PrintWriter out = spec().commandLine().getOut();
    var desk =
        new AlertDesk(where.folder.path(), where.file(), true, out, spec().commandLine().getErr());
    return desk.guarded(() -> {
      desk.alerts().log().forEach(out::println);
      return 0;
    });
  }

  private Alert named(Alerts alerts, String name) {
    return alerts
        .named(name)
        .orElseThrow(() ->
            new ParameterException(
                spec().commandLine(), "no such alert: " + name + "; see wellhead alert list"));
  }
}
