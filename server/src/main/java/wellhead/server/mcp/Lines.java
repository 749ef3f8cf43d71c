package wellhead.server.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The protocol over two streams: a message a line, an answer a line, nothing else, until the input
 * ends.
 */
public final class Lines {
  private final Assistance assistance;
  private final InputStream in;
  private final OutputStream out;

  /**
   * @param in buffered
   */
  public Lines(Assistance assistance, InputStream in, OutputStream out) {
    this.assistance = assistance;
    this.in = in;
    this.out = out;
  }

  /** Answers until there is no more to answer, or nobody who reads it. */
  public void answerAll() throws IOException {
    byte[] line;
    while ((line = next()) != null) {
      if (!isBlank(line)) {
        Reply reply = assistance.answer(line, null);
        byte[] body = reply.body();
        if (body != null) {
          out.write(body);
          out.write('\n');
          out.flush();
        }
      }
    }
  }

  /** One that is too long is read to its end, and cut: it is no JSON then, and told so. */
  private byte @Nullable [] next() throws IOException {
    var line = new ByteArrayOutputStream();
    int read;
    while ((read = in.read()) >= 0 && read != '\n') {
      if (line.size() <= Assistance.LONGEST_MESSAGE) {
        line.write(read);
      }
    }
    return read < 0 && line.size() == 0 ? null : line.toByteArray();
  }

  private static boolean isBlank(byte[] line) {
    return new String(line, StandardCharsets.UTF_8).isBlank();
  }
}
