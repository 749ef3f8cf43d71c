package wellhead.indexer.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text. The charset is that of the byte order mark, else of the HTTP header, else, in
 * markup, of its {@code meta} element or XML declaration; else UTF-8.
 *
 * <p>Plain text that does not decode is refused with its place: nothing is guessed, nothing
 * replaced. Markup is read as browsers read it: single broken characters are replaced, and what
 * declares nothing and is no UTF-8 is windows-1252. What is UTF-8 to the last byte is read as such
 * whatever it declares.
 */
final class TextDecoding {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Browsers look this far for a declaration; some pages put it a little behind. */
  private static final int DECLARATION = 4096;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?is)<meta\\s[^<>]*?charset\\s*+=\\s*+[\"']?\\s*+([a-z0-9_:.-]+)"
              + "|^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([a-z0-9_:.-]+)");

  /** More replaced characters than this, in a thousand, and it is another charset or no text. */
  private static final int MOST_REPLACED = 50;

  /** With at most one character in so many broken, UTF-8 is UTF-8 that was damaged. */
  private static final int FEW_REPLACED = 10;

  private TextDecoding() {}

  /** Bytes that are not text; the message gives the value, the place and the remedy. */
  static final class NotTextException extends Exception {
    private final transient Cause cause;
    private final String reason;

    private NotTextException(Cause cause, String reason) {
      super(reason);
      this.cause = cause;
      this.reason = reason;
    }

    Cause cause() {
      return cause;
    }

    String reason() {
      return reason;
    }
  }

  /**
   * Decodes a page.
   *
   * @param markup what the user said it is
   * @param declared the charset of the HTTP header; {@code null} when there is none
   */
  static String decode(byte[] bytes, Format markup, @Nullable String declared)
      throws NotTextException {
    refuseKnownBinary(bytes);
    Optional<Charset> mark = byteOrderMark(bytes);
    String head =
        new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
    boolean html = markup == Format.HTML || (markup == Format.AUTO && Markup.isHtml(head));
    Optional<Charset> told =
        mark.or(() -> named(declared)).or(() -> html ? inMarkup(head) : Optional.empty());
    String text =
        html
            ? lenient(
                bytes, mark.isEmpty() && isUtf8Undeclared(told, bytes) ? null : told.orElse(null))
            : strict(bytes, told.orElse(StandardCharsets.UTF_8));
    int nul = text.indexOf('\0');
    if (nul >= 0 && !html) {
      throw new NotTextException(Cause.NOT_TEXT, "not text: a NUL character at offset " + nul);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * Decodes what is markup for sure, such as a feed.
   *
   * @param declared the charset of the HTTP header; {@code null} when there is none
   */
  static String decodeMarkup(byte[] bytes, @Nullable String declared) throws NotTextException {
    String head =
        new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
    Optional<Charset> told =
        byteOrderMark(bytes).or(() -> named(declared)).or(() -> inMarkup(head));
    String text = lenient(bytes, told.orElse(null));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Whether the mark of UTF-16 is next; what is next stays so. */
  static boolean isUtf16(BufferedInputStream in) throws IOException {
    in.mark(2);
    byte[] mark = in.readNBytes(2);
    in.reset();
    return byteOrderMark(mark).filter(c -> !c.equals(StandardCharsets.UTF_8)).isPresent();
  }

  private static void refuseKnownBinary(byte[] bytes) throws NotTextException {
    ContentKind kind = ContentKind.of(bytes);
    String known =
        switch (kind) {
          case GZIP, ZIP -> "an archive within too many others";
          case FOREIGN -> Foreign.of(bytes).orElseThrow();
          case WARC, HTTP, MHTML, XML_FEED, JSON_FEED, JSON_LINES, JSON_OBJECTS, PAGE -> null;
        };
    if (known != null) {
      throw new NotTextException(Cause.NOT_TEXT, "not text: " + known);
    }
  }

  private static String strict(byte[] bytes, Charset charset) throws NotTextException {
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
          Cause.NOT_DECODABLE,
          String.format(
              Locale.ROOT,
              "not %s: byte 0x%02X at offset %d; convert it first, for example with"
                  + " iconv -f windows-1252 -t utf-8",
              charset.name(),
              bytes[in.position()],
              in.position()));
    }
    decoder.flush(out);
    return out.flip().toString();
  }

  private static String lenient(byte[] bytes, @Nullable Charset told) throws NotTextException {
    String text = new String(bytes, told == null ? StandardCharsets.UTF_8 : told);
    long odd = text.chars().filter(c -> c == '\uFFFD' || c == 0).count();
    if (odd == 0) {
      return text;
    }
    if (told == null && odd * FEW_REPLACED > text.chars().filter(c -> c >= 0x80).count()) {
      text = new String(bytes, WINDOWS_1252);
      odd = text.chars().filter(c -> c == 0).count();
    }
    if (odd * 1000 > (long) text.length() * MOST_REPLACED) {
      throw new NotTextException(
          Cause.NOT_TEXT,
          "not text: " + odd + " of its " + text.length() + " characters are none in any charset");
    }
    return text.replace('\0', '\uFFFD');
  }

  /** The bytes are looked through only where another charset is declared. */
  private static boolean isUtf8Undeclared(Optional<Charset> told, byte[] bytes) {
    return told.filter(c -> !c.equals(StandardCharsets.UTF_8)).isPresent() && isUtf8(bytes);
  }

  /**
   * Whether the bytes are UTF-8 and not ASCII alone. No other charset's text looks so by chance,
   * but what saves pages often converts them and leaves the old declaration standing.
   */
  private static boolean isUtf8(byte[] bytes) {
    boolean ascii = true;
    for (byte b : bytes) {
      ascii &= b >= 0;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return !ascii;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Optional<Charset> byteOrderMark(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return startsWith(bytes, 0xEF, 0xBB, 0xBF)
        ? Optional.of(StandardCharsets.UTF_8)
        : Optional.empty();
  }

  private static Optional<Charset> inMarkup(String head) {
    Matcher declared = DECLARED.matcher(head);
    if (!declared.find()) {
      return Optional.empty();
    }
    String name = declared.group(1) == null ? declared.group(2) : declared.group(1);
    // markup that could be read this far is not in two bytes a character, whatever it says
    return named(name).map(c -> c.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : c);
  }

  /** What the web means by a name: its Latin-1 and ASCII are windows-1252. */
  private static Optional<Charset> named(@Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    try {
      Charset charset = Charset.forName(name.strip());
      boolean latin =
          charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
      return Optional.of(latin ? WINDOWS_1252 : charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty(); // invented on some pages; the others tell
    }
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
