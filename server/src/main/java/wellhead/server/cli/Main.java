package wellhead.server.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import wellhead.indexer.cli.AgeCommand;
import wellhead.indexer.cli.BackupCommand;
import wellhead.indexer.cli.CaptureCommand;
import wellhead.indexer.cli.CapturesCommand;
import wellhead.indexer.cli.CheckCommand;
import wellhead.indexer.cli.ExitCode;
import wellhead.indexer.cli.ForgetCommand;
import wellhead.indexer.cli.IndexCommand;
import wellhead.indexer.cli.InspectCommand;
import wellhead.indexer.cli.SourcesCommand;
import wellhead.indexer.cli.Unexpected;
import wellhead.story.AtTheEdge;

/** The program. */
@Command(
    name = "wellhead",
    description = "Full-text search over energy headlines that knows when.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      IndexCommand.class,
      CaptureCommand.class,
      InspectCommand.class,
      AgeCommand.class,
      ServeCommand.class,
      SearchCommand.class,
      AlertCommand.class,
      McpCommand.class,
      CheckCommand.class,
      BackupCommand.class,
      SourcesCommand.class,
      CapturesCommand.class,
      ForgetCommand.class
    })
public final class Main {
  Main() {}

  /** Runs one command. */
  @AtTheEdge("the process's own streams")
  static int run(String[] arguments) throws IOException {
    configureLogging();
    // System.out would keep a failure to itself
    return run(arguments, new FileOutputStream(FileDescriptor.out), System.err);
  }

  static int run(String[] arguments, OutputStream out, OutputStream err) {
    PrintWriter complaints = writer(err);
    try {
      return run(arguments, new StandardOutput(out), complaints);
    } catch (Error e) { // which picocli lets pass
      complaints.println("wellhead: " + Unexpected.reason(e));
      Unexpected.trace(e);
      return ExitCode.IO_ERROR;
    }
  }

  private static int run(String[] arguments, StandardOutput output, PrintWriter complaints) {
    PrintWriter printed = writer(output);
    int exit = run(arguments, printed, complaints);
    printed.flush();
    Optional<String> failure = output.failure();
    failure.ifPresent(
        why -> complaints.println("wellhead: standard output could not be written: " + why));
    return failure.isPresent() && exit == ExitCode.DONE ? ExitCode.IO_ERROR : exit;
  }

  private static PrintWriter writer(OutputStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  private static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    CommandLine commandLine =
        new CommandLine(new Main(), new WithAlerts())
            .setOut(out)
            .setErr(err)
            .setUsageHelpAutoWidth(true)
            .setParameterExceptionHandler(Main::wrongUsage)
            .setExecutionExceptionHandler(Main::unexpected);
    if (arguments.length == 0) {
      commandLine.usage(commandLine.getErr());
      return ExitCode.USAGE;
    }
    return commandLine.execute(arguments);
  }

  /** The indexer knows nothing of alerts; whoever knows both puts them together. */
  private static final class WithAlerts implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type == IndexCommand.class
          ? type.cast(new IndexCommand(AlertDesk::after))
          : CommandLine.defaultFactory().create(type);
    }
  }

  private static int wrongUsage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("wellhead: " + reason(e));
    command
        .getErr()
        .println("wellhead: see " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static String reason(ParameterException e) {
    if (e instanceof UnmatchedArgumentException surplus && !surplus.isUnknownOption()) {
      boolean command = e.getCommandLine().getParent() == null;
      return (command ? "no such command: '" : "one argument too many: '")
          + surplus.getUnmatched().getFirst()
          + "'"
          + (command ? meant(surplus) : "");
    }
    String said = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
    return e instanceof UnmatchedArgumentException surplus ? said + meant(surplus) : said;
  }

  /** What is like it, the likest first; nothing when nothing is. */
  private static String meant(UnmatchedArgumentException surplus) {
    List<String> like = surplus.getSuggestions();
    return like.isEmpty() ? "" : "; did you mean " + String.join(" or ", like) + "?";
  }

  private static int unexpected(
      Exception e, CommandLine command, CommandLine.ParseResult parseResult) {
    command.getErr().println("wellhead: " + Unexpected.reason(e));
    Unexpected.trace(e);
    return ExitCode.IO_ERROR;
  }

  /** Before the first logger is made, or the defaults stick. */
  static void configureLogging() throws IOException {
    if (System.getProperty("java.util.logging.config.file") == null) {
      try (InputStream in = Main.class.getResourceAsStream("/wellhead/logging.properties")) {
        LogManager.getLogManager().readConfiguration(in);
      }
    }
  }
}
