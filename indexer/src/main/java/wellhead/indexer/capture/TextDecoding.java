package wellhead.indexer.capture;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text: UTF-8, or UTF-16 when a byte order mark says so. Nothing is guessed and nothing is
 * replaced: what does not decode is refused with its place.
 */
final class TextDecoding {
  private TextDecoding() {}

  /** Bytes that are not text; the message gives the value, the place and the remedy. */
  static final class NotTextException extends Exception {
    private final String reason;

    private NotTextException(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  static String decode(byte[] bytes) throws NotTextException {
    String known = knownBinary(bytes);
    if (known != null) {
      throw new NotTextException("not text: " + known);
    }
    Charset charset = charset(bytes);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out =
        CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new NotTextException(
          String.format(
              Locale.ROOT,
              "not %s: byte 0x%02X at offset %d; convert it first, for example with"
                  + " iconv -f windows-1252 -t utf-8",
              charset.name(),
              bytes[in.position()],
              in.position()));
    }
    decoder.flush(out);
    String text = out.flip().toString();
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new NotTextException("not text: a NUL character at offset " + nul);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  /** What a file of another kind calls itself in its first bytes; {@code null} for none of them. */
  private static @Nullable String knownBinary(byte[] bytes) {
    if (startsWith(bytes, 0x1F, 0x8B)) {
      return "gzip; unpack it first";
    }
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      return "a zip archive; unpack it first";
    }
    if (startsWith(bytes, '%', 'P', 'D', 'F', '-')) {
      return "PDF; extract its text first";
    }
    return startsWith(bytes, 0x89, 'P', 'N', 'G') || startsWith(bytes, 0xFF, 0xD8, 0xFF)
        ? "an image"
        : null;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
