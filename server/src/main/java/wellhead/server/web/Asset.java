package wellhead.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that pages refer to. Its address carries a digest of its bytes, so it may be kept for ever
 * and a new version is fetched at once.
 *
 * @param path the address on this server
 * @param contentType with charset
 * @param etag quoted, as in the header
 */
record Asset(String path, String contentType, String etag, String text) {

  /** Reads a resource that lies beside this class. */
  static Asset load(String stem, String extension, String contentType) {
    String name = stem + "." + extension;
    try (InputStream in = Asset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing from the build: " + name);
      }
      byte[] bytes = in.readAllBytes();
      String digest = digest(bytes);
      return new Asset(
          "/static/" + stem + "-" + digest + "." + extension,
          contentType,
          "\"" + digest + "\"",
          new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] full = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(full, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
