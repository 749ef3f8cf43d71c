package wellhead.indexer.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into WARC records without understanding them. A record whose length leads nowhere
 * is broken; the next one begins where a line says {@code WARC/1.}.
 */
final class WarcFrames {
  private static final int LONGEST_HEADER = 64 << 10;
  private static final byte[] BEGINNING = "WARC/".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern LENGTH =
      Pattern.compile("(?im)^content-length[ \\t]*:[ \\t]*(\\d{1,15})[ \\t]*$");

  private final InputStream in;
  private final @Nullable IOException suspicion;
  private byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private @Nullable IOException damage;
  private boolean ended;

  /**
   * @param suspicion why the stream as a whole is known to be damaged, when that is known before it
   *     is read: then only records are read that another one follows, for where there is but one,
   *     it is the damaged one; {@code null} when nothing is known against it
   */
  WarcFrames(InputStream in, @Nullable IOException suspicion) {
    this.in = in;
    this.suspicion = suspicion;
  }

  /** What lies between two beginnings. */
  sealed interface Frame {
    /** A record's header and body; of two, nobody asks whether they are equal. */
    @SuppressWarnings("ArrayRecordComponent")
    record Whole(byte[] bytes) implements Frame {}

    /** No record that can be read, and why. */
    record Broken(Cause cause, String reason) implements Frame {}
  }

  /** The next frame; {@code null} at the end. */
  @Nullable Frame next() throws IOException {
    while (has(1) && (buffer[at] == '\r' || buffer[at] == '\n')) {
      at++;
    }
    if (!has(1)) {
      boolean told = damage == null || ended;
      ended = true;
      return told ? null : broken("damaged");
    }
    if (!isBeginning(at)) {
      resume(at + 1);
      return broken("no record begins here");
    }
    int body = body();
    if (body < 0) {
      resume(at + 1);
      return broken("its header does not end");
    }
    Matcher length = LENGTH.matcher(new String(buffer, at, body, StandardCharsets.ISO_8859_1));
    if (!length.find()) {
      resume(at + 1);
      return broken("its header tells no length");
    }
    long whole = body + Long.parseLong(length.group(1));
    if (whole > Limits.RECORD_BYTES) {
      resume(at + body);
      return new Frame.Broken(
          Cause.TOO_LARGE, "larger than " + (Limits.RECORD_BYTES >> 20) + " MiB");
    }
    return whole((int) whole);
  }

  private Frame whole(int length) throws IOException {
    if (!has(length)) {
      int got = end - at;
      resume(at + 1);
      return broken("ends after " + got + " of " + length + " bytes");
    }
    if (!isFollowed(length)) {
      resume(at + 1);
      return broken("its length does not lead to the next record");
    }
    if (damage != null) {
      at = end; // no checksum has vouched for it
      return broken("damaged");
    }
    if (suspicion != null && !isAnotherBehind(length)) {
      resume(at + 1);
      return broken("damaged");
    }
    byte[] record = Arrays.copyOfRange(buffer, at, at + length);
    at += length;
    return new Frame.Whole(record);
  }

  /** Whether a blank line, another beginning or the end comes behind so many bytes. */
  private boolean isFollowed(int length) throws IOException {
    int next = length;
    int lineEnds = 0;
    while (lineEnds < 2 && isLineEnd(next)) {
      lineEnds += buffer[at + next] == '\n' ? 1 : 0;
      next++;
    }
    boolean more = has(next + 1); // asked first: the last record's checksum comes behind it
    return lineEnds == 2 || !more || isBeginning(at + next);
  }

  private boolean isAnotherBehind(int length) throws IOException {
    int next = length;
    while (isLineEnd(next)) {
      next++;
    }
    return isBeginning(at + next);
  }

  private boolean isLineEnd(int offset) throws IOException {
    return has(offset + 1) && (buffer[at + offset] == '\r' || buffer[at + offset] == '\n');
  }

  private Frame broken(String reason) {
    IOException why = damage == null ? suspicion : damage;
    ended |= why != null && at == end; // told once
    return new Frame.Broken(
        Cause.BROKEN, why == null ? reason : reason + " (" + why.getMessage() + ")");
  }

  /** The length of the header with its blank line; -1 when it does not end. */
  private int body() throws IOException {
    for (int i = 0; i < LONGEST_HEADER && has(i + 2); i++) {
      if (buffer[at + i] == '\n') {
        if (buffer[at + i + 1] == '\n') {
          return i + 2;
        }
        if (has(i + 3) && buffer[at + i + 1] == '\r' && buffer[at + i + 2] == '\n') {
          return i + 3;
        }
      }
    }
    return -1;
  }

  /** Goes on at the first line from here that begins a record. */
  private void resume(int from) throws IOException {
    at = Math.min(from, end);
    while (has(BEGINNING.length + 2)) {
      boolean line = at > 0 && buffer[at - 1] == '\n';
      if (line && isBeginning(at)) {
        return;
      }
      at++;
    }
    at = end;
  }

  private boolean isBeginning(int place) throws IOException {
    int offset = place - at;
    if (!has(offset + BEGINNING.length + 1)) {
      return false;
    }
    return Arrays.equals(
            buffer, at + offset, at + offset + BEGINNING.length, BEGINNING, 0, BEGINNING.length)
        && Character.isDigit(buffer[at + offset + BEGINNING.length]);
  }

  /** Whether there are so many bytes from here on. */
  private boolean has(int count) throws IOException {
    while (end - at < count) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    if (damage != null) {
      return false;
    }
    if (end == buffer.length) {
      if (at > buffer.length / 2) {
        int keep = Math.max(0, at - 1); // one byte before, to tell where lines begin
        System.arraycopy(buffer, keep, buffer, 0, end - keep);
        end -= keep;
        at -= keep;
      } else {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
    }
    try {
      int read = in.read(buffer, end, buffer.length - end);
      end += Math.max(0, read);
      return read > 0;
    } catch (EOFException | ZipException e) {
      damage = e; // what came before it is still to be read
      return false;
    }
  }
}
