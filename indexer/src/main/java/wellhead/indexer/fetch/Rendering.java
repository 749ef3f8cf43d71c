package wellhead.indexer.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has a page drawn by a program of the user's, a browser without a window, for pages that scripts
 * fill. The address is handed over as an argument of its own, never as part of a shell's line.
 */
final class Rendering {
  private final String command;
  private final Duration longest;
  private final int mostBytes;

  /**
   * @param command for a shell; the address comes behind it as its last argument
   * @param longest how long it may take
   */
  Rendering(String command, Duration longest, int mostBytes) {
    this.command = command;
    this.longest = longest;
    this.mostBytes = mostBytes;
  }

  /**
   * The page as it was drawn.
   *
   * @throws NotCapturedException when the program fails, takes too long or prints nothing
   */
  byte[] draw(WebAddress address) throws NotCapturedException, InterruptedException {
    Process process = start(address);
    try {
      var drawn = new FutureTask<byte[]>(() -> read(process.getInputStream(), mostBytes));
      Thread.ofVirtual().start(drawn);
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NotCapturedException(
            "not drawn: the command took more than " + longest.toSeconds() + " s");
      }
      byte[] page = drawn.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (process.exitValue() != 0) {
        throw new NotCapturedException(
            "not drawn: the command ended with exit code " + process.exitValue());
      }
      if (page.length == 0 || page.length > mostBytes) {
        throw new NotCapturedException(
            page.length == 0
                ? "not drawn: the command printed nothing"
                : "not drawn: the command printed more than " + (mostBytes >> 20) + " MiB");
      }
      return page;
    } catch (ExecutionException | TimeoutException e) {
      throw new NotCapturedException("not drawn: what the command printed did not end");
    } finally {
      end(process);
    }
  }

  private Process start(WebAddress address) throws NotCapturedException {
    try {
      Process process =
          new ProcessBuilder(
                  List.of("sh", "-c", command + " \"$1\"", "wellhead", address.toString()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new NotCapturedException("not drawn: the command could not be started");
    }
  }

  /** A browser leaves children behind. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static byte[] read(InputStream in, int most) throws IOException {
    var page = new ByteArrayOutputStream();
    try (in) {
      byte[] piece = new byte[16 << 10];
      int read = in.read(piece);
      while (read >= 0) {
        if (page.size() <= most) {
          page.write(piece, 0, read);
        }
        read = in.read(piece);
      }
    }
    return page.toByteArray();
  }
}
