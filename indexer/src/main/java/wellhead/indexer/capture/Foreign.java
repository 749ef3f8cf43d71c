package wellhead.indexer.capture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lies among captures and is none, told by how it begins: that an image is no text helps
 * nobody who is told to convert its charset.
 */
final class Foreign {
  private static final String IMAGE = "an image";
  private static final String FILM = "sound or film";
  private static final String PACKED =
      "packed in a way that is not known here; unpack it first, or use gzip or zip";
  private static final String OFFICE = "an office document; save it as HTML or as text";
  private static final String DATABASE = "a database; export it as JSON Lines";
  private static final String FONT = "a font";
  private static final String PROGRAM = "a program";

  /**
   * Bytes at a place in the file.
   *
   * @param says what it is, and what to do where something can be done
   */
  @SuppressWarnings("ArrayRecordComponent") // of two, nobody asks whether they are equal
  private record Sign(int offset, byte[] bytes, String says) {
    Sign(String bytes, String says) {
      this(0, bytes.getBytes(StandardCharsets.ISO_8859_1), says);
    }

    Sign(int offset, String bytes, String says) {
      this(offset, bytes.getBytes(StandardCharsets.ISO_8859_1), says);
    }

    static Sign hex(String hex, String says) {
      return new Sign(0, HexFormat.of().parseHex(hex), says);
    }

    boolean isOn(byte[] head) {
      int end = offset + bytes.length;
      return head.length >= end && Arrays.equals(head, offset, end, bytes, 0, bytes.length);
    }
  }

  private static final List<Sign> SIGNS =
      List.of(
          new Sign("%PDF-", "PDF; extract its text first"),
          new Sign("{\\rtf", OFFICE),
          Sign.hex("d0cf11e0a1b11ae1", OFFICE),
          // a zip whose first entry is that of Office Open XML, OpenDocument or EPUB
          new Sign(30, "[Content_Types].xml", OFFICE),
          new Sign(30, "mimetypeapplication/", OFFICE),
          new Sign("\u0089PNG", IMAGE),
          Sign.hex("ffd8ff", IMAGE),
          new Sign("GIF8", IMAGE),
          new Sign(8, "WEBP", IMAGE),
          new Sign("II*\0", IMAGE),
          new Sign("MM\0*", IMAGE),
          Sign.hex("00000100", IMAGE),
          new Sign(4, "ftypavif", IMAGE),
          new Sign(4, "ftyphei", IMAGE),
          new Sign(4, "ftyp", FILM),
          new Sign(8, "WAVE", FILM),
          new Sign(8, "AVI ", FILM),
          new Sign("OggS", FILM),
          new Sign("ID3\3", FILM),
          new Sign("ID3\4", FILM),
          new Sign("fLaC", FILM),
          Sign.hex("1a45dfa3", FILM),
          new Sign("BZh", PACKED),
          Sign.hex("fd377a585a", PACKED),
          Sign.hex("28b52ffd", PACKED),
          Sign.hex("5d2a4d18", PACKED), // WARC records with the dictionary that they are packed by
          Sign.hex("377abcaf", PACKED),
          new Sign("Rar!", PACKED),
          Sign.hex("1f9d", PACKED),
          Sign.hex("04224d18", PACKED),
          new Sign(257, "ustar", "a tar archive; unpack it first, or use zip"),
          new Sign("SQLite format 3\0", DATABASE),
          new Sign("PAR1", DATABASE),
          new Sign("bplist00", "a web archive of Safari's; save the page as source"),
          new Sign("wOFF", FONT),
          new Sign("wOF2", FONT),
          new Sign("OTTO\0", FONT),
          new Sign("\u007fELF", PROGRAM),
          Sign.hex("cafebabe", PROGRAM));

  /** A message's first fields, of which one is never printed on a page. */
  private static final Pattern MESSAGE =
      Pattern.compile(
          "^(?:From \\S+ [^\\r\\n]*\\d{4}\\r?\\n)?(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\\r\\n]*\\r?\\n(?:[ \\t][^\\r\\n]*\\r?\\n){0,200}+){0,100}?"
              + "(?:MIME-Version:\\s*\\d|Message-ID:\\s*<|Return-Path:|Delivered-To:|Received: (?:from|by) )",
          Pattern.CASE_INSENSITIVE);

  /** A mailbox: each message begins so, whatever its fields. */
  private static final Pattern MAILBOX =
      Pattern.compile(
          "^From \\S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d [^\\r\\n]{0,20}\\d{4}\\r?\\n[A-Za-z-]+:");

  private static final String MAIL = "mail; save its HTML or its text instead";

  private Foreign() {}

  /**
   * What this is, if it is known to be no capture.
   *
   * @param head how it begins, up to {@link ContentKind#HEAD} bytes
   */
  static Optional<String> of(byte[] head) {
    return SIGNS.stream()
        .filter(sign -> sign.isOn(head))
        .findFirst()
        .map(Sign::says)
        .or(() -> mail(new String(head, StandardCharsets.ISO_8859_1)));
  }

  /** Whether these bytes are packed in a way that is not known here. */
  static boolean isPacked(byte[] head) {
    return SIGNS.stream().anyMatch(sign -> sign.says().equals(PACKED) && sign.isOn(head));
  }

  private static Optional<String> mail(String head) {
    boolean is = MESSAGE.matcher(head).lookingAt() || MAILBOX.matcher(head).lookingAt();
    return is ? Optional.of(MAIL) : Optional.empty();
  }
}
