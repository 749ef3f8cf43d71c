package wellhead.server.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Starts the program as it is packaged, in processes of its own. */
final class PackagedProgram {
  static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")));

  private PackagedProgram() {}

  /** Begins a command, as a user does; what it prints is of no interest. */
  static Process start(List<String> arguments) throws IOException {
    return start(arguments, Redirect.DISCARD);
  }

  private static Process start(List<String> arguments, Redirect output) throws IOException {
    var command = new ArrayList<>(List.of(ROOT.resolve("wellhead").toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectErrorStream(true).redirectOutput(output).start();
  }

  /**
   * A server on a port of its own.
   *
   * @param home where it is
   */
  record Server(Process process, URI home) implements AutoCloseable {
    /** One that listens already. */
    static Server start(Path index, Path out) throws IOException, InterruptedException {
      Process process =
          PackagedProgram.start(
              List.of("serve", "--port", "0", "--index", index.toString()),
              Redirect.to(out.toFile()));
      return new Server(process, address(out));
    }

    private static URI address(Path out) throws IOException, InterruptedException {
      String said = "Wellhead is at ";
      for (int i = 0; i < 300; i++) {
        String printed = Files.readString(out);
        int at = printed.indexOf(said);
        if (at >= 0 && printed.indexOf('\n', at) > 0) {
          return URI.create(
              printed.substring(at + said.length(), printed.indexOf('\n', at)).strip());
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
      throw new AssertionError("the server did not start: " + Files.readString(out));
    }

    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          throw new AssertionError("the server does not end");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
