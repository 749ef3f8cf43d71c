package wellhead.indexer.capture;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What some bytes are, told by how they begin. */
enum ContentKind {
  /** One or more gzip members. */
  GZIP,
  /** A zip archive. */
  ZIP,
  /** WARC or WET records. */
  WARC,
  /** A saved HTTP response: status line, headers, body. */
  HTTP,
  /** RSS or Atom. */
  XML_FEED,
  /** JSON Feed. */
  JSON_FEED,
  /** JSON Lines. */
  JSON_LINES,
  /** A page, with markup or without. */
  PAGE,
  /** PDF. */
  PDF,
  /** An image. */
  IMAGE,
  /** Another way of packing: bzip2, xz, zstd, 7z, rar. */
  PACKED;

  /** How many bytes are looked at. */
  static final int HEAD = 16 << 10;

  private static final Pattern HTTP_STATUS = Pattern.compile("^HTTP/\\d(?:\\.\\d)?\\s+\\d{3}\\b");

  /** The root element, behind declarations, comments and white space. */
  private static final Pattern FEED_ROOT =
      Pattern.compile(
          "^(?:\\s|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE\\s[^\\[>]*(?:\\[.*?\\]\\s*)?>)*"
              + "<(?:\\w+:)?(?:rss|feed|RDF)[\\s>]",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** Such a declaration before any root element: what it declares may be longer than the head. */
  private static final Pattern FEED_DOCTYPE =
      Pattern.compile(
          "^(?:\\s|<\\?.*?\\?>|<!--.*?-->)*<!DOCTYPE\\s+(?:\\w+:)?(?:rss|feed|RDF)\\b",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern JSON_FEED_VERSION =
      Pattern.compile(
          "^\\s*\\{.*\"version\"\\s*:\\s*\"https?:\\\\?/\\\\?/jsonfeed\\.org\\\\?/version",
          Pattern.DOTALL);

  private static final Pattern JSON_OBJECT =
      Pattern.compile("^\\s*\\{\\s*(?:\"|\\}).*", Pattern.DOTALL);

  /**
   * What these bytes begin.
   *
   * @param head up to {@link #HEAD} of them
   */
  static ContentKind of(byte[] head) {
    if (startsWith(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (startsWith(head, '%', 'P', 'D', 'F', '-')) {
      return PDF;
    }
    if (startsWith(head, 0x89, 'P', 'N', 'G')
        || startsWith(head, 0xFF, 0xD8, 0xFF)
        || startsWith(head, 'G', 'I', 'F', '8')) {
      return IMAGE;
    }
    if (startsWith(head, 'B', 'Z', 'h')
        || startsWith(head, 0xFD, '7', 'z', 'X', 'Z')
        || startsWith(head, 0x28, 0xB5, 0x2F, 0xFD)
        || startsWith(head, '7', 'z', 0xBC, 0xAF)
        || startsWith(head, 'R', 'a', 'r', '!')) {
      return PACKED;
    }
    return ofText(new String(head, StandardCharsets.ISO_8859_1));
  }

  private static ContentKind ofText(String head) {
    String text = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
    if (text.stripLeading().startsWith("WARC/")) {
      return WARC;
    }
    if (HTTP_STATUS.matcher(text).find()) {
      return HTTP;
    }
    if (FEED_ROOT.matcher(text).find() || FEED_DOCTYPE.matcher(text).find()) {
      return XML_FEED;
    }
    if (JSON_FEED_VERSION.matcher(text).find()) {
      return JSON_FEED;
    }
    return isJsonLines(text) ? JSON_LINES : PAGE;
  }

  /** Most of the first lines are objects: one of them may be broken, even the first. */
  private static boolean isJsonLines(String text) {
    String[] lines = text.split("\n", 12);
    int objects = 0;
    int others = 0;
    for (int i = 0; i < Math.min(lines.length, 11); i++) {
      if (JSON_OBJECT.matcher(lines[i]).matches()) {
        objects++;
      } else if (!lines[i].isBlank()) {
        others++;
      }
    }
    return objects > 0 && objects >= others;
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
