package wellhead.server.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where answers are printed. Printing goes on after a failure, as writers have it; what failed
 * first is kept, so that an answer which did not arrive is not taken for one that did.
 */
final class StandardOutput extends FilterOutputStream {
  private @Nullable IOException failure;

  StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void write(int one) throws IOException {
    attempt(() -> out.write(one));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void attempt(Writing writing) throws IOException {
    try {
      writing.run();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** Why something could not be printed; empty also when the reader had enough, as {@code head}. */
  Optional<String> failure() {
    String said = failure == null ? null : String.valueOf(failure.getMessage());
    return Optional.ofNullable(said).filter(message -> !message.equals("Broken pipe"));
  }
}
