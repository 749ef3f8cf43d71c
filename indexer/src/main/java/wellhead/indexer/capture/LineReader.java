package wellhead.indexer.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes bytes apart at line feeds, without holding more than one line. */
final class LineReader {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int most;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private int number;
  private boolean cut;

  /**
   * @param most how many bytes of a line are kept
   */
  LineReader(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /** The next line without its end; {@code null} after the last. */
  byte @Nullable [] next() throws IOException {
    var line = new ByteArrayOutputStream(256);
    cut = false;
    boolean any = false;
    while (from < to || fill()) {
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      int fits = Math.min(end - from, most - line.size());
      line.write(buffer, from, fits);
      cut |= fits < end - from;
      boolean complete = end < to;
      from = complete ? end + 1 : end;
      if (complete) {
        break;
      }
    }
    if (!any) {
      return null;
    }
    number++;
    return trimmed(line.toByteArray());
  }

  /** Without a carriage return at its end, and the first line without a byte order mark. */
  private byte[] trimmed(byte[] line) {
    int start =
        number == 1 && line.length >= 3 && Arrays.equals(line, 0, 3, BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
    int end = line.length > start && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    return start == 0 && end == line.length ? line : Arrays.copyOfRange(line, start, end);
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  /** The number of the last line, from 1. */
  int number() {
    return number;
  }

  /** Whether the last line was longer than what was kept of it. */
  boolean isCut() {
    return cut;
  }
}
