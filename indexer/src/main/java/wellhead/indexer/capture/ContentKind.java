package wellhead.indexer.capture;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
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
  /** A page saved with all its parts in one message. */
  MHTML,
  /** RSS or Atom. */
  XML_FEED,
  /** JSON Feed. */
  JSON_FEED,
  /** JSON Lines. */
  JSON_LINES,
  /** Objects of JSON in an array, or broken into lines. */
  JSON_OBJECTS,
  /** A page, with markup or without. */
  PAGE,
  /** What is no capture, see {@link Foreign}. */
  FOREIGN;

  /** How many bytes are looked at. */
  static final int HEAD = 16 << 10;

  private static final Pattern HTTP_STATUS = Pattern.compile("^HTTP/\\d(?:\\.\\d)?\\s+\\d{3}\\b");

  /** What may stand before a feed's root: white space, a declaration, a comment, a type. */
  private static final Pattern BEFORE_FEED =
      Pattern.compile(
          "\\s++|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE\\s[^\\[>]*(?:\\[.*?\\]\\s*)?>",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** The root, or a type that declares so much that the root lies behind the head. */
  private static final Pattern FEED_ROOT =
      Pattern.compile(
          "<(?:\\w+:)?(?:rss|feed|RDF)[\\s>]|<!DOCTYPE\\s+(?:\\w+:)?(?:rss|feed|RDF)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern JSON_FEED_VERSION =
      Pattern.compile(
          "^\\s*\\{.*\"version\"\\s*:\\s*\"https?:\\\\?/\\\\?/jsonfeed\\.org\\\\?/version",
          Pattern.DOTALL);

  private static final Pattern JSON_OBJECT =
      Pattern.compile("^\\s*\\{\\s*(?:\"|\\}).*", Pattern.DOTALL);

  /** Objects in an array, however it is laid out: many programs write one a line. */
  private static final Pattern JSON_ARRAY = Pattern.compile("^\\s*\\[\\s*\\{\\s*(?:\"|\\})");

  /** An object with its first field on the next line. */
  private static final Pattern JSON_BROKEN_UP =
      Pattern.compile("^\\s*+\\{[^\\S\\n]*+\\n\\s*+\"[^\"\\n]{1,200}\"\\s*+:");

  /**
   * What these bytes begin.
   *
   * @param head up to {@link #HEAD} of them
   */
  static ContentKind of(byte[] head) {
    if (Mhtml.isAt(new String(head, StandardCharsets.ISO_8859_1))) {
      return MHTML;
    }
    if (Foreign.of(head).isPresent()) {
      return FOREIGN;
    }
    if (startsWith(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
      return ZIP;
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
    if (isXmlFeed(text)) {
      return XML_FEED;
    }
    if (JSON_FEED_VERSION.matcher(text).find()) {
      return JSON_FEED;
    }
    if (JSON_ARRAY.matcher(text).find()) {
      return JSON_OBJECTS;
    }
    if (isJsonLines(text)) {
      return JSON_LINES;
    }
    return JSON_BROKEN_UP.matcher(text).find() ? JSON_OBJECTS : PAGE;
  }

  /** Piece by piece: as one pattern, a page of blank lines is too deep for the stack. */
  private static boolean isXmlFeed(String text) {
    Matcher root = FEED_ROOT.matcher(text);
    Matcher before = BEFORE_FEED.matcher(text);
    while (!root.lookingAt()) {
      if (!before.lookingAt()) {
        return false;
      }
      root.region(before.end(), text.length());
      before.region(before.end(), text.length());
    }
    return true;
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
