package wellhead.server.cli;

import java.io.IOException;
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

  /** Begins a short command; what it prints is of no interest. */
  static Process start(List<String> arguments) throws IOException {
    return java(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), arguments)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
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
          java(List.of("-Xmx256m"), List.of("serve", "--port", "0", "--index", index.toString()))
              .redirectOutput(out.toFile())
              .start();
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

  private static ProcessBuilder java(List<String> options, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-jar");
    command.add(ROOT.resolve("server/target/wellhead/wellhead.jar").toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
